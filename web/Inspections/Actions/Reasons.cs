using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Reading;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>
/// The two reasons of what changes an inspection's course: what those outside are told, and why, for the inspectorates alone. Each says who reads it.
/// </summary>
internal static class Reasons
{
    // The notices that carry a reason, by name.
    public const string OfWithdrawal = "withdrawn";
    public const string OfPause = "paused";
    public const string OfDeferral = "deferral-decided";
    public const string OfMovedDates = "dates-changed";

    /// <summary>Name of the question for the public reason.</summary>
    public const string PublicName = "Reason";

    private const string NameNobody = "Name no child, young person or member of staff, and nothing that the report finds.";

    public static PassageQuestion Private { get; } = new("PrivateReason", "Anything for Ofsted and CQC alone? (optional)", What: null)
    {
        Short = "For Ofsted and CQC alone",
        Hint = "Read by: coordinators and inspectors, in the history. It is kept on record and stands in no e-mail",
    };

    /// <summary>What those outside are told. Before notification that is nobody.</summary>
    /// <param name="view">The inspection.</param>
    /// <param name="notice">The notice that tells it: who is told is read off the matrix of its kind, for this case.</param>
    public static PassageQuestion Public(InspectionView view, string notice) =>
        view.Case.Notification is null
            ? new PassageQuestion(PublicName, "Why?", "a reason")
            {
                Short = "Why",
                Hint = $"Read by: everybody with a role here, in the history. The area has not been notified, so nobody outside is told. {NameNobody}",
            }
            : new PassageQuestion(PublicName, "Why? This is what they are told", "a reason")
            {
                Short = "What they are told",
                Hint = $"Read by: {Readers(view, notice)}; and everybody with a role here, in the history. {NameNobody}",
            };

    private static string Readers(InspectionView view, string notice)
    {
        var readers = NoticeMatrix.ReadersOf(view.Case, notice, view.Now).Select(role => $"the {role.Show()}").ToList();
        var all = readers.Count > 1 ? $"{string.Join(", ", readers.SkipLast(1))} and {readers[^1]}" : readers.FirstOrDefault() ?? "nobody outside";
        return notice == OfMovedDates ? $"of these, those whose dates move: {all}, by e-mail" : $"{all}, by e-mail";
    }

    /// <summary>The public reason, as a sentence of a fact.</summary>
    public static string Of(Answers answers) => answers.Text(PublicName);
}
