using System.Net;
using System.Net.Http.Headers;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Lists.Samples;
using AreaSend.Services.GettingReady;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Lists;
using AreaSend.Web.Tests.Shell;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Web.Tests.GettingReady;

/// <summary>"If we were notified on that day": dates, recipients and Annex A; and lists that are checked without being kept.</summary>
public sealed class PracticeTests : IDisposable
{
    private readonly EmptyStoreHost _host = new();

    public void Dispose() => _host.Dispose();

    /// <summary>The real chain: notified on 8 September 2025, on site from 22 September, the final report by 5 November.</summary>
    [Fact]
    public async Task On_NotificationDay_HasTheDatesOfAPlannedInspection()
    {
        var inspection = (await _host.Get<InspectionStore>().FindAsync(await _host.PlannedAsync()))!;

        var practice = (await _host.Get<PracticeNotification>().OnAsync("888", new LocalDate(2025, 9, 8))).Practice!;

        Assert.Equal(new LocalDate(2025, 9, 8), practice.Plan.NotificationDay);
        Assert.Equal(inspection.Plan.Steps.Select(step => (step.Key, step.DueDate)), practice.Plan.Steps.Select(step => (step.Key, step.DueDate)));
        Assert.Equal(practice.Edition.AnnexA.Items.Count, practice.Items.Count);
    }

    [Theory]
    [InlineData(2025, 9, 6, "Saturday")]
    [InlineData(2025, 12, 25, "Christmas")]
    [InlineData(2031, 6, 2, "Bank holidays are known from")]
    public async Task On_DayOnWhichNobodyIsNotified_SaysWhy(int year, int month, int day, string because)
    {
        var (practice, refusal) = await _host.Get<PracticeNotification>().OnAsync("888", new LocalDate(year, month, day));

        Assert.Null(practice);
        Assert.Contains(because, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_WhereNoEditionHasAFullInspection_SaysSo()
    {
        var without = AreaSend2024.Edition with { Types = [AreaSend2024.Engagement] };
        using var host = new EmptyStoreHost { Editions = new Editions([without]) };

        var (practice, refusal) = await host.Get<PracticeNotification>().OnAsync("888", new LocalDate(2025, 9, 8));

        Assert.Null(practice);
        Assert.Equal("No edition of the framework that AreaSend holds has a full inspection, so there is nothing to practise", refusal);
    }

    [Fact]
    public async Task Items_MissingOnesStandFirstByTheirDeadline_ThenOldOnes()
    {
        await _host.DirectorAsync();
        await SaveAsync("list-1", isReady: true, new LocalDate(2025, 8, 30));
        await SaveAsync("1.3", isReady: true, new LocalDate(2025, 1, 1));
        await SaveAsync("2.2", isReady: false, new LocalDate(2025, 8, 30));

        var practice = (await _host.Get<PracticeNotification>().OnAsync("888", new LocalDate(2025, 9, 8))).Practice!;

        var items = practice.Items.Select(item => item.Item.Key).ToList();
        Assert.Equal(["1.3", "list-1"], items.TakeLast(2));
        Assert.Equal("list-2", items[0]);
        Assert.True(items.IndexOf("1.7") < items.IndexOf("2.2"));
    }

    [Theory]
    [InlineData(179, false)]
    [InlineData(180, true)]
    public async Task Items_ReadyForHalfAYear_AreOld(int days, bool old)
    {
        await _host.DirectorAsync();
        await SaveAsync("1.3", isReady: true, new LocalDate(2025, 9, 1).PlusDays(-days));

        Assert.Equal((days, old), (await _host.Get<ReadyItems>().OfAsync("888")).Where(item => item.Item.Key == "1.3").Select(item => (item.AgeInDays!.Value, item.IsOld)).Single());
    }

    [Fact]
    public async Task Get_Practice_ShowsTheNextMondayAndWhoWouldNotBeReached()
    {
        var director = await _host.DirectorAsync();
        await _host.EnterAsync("888", RecipientRole.Icb, "no address");

        var page = await director.OpenAsync("/getting-ready/practice");

        Assert.Equal("If you were notified on Monday 8 September 2025", page.QuerySelector("#shown")!.TextContent);
        var tables = page.QuerySelectorAll("table").Select(table => table.TextContent).ToList();
        Assert.Contains("No e-mail would arrive", tables[1], StringComparison.Ordinal);
        Assert.Contains("dcs.888@example.org", tables[1], StringComparison.Ordinal);
        Assert.Contains("Why this date?", tables[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AnotherDay_ShowsThatDay()
    {
        var director = await _host.DirectorAsync();

        var page = await Visitor.ReadAsync(await director.SendAsync("/getting-ready/practice", "practice", ("Form.On.Day", "12"), ("Form.On.Month", "1"), ("Form.On.Year", "2026")));

        Assert.Equal("If you were notified on Monday 12 January 2026", page.QuerySelector("#shown")!.TextContent);
    }

    [Fact]
    public async Task Practice_OfAnArea_PlansNothing()
    {
        var director = await _host.DirectorAsync();
        await director.OpenAsync("/getting-ready/practice");

        await using var context = _host.Get<StoreDatabase>().Open();
        Assert.Equal((0, 0), (await context.Inspections.CountAsync(), await context.Events.CountAsync()));
    }

    [Fact]
    public async Task Post_ReadyItemWithoutItsDay_AsksForIt()
    {
        var director = await _host.DirectorAsync();

        var page = await Visitor.ReadAsync(await director.SendAsync("/getting-ready/items/1.3", "item", ("Form.IsReady", "yes")));
        var later = await Visitor.ReadAsync(await director.SendAsync(
            "/getting-ready/items/1.3", "item", ("Form.IsReady", "yes"), ("Form.UpToDateOn.Day", "2"), ("Form.UpToDateOn.Month", "9"), ("Form.UpToDateOn.Year", "2025")));

        Assert.Contains("Enter the day on which it was brought up to date", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("must be today or in the past", later.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ListToBeChecked_ShowsFindingsToItsSenderAndKeepsNothing()
    {
        // Arrange
        var director = await _host.DirectorAsync();
        var other = await _host.DirectorAsync("330");
        var before = await RowsAsync();

        // Act
        var answer = await SendListAsync(director, "list-1-101a-date-of-birth-missing.xlsx");
        var address = answer.Headers.Location!.ToString();
        var page = await director.OpenAsync(address);

        // Assert
        Assert.NotEmpty(page.QuerySelectorAll(".findings tbody tr"));
        Assert.Contains("no longer here", (await other.OpenAsync(address)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task Post_NoListAtAll_SaysThatItIsNone()
    {
        var director = await _host.DirectorAsync();

        var page = await director.OpenAsync((await SendAsync(director, await TokenAsync(director), "letter.txt", "Dear all"u8.ToArray())).Headers.Location!.ToString());

        Assert.Equal("The list could not be read", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Post_ListWithoutTheFormsToken_IsRefused()
    {
        var director = await _host.DirectorAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(director, "guessed", "list.csv", "x"u8.ToArray())).StatusCode);
    }

    [Fact]
    public async Task Post_ListWithoutASession_AsksForALink() =>
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(_host.NewVisitor(), "guessed", "list.csv", "x"u8.ToArray())).StatusCode);

    private static async Task<HttpResponseMessage> SendListAsync(Visitor visitor, string name)
    {
        using var file = new MemoryStream();
        SampleLists.All.Single(sample => sample.Name == name).Write(file);
        return await SendAsync(visitor, await TokenAsync(visitor), name, file.ToArray());
    }

    private static async Task<string> TokenAsync(Visitor visitor) =>
        (await visitor.OpenAsync("/getting-ready/check-list")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string token, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(token), "__RequestVerificationToken");
        var part = new ByteArrayContent(content);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "\"file\"", FileName = $"\"{name}\"" };
        form.Add(part);
        return await visitor.Client.PostAsync("/getting-ready/check-list/file", form);
    }

    private async Task<(int Documents, int Readings, int Findings)> RowsAsync()
    {
        await using var context = _host.Get<StoreDatabase>().Open();
        return (await context.Set<Document>().CountAsync(), await context.Set<ListReadingRow>().CountAsync(), await context.Set<ListFindingRow>().CountAsync());
    }

    private async Task SaveAsync(string key, bool isReady, LocalDate day)
    {
        var me = (await _host.Get<ReadyAccess>().OfAsync("888"))[0];
        var state = (await _host.Get<ReadyItems>().OfAsync("888")).Single(state => state.Item.Key == key);
        Assert.True(await _host.Get<ReadyItems>().SaveAsync(me, new ItemEntry(key, isReady, "Fictional owner", "A folder", day), state.Version));
    }
}
