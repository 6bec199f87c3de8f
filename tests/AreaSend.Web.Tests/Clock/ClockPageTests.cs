using System.Net;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Web.Tests.Clock;

/// <summary>The sandbox's own clock, with the engine and the made-up contacts of the real host: an inspection is lived through from its page.</summary>
public class ClockPageTests(ConsoleFactory factory) : IClassFixture<ConsoleFactory>
{
    private const string Address = "/sandbox/clock";

    private static readonly (string, string)[] NoDate = [("Form.To.Day", ""), ("Form.To.Month", ""), ("Form.To.Year", "")];

    [Fact]
    public async Task Get_LeadInspector_IsRefused()
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.LeadInspector);

        // Act
        var answer = await visitor.Client.GetAsync(Address);

        // Assert
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Post_ToTheNextDate_NotifiesTheLeadersAndTellsSo()
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);
        var clock = factory.Services.GetRequiredService<SandboxClock>();
        var calendar = (await factory.Services.GetRequiredService<Services.Store.Calendars.CalendarLibrary>().CurrentAsync()).Calendar;
        var onSite = calendar.Plus(calendar.NextOrSame(LondonTime.DateOf(clock.GetCurrentInstant())), 15);
        var planned = Assert.IsType<Recording.Recorded>(await factory.Services.GetRequiredService<InspectionStore>().PlanAsync("888", InspectionKind.Full, onSite, Recorder.Coordinator));

        // Act
        var answer = await visitor.PostAsync(Address, [.. NoDate, ("Form.Step", "next")]);

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(planned.Inspection.Plan.NotificationDay, LondonTime.DateOf(clock.GetCurrentInstant()));
        var page = await visitor.OpenAsync(answer.Headers.Location!.ToString());
        Assert.Contains("Leaders notified", page.QuerySelector("table")!.TextContent);
        Assert.Contains("The clock has been moved", page.QuerySelector(".govuk-phase-banner")!.TextContent);
    }

    /// <summary>The clock cannot be moved back: what does not say how far moves nothing.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("year")]
    [InlineData("NEXT")]
    public async Task Post_NoStepThatThePageHas_MovesNothingAndSaysSo(string step)
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);
        var clock = factory.Services.GetRequiredService<SandboxClock>();
        var before = LondonTime.DateOf(clock.GetCurrentInstant());

        // Act
        var answer = await visitor.PostAsync(Address, [.. NoDate, ("Form.Step", step)]);

        // Assert
        var page = await Visitor.ReadAsync(answer);
        Assert.Contains("Choose how far to move the clock", page.QuerySelector(".govuk-error-summary")!.TextContent);
        Assert.Equal(before, LondonTime.DateOf(clock.GetCurrentInstant()));
    }

    [Fact]
    public async Task Post_OneWorkingDay_MovesToTheStartOfBusiness()
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);
        var clock = factory.Services.GetRequiredService<SandboxClock>();
        var calendar = (await factory.Services.GetRequiredService<Services.Store.Calendars.CalendarLibrary>().CurrentAsync()).Calendar;
        var next = calendar.Plus(LondonTime.DateOf(clock.GetCurrentInstant()), 1);

        // Act
        await visitor.PostAsync(Address, [.. NoDate, ("Form.Step", "day")]);

        // Assert
        var now = clock.GetCurrentInstant();
        Assert.Equal(next, LondonTime.DateOf(now));
        Assert.True(now >= LondonTime.At(next, AreaSend2024.StartOfBusiness));
    }

    [Fact]
    public async Task Post_ToADateThatHasPassed_IsRefusedAtTheField()
    {
        // Arrange
        var visitor = await factory.NewVisitor().AsAsync(Role.Coordinator);

        // Act
        var page = await Visitor.ReadAsync(await visitor.PostAsync(Address, ("Form.Step", "date"), ("Form.To.Day", "1"), ("Form.To.Month", "9"), ("Form.To.Year", "2020")));

        // Assert
        Assert.Contains("forward only", page.QuerySelector("#Form-To-error")!.TextContent);
    }
}
