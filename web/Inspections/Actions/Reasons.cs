namespace AreaSend.Web.Inspections.Actions;

/// <summary>
/// The two reasons of what changes an inspection's course: what those outside are told, and why, for the inspectorates alone. Each says who reads it.
/// </summary>
internal static class Reasons
{
    /// <summary>Who reads the reason in e-mails that go to all.</summary>
    public const string Everybody =
        "the director of children’s services, the chief executive of the integrated care board, the nominated officer and the Parent Carer Forum, by e-mail";

    /// <summary>Who reads the reason when dates move.</summary>
    public const string WhoseDatesMove =
        "all whose dates move, by e-mail: the director of children’s services, the chief executive of the integrated care board, the nominated officer, the lead inspector and, for what concerns it, the Parent Carer Forum";

    private const string NameNobody = "Name no child, young person or member of staff, and nothing that the report finds.";

    public static PassageQuestion Private { get; } = new("PrivateReason", "Anything for Ofsted and CQC alone? (optional)", What: null)
    {
        Short = "For Ofsted and CQC alone",
        Hint = "Read by: coordinators and inspectors, in the history. It is kept on record and stands in no e-mail",
    };

    /// <summary>What those outside are told. Before notification that is nobody.</summary>
    public static PassageQuestion Public(InspectionView view, string readers) =>
        view.Case.Notification is null
            ? new PassageQuestion("Reason", "Why?", "a reason")
            {
                Short = "Why",
                Hint = $"Read by: everybody with a role here, in the history. The area has not been notified, so nobody outside is told. {NameNobody}",
            }
            : new PassageQuestion("Reason", "Why? This is what they are told", "a reason")
            {
                Short = "What they are told",
                Hint = $"Read by: {readers}; and everybody with a role here, in the history. {NameNobody}",
            };

    /// <summary>The public reason, as a sentence of a fact.</summary>
    public static string Of(Answers answers) => answers.Text("Reason");
}
