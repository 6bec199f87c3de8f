using AreaSend.Core.Inspections;
using AreaSend.FileChecks;
using AreaSend.Services.Uploads;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Documents;
using AreaSend.Web.Papers;
using AreaSend.Web.Reading;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The paper of what is recorded. It may be left out, and put to it later.</summary>
/// <param name="Kind">What kind of paper it is.</param>
internal sealed record FileQuestion(PaperKind Kind) : Question($"File-{Kind.Key}", $"{Kind.Title} (optional)")
{
    /// <summary>The question in the words of a kind of inspection.</summary>
    public static FileQuestion Of(PaperKind kind, InspectionView view) => new(kind)
    {
        Label = $"{kind.Title(view.Case.Type)} (optional)",
        Short = kind.Title(view.Case.Type),
        Hint = $"The file itself. Once it has passed every check it is given to {kind.ReadersInWords()}; never by e-mail",
    };

    /// <summary>The field that carries the file along once it has come in.</summary>
    public string HeldField => $"{Field}{Answers.HeldField}";

    /// <summary>The file that came in; null where none did.</summary>
    public Document? HeldIn(Answers answers) => answers.Held.GetValueOrDefault(Name);

    public override void Check(Answers answers, FormErrors errors)
    {
        if (HeldIn(answers) is { State: DocumentState.Refused } refused)
        {
            errors.Add(Field, Sentence(refused.Refusal ?? "The file was refused"));
        }
    }

    public override string? InWords(Answers answers) => HeldIn(answers) is not { } held ? null
        : $"{UploadName.Shown(held.FileName)}, {FileSize.Show(held.Size)}: {(held.State == DocumentState.Accepted ? "checked" : "being checked; it is given to nobody before it has passed")}";

    /// <summary>A refusal as pages of forms say it: without its full stop.</summary>
    public static string Sentence(string refusal) => refusal.TrimEnd('.');
}
