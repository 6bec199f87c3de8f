using System.Net;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Web.Exports;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;
using NodaTime;

namespace AreaSend.Web.Tests.Worklist;

public class WorklistPageTests
{
    [Theory]
    [InlineData(Role.Coordinator, true)]
    [InlineData(Role.LeadInspector, false)]
    public async Task Get_NothingPlanned_SaysWhatToDoToThoseWhoCan(Role role, bool mayPlan)
    {
        // Arrange
        using var host = new EmptyStoreHost();
        var visitor = await host.VisitorAsync(role);

        // Act
        var page = await visitor.OpenAsync("/");

        // Assert
        Assert.Contains("no inspection is planned", page.Body!.TextContent);
        Assert.Equal(mayPlan, page.QuerySelector("main a[href='/inspections/plan']") is not null);
    }

    /// <summary>Another document of the same item may say something else: a lost one stands there until something has come in since.</summary>
    [Fact]
    public async Task Get_DocumentThatStorageLost_StandsUnderProblemsUntilSomethingCameInSince()
    {
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var id = await host.PlannedAsync();
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 0)));
        var (lost, other, again) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await AcceptAsync(lost);
        await AcceptAsync(other);
        var visitor = await host.CoordinatorAsync();
        Assert.DoesNotContain("Storage has lost", (await visitor.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        await RecordAsync((_, _, now) => new UploadRefused(now, lost, UploadRefused.Lost, "Our storage has lost it."));
        Assert.Contains("Storage has lost a document that had been accepted; it answered 1.3.", (await visitor.OpenAsync("/")).QuerySelector("#concerns")!.TextContent, StringComparison.Ordinal);

        host.Clock.AdvanceMinutes(5);
        await AcceptAsync(again);
        Assert.DoesNotContain("Storage has lost", (await visitor.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        async Task AcceptAsync(Guid document)
        {
            await RecordAsync((_, _, now) => new UploadArrived(now, document, ["1.3"]));
            await RecordAsync((_, _, now) => new UploadAccepted(now, document, 100, new string('0', 64)));
        }

        async Task RecordAsync(BuildFact fact) =>
            Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().RecordAsync(id, Recorder.Ingestion, fact));
    }

    /// <summary>Ofsted's own paper that the scanner refused is with nobody: whoever put it there is told, until another is in its place.</summary>
    [Fact]
    public async Task Get_PaperOfOursThatWasRefused_StandsUnderProblemsUntilAnotherIsThere()
    {
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var id = await host.PlannedAsync();
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 0)));
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 22), new LocalTime(9, 0)));
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 10, 14), new LocalTime(9, 0)));
        var (refused, again) = (Guid.NewGuid(), Guid.NewGuid());
        await RecordAsync(Recorder.Coordinator, (_, _, now) => new DraftReportShared(now));
        await FileAsync(refused);
        await RecordAsync(Recorder.Ingestion, (_, _, now) => new PaperRefused(now, refused, "malware", "It is infected."));
        var visitor = await host.CoordinatorAsync();

        var concerns = (await visitor.OpenAsync("/")).QuerySelector("#concerns")!;
        Assert.Contains("Draft report: nobody has it. It is infected. Put it here again.", concerns.TextContent, StringComparison.Ordinal);
        Assert.NotNull(concerns.QuerySelector($"a[href^='/inspections/{id}/papers/draft/put?of=']"));

        host.Clock.AdvanceMinutes(5);
        await FileAsync(again);
        Assert.DoesNotContain("nobody has it", (await visitor.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        Task FileAsync(Guid document) => RecordAsync(
            Recorder.Coordinator, (@case, _, now) => new PaperFiled(now, document, PaperKind.Draft.Key, @case.Events.Last(recorded => recorded.Event is DraftReportShared).Seq));

        async Task RecordAsync(Recorder by, BuildFact fact) => Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().RecordAsync(id, by, fact));
    }

    /// <summary>A deferred inspection has ended, so nothing of it is owed; that none was planned in its place would be forgotten.</summary>
    [Fact]
    public async Task Get_DeferredInspectionWithoutASuccessor_StandsUnderProblemsAfterFourWeeks()
    {
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var id = await host.PlannedAsync();
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 10), new LocalTime(9, 0)));
        foreach (var fact in (BuildFact[])[(_, _, now) => new DeferralAsked(now, "A fictional flood"), (_, _, now) => new DeferralDecided(now, Granted: true, "A fictional flood")])
        {
            Assert.IsType<Recording.Recorded>(await host.Get<InspectionStore>().RecordAsync(id, Recorder.Coordinator, fact));
        }

        var visitor = await host.CoordinatorAsync();
        host.Clock.Reset(LondonTime.At(new LocalDate(2025, 10, 7), new LocalTime(9, 0)));
        Assert.DoesNotContain(Sentence, (await visitor.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        host.Clock.Reset(LondonTime.At(new LocalDate(2025, 10, 8), new LocalTime(9, 0)));
        Assert.Contains(Sentence, (await visitor.OpenAsync("/")).QuerySelector("#concerns")!.TextContent, StringComparison.Ordinal);

        await host.PlannedAsync(month: 12, day: 1);
        Assert.DoesNotContain(Sentence, (await visitor.OpenAsync("/")).Body!.TextContent, StringComparison.Ordinal);
    }

    private const string Sentence = "It was deferred on Wednesday 10 September 2025, and nothing is planned in its place. Plan it.";

    [Fact]
    public async Task Get_DeadlineOfTodayAndOnePast_StandsUnderEachWithItsCount()
    {
        // Arrange: notified on Monday 8 September; what is owed on Tuesday is late on Wednesday.
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var id = await host.PlannedAsync();
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 0)));
        host.Clock.Reset(LondonTime.At(new LocalDate(2025, 9, 9), new LocalTime(9, 0)));
        var visitor = await host.CoordinatorAsync();

        // Act
        var today = await visitor.OpenAsync("/");
        host.Clock.Reset(LondonTime.At(new LocalDate(2025, 9, 10), new LocalTime(9, 0)));
        var later = await visitor.OpenAsync("/");

        // Assert
        Assert.Equal((1, 0), (Count(today, "Due today"), Count(today, "Area is late")));
        Assert.Equal((0, 1, 1), (Count(later, "Due today"), Count(later, "Overdue"), Count(later, "Area is late")));
        var row = Assert.Single(later.QuerySelectorAll(".work__row"));
        Assert.Equal($"/inspections/{id}", row.QuerySelector("h2 a")!.GetAttribute("href"));
        Assert.Equal(["We owe", "The area owes", "In the next two weeks"], row.QuerySelectorAll("details h3").Select(heading => heading.TextContent));

        // Ours stands on top, although the area was late before.
        Assert.Contains("About 6 children and young people selected for tracking", row.QuerySelector(".work__duty")!.TextContent);
        Assert.Contains("1 working day late", row.QuerySelector(".work__duty")!.TextContent);
        Assert.Contains("Person-level lists 1 and 2", row.QuerySelector("details")!.TextContent);
    }

    [Fact]
    public async Task Get_NoticeThatCouldNotBeServed_StandsOnTop()
    {
        // Arrange
        using var host = new EmptyStoreHost { Mail = new FullMailboxes() };
        await host.EnterContactsAsync();
        var id = await host.PlannedAsync();
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 0)));
        var visitor = await host.CoordinatorAsync();

        // Act
        var page = await visitor.OpenAsync("/");

        // Assert
        Assert.Equal(1, Count(page, "Not served"));
        Assert.Contains("The mailbox is full.", page.QuerySelector(".work__duty")!.TextContent);
        Assert.NotNull(page.QuerySelector($".work a[href='/inspections/{id}/notices/notification%3Adcs']"));
    }

    [Fact]
    public async Task Get_NoticeThatThisStageHoldsBack_StandsOnTopAndSaysSo()
    {
        // Arrange
        using var host = new EmptyStoreHost
        {
            Settings = new Dictionary<string, string> { ["AreaSend:Mail:Sender"] = "Smtp", ["AreaSend:Mail:Smtp:Host"] = "localhost", ["AreaSend:Mail:OnlyTo"] = "@example.com" },
        };
        await host.EnterContactsAsync();
        var id = await host.PlannedAsync();
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 0)));
        var visitor = await host.CoordinatorAsync();

        // Act
        var worklist = await visitor.OpenAsync("/");
        var notice = await visitor.OpenAsync($"/inspections/{id}/notices/notification%3Adcs");

        // Assert
        Assert.Equal(1, Count(worklist, "Not served"));
        Assert.Contains("Held back: mail of this stage goes only to", worklist.QuerySelector(".work__duty")!.TextContent);
        Assert.Contains(notice.QuerySelectorAll(".govuk-tag"), tag => tag.TextContent.Trim() == "Held back");
    }

    [Fact]
    public async Task Get_PlannedAreaLacksContacts_NamesEachBeforeItIsNeeded()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var director = (await host.Get<ContactBook>().OfAsync("888")).Single(contact => contact.Role == RecipientRole.Dcs);
        director.Email = "director at example.org";
        await host.Get<ContactBook>().SaveAsync(director);
        await host.PlannedAsync();
        var visitor = await host.CoordinatorAsync();

        // Act
        var concerns = (await visitor.OpenAsync("/")).QuerySelector("#concerns")!;

        // Assert
        var row = Assert.Single(concerns.QuerySelectorAll("tbody tr"));
        Assert.Contains("the address of the director of children's services is not well formed", row.TextContent);
        Assert.Equal("/areas/888", row.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Get_InspectionWithoutALead_NamesItUntilOneIsNamed()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var id = await host.PlannedAsync(isLed: false);
        var visitor = await host.CoordinatorAsync();

        // Act
        var before = (await visitor.OpenAsync("/")).QuerySelector("#concerns tbody tr")!;
        await host.Get<ContactBook>().NameLeadAsync(id, new Services.Mail.Mailbox("Fictional Lead", "lead@example.org"));
        var after = (await visitor.OpenAsync("/")).QuerySelector("#concerns tbody tr");

        // Assert
        Assert.Contains("No lead inspector is named for the inspection on site from Monday 22 September 2025", before.TextContent);
        Assert.Equal($"/inspections/{id}/people", before.QuerySelector("a")!.GetAttribute("href"));
        Assert.Null(after);
    }

    [Fact]
    public async Task Get_Filtered_ShowsOnlyWhatMatchesAndSaysHowToGoBack()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var id = await host.PlannedAsync();
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 0)));
        host.Clock.Reset(LondonTime.At(new LocalDate(2025, 9, 10), new LocalTime(9, 0)));
        var visitor = await host.CoordinatorAsync();

        // Act
        var elsewhere = await visitor.OpenAsync("/?region=London");
        var overdue = await visitor.OpenAsync("/?standing=Overdue");
        var wrong = await visitor.OpenAsync("/?By.Day=31&By.Month=2&By.Year=2026");

        // Assert
        Assert.Empty(elsewhere.QuerySelectorAll(".work__row"));
        Assert.Contains("matches these filters", elsewhere.Body!.TextContent);
        Assert.Equal(id.ToString(), Assert.Single(overdue.QuerySelectorAll(".work__row h2 a")).GetAttribute("href")!.Split('/')[^1]);
        Assert.Equal("/?whose=all", overdue.QuerySelector(".moj-filter__tag")!.GetAttribute("href"));
        Assert.Contains("Due by must be a real date", wrong.QuerySelector(".govuk-error-summary")!.TextContent);
    }

    [Fact]
    public async Task Get_Export_HoldsWhatIsShown()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        await host.EnterContactsAsync();
        var id = await host.PlannedAsync();
        await host.AdvanceAsync(LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(9, 0)));
        host.Clock.Reset(LondonTime.At(new LocalDate(2025, 9, 10), new LocalTime(9, 0)));
        var visitor = await host.CoordinatorAsync();
        var shown = (await visitor.OpenAsync("/?standing=AreaLate")).QuerySelector("details")!.QuerySelectorAll(".work__duty")
            .Count(duty => duty.TextContent.Contains("Local area", StringComparison.Ordinal) && duty.TextContent.Contains("late", StringComparison.Ordinal));

        // Act
        var answer = await visitor.Client.GetAsync("/worklist.csv?standing=AreaLate");

        // Assert
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.True(shown > 0);
        Assert.Equal(shown + 1, lines.Length);
        Assert.All(lines[1..], line => Assert.Contains(id.ToString(), line));
    }

    [Fact]
    public async Task Get_ExportWithoutARole_GoesToThePicker()
    {
        // Arrange
        using var host = new EmptyStoreHost();
        using var client = host.CreateClient(new() { AllowAutoRedirect = false });

        // Act
        var answer = await client.GetAsync("/worklist.csv");

        // Assert
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("+44 20", "\"'+44 20\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("Reading, \"West\"", "\"Reading, \"\"West\"\"\"")]
    public void Csv_NoTextIsAFormulaOrBreaksItsCell(string text, string cell)
    {
        Assert.Equal($"{cell}\r\n", CsvText.Of([[text]]));
    }

    private static int Count(AngleSharp.Dom.IDocument page, string standing) =>
        int.Parse(page.QuerySelectorAll(".counts__item").Single(item => item.QuerySelector(".counts__words")!.TextContent == standing).QuerySelector(".counts__number")!.TextContent);

    private sealed class FullMailboxes : IMailSender
    {
        public Task<MailResult> SendAsync(Services.Mail.Mail mail, CancellationToken cancellation) => Task.FromResult<MailResult>(new MailResult.Refused("The mailbox is full."));
    }
}
