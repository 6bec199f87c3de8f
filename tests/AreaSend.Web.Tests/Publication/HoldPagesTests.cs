using System.Net;
using AreaSend.Services.Inspections;
using AreaSend.Services.Publication;
using AreaSend.Services.Store;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.Publication;

public sealed class HoldPagesTests
{
    [Fact]
    public async Task Post_PrivateReasonOfAHoldAndOfItsEnd_IsKeptForInspectoratesAndStandsInNoEvent()
    {
        // Arrange
        await using var host = new EmptyStoreHost();
        var inspection = await host.PlannedAsync();
        var coordinator = await host.CoordinatorAsync();
        (string, string)[] typed =
        [
            ("Form.Scope", "Country"), ("Form.Until.Day", "8"), ("Form.Until.Month", "5"), ("Form.Until.Year", "2026"),
            ("Form.Reason", "The pre-election period"), ("Form.PrivateReason", "A minister asked"),
        ];

        // Act
        var preview = await Visitor.ReadAsync(await coordinator.SendAsync("/publication/hold", "hold", typed));
        var held = await coordinator.SendAsync("/publication/hold", preview, [.. typed, ("Form.Intent", "commit")]);
        var holds = await coordinator.OpenAsync("/publication");
        var hold = Assert.Single(await host.Get<PublicationHolds>().StandingAsync());
        var form = await coordinator.OpenAsync($"/publication/{hold.Id}/lift");
        var lifted = await coordinator.SendAsync($"/publication/{hold.Id}/lift", form, ("Form.Reason", "The election is put off"), ("Form.PrivateReason", "The minister resigned"));
        var history = (await coordinator.OpenAsync($"/inspections/{inspection}/history")).QuerySelector("main")!.TextContent;

        // Assert
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (held.StatusCode, lifted.StatusCode));
        Assert.Contains("For Ofsted and CQC alone: A minister asked", holds.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("For Ofsted and CQC alone: A minister asked", history, StringComparison.Ordinal);
        Assert.Contains("For Ofsted and CQC alone: The minister resigned", history, StringComparison.Ordinal);
        Assert.Equal("The minister resigned", (await host.Get<PublicationHolds>().FindAsync(hold.Id))!.LiftedPrivately);
        Assert.DoesNotContain(
            (await host.Get<InspectionStore>().FindAsync(inspection))!.Case.Events,
            recorded => EventJson.Write(recorded.Event).Contains("minister", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Parent Carer Forum", form.QuerySelector("#Form-Reason-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("stands in no e-mail", form.QuerySelector("#Form-PrivateReason-hint")!.TextContent, StringComparison.Ordinal);
    }
}
