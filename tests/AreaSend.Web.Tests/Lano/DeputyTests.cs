using System.Net;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Testing;
using AreaSend.Web.Security;
using AreaSend.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;

namespace AreaSend.Web.Tests.Lano;

/// <summary>The deputy of a nominated officer: named on a form, in by a link of their own, with the officer's rights, and out when the area says so.</summary>
public sealed class DeputyTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Deputy_FromBeingNamedToLeaving_HasTheOfficersRoom()
    {
        // Arrange
        var (inspection, officer) = await host.OfficerAsync();
        var coordinator = await host.NewVisitor().AsAsync(Role.Coordinator);

        // Act: named on the form, whose preview has the invitation in full.
        var preview = await RecordAsync(coordinator, inspection, "deputy", ("Form.Name", "Fictional Deputy"), ("Form.Email", "deputy@example.org"));
        Assert.Contains("You have been named as the deputy of the local area nominated officer", preview, StringComparison.Ordinal);
        Assert.Contains("Dear Fictional Deputy", preview, StringComparison.Ordinal);

        // Assert: a link of their own, which leaves the officer's alone.
        var deputy = host.NewVisitor();
        await deputy.PostAsync((await LinkAsync(inspection)).PathAndQuery);
        var room = (await deputy.OpenAsync("/lano")).Body!.TextContent;
        Assert.Contains("Deputy of the nominated officer", room, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.Client.GetAsync("/lano")).StatusCode);

        // Act: a file of the deputy's.
        await PortalHost.PostFilesAsync(deputy, ["1.1"], ("fictional.txt", "Plainly fictional."u8.ToArray()));
        var document = (await host.DecidedAsync(inspection)).Single(one => one.FileName == "fictional.txt");
        Assert.Equal(DocumentState.Accepted, document.State);
        Assert.Equal((await CaseAsync(inspection)).Deputy, document.Person);

        // Assert: on the page of people, with access of their own.
        var people = (await coordinator.OpenAsync($"/inspections/{inspection}/people")).QuerySelector("main")!.TextContent;
        Assert.Contains("Fictional Deputy", people, StringComparison.Ordinal);
        Assert.Contains("Access of the nominated officer and the deputy", people, StringComparison.Ordinal);
        Assert.Contains("deputy named: Fictional Deputy", (await coordinator.OpenAsync($"/inspections/{inspection}/history")).QuerySelector("main")!.TextContent.Replace("Deputy of the nominated officer named", "deputy named", StringComparison.Ordinal), StringComparison.Ordinal);

        // Act: the deputy leaves.
        await RecordAsync(coordinator, inspection, "deputy-leaves");

        Assert.Null((await CaseAsync(inspection)).Deputy);
        Assert.Equal(HttpStatusCode.Redirect, (await deputy.Client.GetAsync("/lano")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.Client.GetAsync("/lano")).StatusCode);
    }

    private async Task<string> RecordAsync(Visitor coordinator, Guid inspection, string action, params (string Name, string Value)[] answers)
    {
        var today = LondonTime.DateOf(host.Services.GetRequiredService<SandboxClock>().GetCurrentInstant());
        var address = $"/inspections/{inspection}/record/{action}";
        (string, string)[] day = [("Form.Day.Day", $"{today.Day}"), ("Form.Day.Month", $"{today.Month}"), ("Form.Day.Year", $"{today.Year}")];
        var preview = await Visitor.ReadAsync(await coordinator.PostAsync(address, [.. day, .. answers]));
        var answer = await coordinator.SendAsync(address, preview, ("Form.Intent", "confirm"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return preview.QuerySelector("main")!.TextContent;
    }

    private async Task<InspectionCase> CaseAsync(Guid inspection) =>
        (await host.Services.GetRequiredService<InspectionStore>().FindAsync(inspection))!.Case;

    private async Task<Uri> LinkAsync(Guid inspection)
    {
        for (var round = 0; host.Services.MailsOf(inspection, "lano-invitation*deputy-lano").Count == 0 && round < 100; round++)
        {
            await host.Services.GetRequiredService<DueWorkRunner>().RunAsync(host.Services.GetRequiredService<SandboxClock>().GetCurrentInstant());
        }

        var mail = await MimeMessage.LoadAsync(host.Services.MailsOf(inspection, "lano-invitation*deputy-lano").Single());
        return new Uri(System.Text.RegularExpressions.Regex.Match(mail.TextBody!, "http[^ ]*/lano/enter\\?link=[A-Za-z0-9_-]{43}").Value);
    }
}
