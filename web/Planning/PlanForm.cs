using AreaSend.Services.Areas;
using AreaSend.Services.Mail;
using AreaSend.Web.Components.Forms;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Web.Planning;

/// <summary>What somebody typed to plan an inspection.</summary>
internal sealed class PlanForm
{
    public const string Commit = "plan";

    public string? Area { get; set; }

    /// <summary>Key of the kind of inspection; null where the page offers one alone.</summary>
    public string? Kind { get; set; }

    public DateParts OnSite { get => field ??= new(); set; }

    /// <summary>Left empty for the usual five days.</summary>
    public DateParts OnSiteEnds { get => field ??= new(); set; }

    public string? LeadName { get; set; }

    public string? LeadEmail { get; set; }

    public string? LeadTelephone { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Intent { get; set; }

    /// <summary>The plan whose preview was on the page, so that nobody commits to what they have not seen.</summary>
    public string? Previewed { get; set; }

    /// <summary>The inspection's identifier to be, so that a form sent twice plans one inspection.</summary>
    public Guid? Id { get; set; }

    /// <summary>What was meant, or null after saying at each field what to put right.</summary>
    public PlanRequest? Read(IReadOnlyList<string> kinds, FormErrors errors)
    {
        var area = LocalAuthorities.Find(Area ?? "");
        if (area is null)
        {
            errors.Add("Form.Area", "Select a local area");
        }

        var kind = kinds.Count == 1 ? kinds[0] : kinds.FirstOrDefault(kind => kind == Kind);
        if (kind is null)
        {
            errors.Add("Form.Kind", "Select the kind of inspection");
        }

        var onSite = OnSite.Read("Form.OnSite", "First on-site day", errors);
        var ends = OnSiteEnds.IsEmpty ? null : OnSiteEnds.Read("Form.OnSiteEnds", "Last on-site day", errors);
        var lead = ReadLead(errors);
        var telephone = errors.Telephone("Form.LeadTelephone", LeadTelephone);
        return errors.Any ? null : new PlanRequest(area!, kind!, onSite!.Value, ends, lead, telephone);
    }

    private Mailbox? ReadLead(FormErrors errors) => string.IsNullOrWhiteSpace(LeadName) && string.IsNullOrWhiteSpace(LeadEmail) && string.IsNullOrWhiteSpace(LeadTelephone)
        ? null
        : new Mailbox(
            errors.Text("Form.LeadName", LeadName, "the lead inspector's name"),
            errors.Address("Form.LeadEmail", LeadEmail, "the lead inspector's e-mail address"));
}

/// <summary>The same, read and found good.</summary>
/// <param name="Area">The local area.</param>
/// <param name="Kind">Key of the kind of inspection.</param>
/// <param name="OnSiteStarts">S, the first on-site day.</param>
/// <param name="OnSiteEnds">E, the last on-site day, where it is not the usual one.</param>
/// <param name="Lead">The lead inspector, where known.</param>
/// <param name="LeadTelephone">The number on which the area can call them, where known.</param>
internal sealed record PlanRequest(LocalAuthority Area, string Kind, LocalDate OnSiteStarts, LocalDate? OnSiteEnds, Mailbox? Lead, string? LeadTelephone)
{
    /// <summary>Tells one plan from another, for <see cref="PlanForm.Previewed"/>.</summary>
    public string Mark => $"{Area.Code} {Kind} {LocalDatePattern.Iso.Format(OnSiteStarts)} {OnSiteEnds:uuuu-MM-dd} {Lead?.Name} {Lead?.Address} {LeadTelephone}".Trim();
}
