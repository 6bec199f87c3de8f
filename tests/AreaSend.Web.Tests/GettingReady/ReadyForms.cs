using AreaSend.Core.Inspections;
using AreaSend.Services.GettingReady;
using AreaSend.Web.Tests.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Web.Tests.GettingReady;

/// <summary>The room's forms, filled in for the test of every form.</summary>
internal static class ReadyForms
{
    // An area for each form: a director is sent one link in five minutes, and the clock stands still.
    private const string OfStep = "350";
    private const string OfItem = "354";
    private const string OfPerson = "351";
    private const string OfLink = "352";
    private const string OfRemoval = "353";

    public static async Task<FilledForm> StepAsync(FormsHost forms)
    {
        var visitor = await forms.Host.DirectorAsync(OfStep);
        const string address = "/getting-ready/steps/impact";
        var owner = $"Owner {Guid.NewGuid():N}";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "step",
            async () => (await forms.Host.Get<ReadyChecklist>().OfAsync(OfStep)).Count(step => step.Row?.Owner == owner), ("Form.Standing", "UnderWay"), ("Form.Owner", owner));
    }

    public static async Task<FilledForm> ItemAsync(FormsHost forms)
    {
        var visitor = await forms.Host.DirectorAsync(OfItem);
        const string address = "/getting-ready/items/2.4";
        var owner = $"Owner {Guid.NewGuid():N}";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "item",
            async () => (await forms.Host.Get<ReadyItems>().OfAsync(OfItem)).Count(item => item.Row?.Owner == owner), ("Form.IsReady", "no"), ("Form.Owner", owner));
    }

    public static Task<FilledForm> AddPersonAsync(FormsHost forms) => AddPersonAsync(forms, OfPerson);

    private static async Task<FilledForm> AddPersonAsync(FormsHost forms, string area)
    {
        var visitor = await forms.Host.DirectorAsync(area);
        const string address = "/getting-ready/people/add";
        var email = $"{Guid.NewGuid():N}@example.org";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "person",
            async () => (await forms.Host.LinksToAsync(email)).Count, ("Form.Name", "Fictional Colleague"), ("Form.Email", email));
    }

    public static async Task<FilledForm> NewLinkAsync(FormsHost forms)
    {
        var (visitor, email, person) = await ColleagueAsync(forms, OfLink);
        var address = $"/getting-ready/people/{person}/new-link";
        return FilledForm.On(visitor, address, await visitor.OpenAsync(address), "new-link", async () => (await forms.Host.LinksToAsync(email)).Count);
    }

    public static async Task<FilledForm> RemovePersonAsync(FormsHost forms)
    {
        var (visitor, _, person) = await ColleagueAsync(forms, OfRemoval);
        var address = $"/getting-ready/people/{person}/remove";
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "remove",
            async () => (await forms.Host.Get<ReadyAccess>().OfAsync(OfRemoval)).Count(known => known.Id == person && known.RemovedAt is not null));
    }

    private static async Task<(Shell.Visitor Visitor, string Email, Guid Person)> ColleagueAsync(FormsHost forms, string area)
    {
        var form = await AddPersonAsync(forms, area);
        await form.PostAsync();
        var email = form.Fields.Single(field => field.Key == "Form.Email").Value;
        return (form.Who, email, (await forms.Host.Get<ReadyAccess>().OfAsync(area)).Single(person => person.Email == email).Id);
    }
}
