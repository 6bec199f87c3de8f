using AreaSend.Core.Rules;
using AreaSend.Services.Publication;
using AreaSend.Web.Components.Forms;

namespace AreaSend.Web.Publication;

/// <summary>What somebody typed to hold publication.</summary>
internal sealed class HoldForm
{
    public const string Commit = "commit";

    public string? Scope { get; set; }

    public string? Region { get; set; }

    /// <summary>The inspection, where the form was reached from one.</summary>
    public Guid? Inspection { get; set; }

    public DateParts Until { get => field ??= new(); set; }

    public string? Reason { get; set; }

    public string? PrivateReason { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Intent { get; set; }

    /// <summary>The answers that the preview was made of.</summary>
    public string? Answers { get; set; }

    /// <summary>The hold's identifier to be, so that a form sent twice holds once.</summary>
    public Guid? Id { get; set; }

    /// <summary>What was meant, or null after saying at each field what to put right.</summary>
    public HoldRequest? Read(FormErrors errors)
    {
        if (!Enum.TryParse<HoldScope>(Scope, out var scope) || !Enum.IsDefined(scope) || (scope == HoldScope.Inspection && Inspection is null))
        {
            errors.Add("Form.Scope", "Select what is held");
        }
        else if (scope == HoldScope.Region && string.IsNullOrEmpty(Region))
        {
            errors.Add("Form.Region", "Select a region");
        }

        var until = Until.Read("Form.Until", "First day on which reports may be published again", errors);
        var reason = errors.Text("Form.Reason", Reason, "a reason", RequiredText.Passage);
        var ours = ReadPrivate(errors);
        return errors.Any ? null : new HoldRequest(Id ?? Guid.CreateVersion7(), scope, Region, Inspection, until!.Value, reason) { PrivateReason = ours };
    }

    /// <summary>What is for Ofsted and CQC alone; null where nothing is said.</summary>
    public string? ReadPrivate(FormErrors errors) =>
        string.IsNullOrWhiteSpace(PrivateReason) ? null : errors.Text("Form.PrivateReason", PrivateReason, "a text", RequiredText.Passage);

    /// <summary>The answers in one line, for <see cref="Answers"/>.</summary>
    public static string InOneLine(HoldRequest request) => $"{request.Scope} {request.Region} {request.Inspection} {request.Until:uuuu-MM-dd} {request.Reason}";
}
