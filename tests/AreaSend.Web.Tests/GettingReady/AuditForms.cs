using AreaSend.Services.GettingReady;
using AreaSend.Services.GettingReady.Audits;
using AreaSend.Web.Tests.Components.Forms;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.GettingReady;

/// <summary>The forms of audits, filled in for the test of every form.</summary>
internal static class AuditForms
{
    // An area for each form: a director is sent one link in five minutes, and the clock stands still.
    private const string OfBeginning = "355";
    private const string OfSection = "356";
    private const string OfFinish = "357";
    private const string OfModeration = "358";
    private const string OfRemoval = "359";

    public static Task<FilledForm> BeginAsync(FormsHost forms) => BeginAsync(forms, OfBeginning);

    public static async Task<FilledForm> SectionAsync(FormsHost forms)
    {
        var (visitor, audit) = await BegunAsync(forms, OfSection);
        return await OnAsync(
            visitor, $"/getting-ready/audits/{audit}/sections/timeliness", "section",
            async () => (await StateAsync(forms, OfSection, audit)).Grades.Count(grade => grade.Criterion == "timeliness-plan"),
            [.. AuditVisitors.Answers("timeliness", "NotMet")]);
    }

    public static async Task<FilledForm> FinishAsync(FormsHost forms)
    {
        var (visitor, audit) = await BegunAsync(forms, OfFinish);
        foreach (var section in AuditCriteria.Standard.Sections)
        {
            await visitor.SendAsync($"/getting-ready/audits/{audit}/sections/{section.Key}", "section", [.. AuditVisitors.Answers(section.Key, "Met")]);
        }

        return await OnAsync(visitor, $"/getting-ready/audits/{audit}/finish", "finish", async () => (await StateAsync(forms, OfFinish, audit)).Row.FinishedAt is null ? 0 : 1);
    }

    public static async Task<FilledForm> ModerateAsync(FormsHost forms)
    {
        var director = await forms.Host.DirectorAsync(OfModeration);
        var colleague = await forms.Host.ColleagueAsync(director);
        var audit = await forms.Host.AuditAsync((await forms.Host.Get<ReadyAccess>().OfAsync(OfModeration)).First(person => person.AddedBy is null), $"EHCP-{Guid.NewGuid().GetHashCode() & 0xffffff}");
        return await OnAsync(colleague, $"/getting-ready/audits/{audit}/moderate", "moderate", async () => (await StateAsync(forms, OfModeration, audit)).Row.Moderator is null ? 0 : 1);
    }

    public static async Task<FilledForm> RemoveAsync(FormsHost forms)
    {
        var (visitor, audit) = await BegunAsync(forms, OfRemoval);
        return await OnAsync(visitor, $"/getting-ready/audits/{audit}/remove", "remove", async () => (await AuditsAsync(forms, OfRemoval)).Any(known => known.Row.Id == audit) ? 0 : 1);
    }

    private static async Task<(Visitor Visitor, Guid Audit)> BegunAsync(FormsHost forms, string area)
    {
        var form = await BeginAsync(forms, area);
        await form.PostAsync();
        var reference = form.Fields.Single(field => field.Key == "Form.Reference").Value;
        return (form.Who, (await AuditsAsync(forms, area)).Single(audit => audit.Row.Reference == reference).Row.Id);
    }

    private static async Task<FilledForm> BeginAsync(FormsHost forms, string area)
    {
        var visitor = await forms.Host.DirectorAsync(area);
        var reference = $"EHCP-{Guid.NewGuid().GetHashCode() & 0xffffff}";
        return await OnAsync(visitor, "/getting-ready/audits/begin", "begin", async () => (await AuditsAsync(forms, area)).Count(audit => audit.Row.Reference == reference), ("Form.Reference", reference));
    }

    private static async Task<FilledForm> OnAsync(Visitor visitor, string address, string form, Func<Task<int>> recorded, params (string Name, string Value)[] typed) =>
        FilledForm.On(visitor, address, await visitor.OpenAsync(address), form, recorded, typed);

    private static Task<IReadOnlyList<AuditState>> AuditsAsync(FormsHost forms, string area) => forms.Host.Get<ReadyAudits>().OfAsync(area);

    private static async Task<AuditState> StateAsync(FormsHost forms, string area, Guid audit) => (await forms.Host.Get<ReadyAudits>().FindAsync(area, audit))!;
}
