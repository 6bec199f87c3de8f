using System.Net;
using AngleSharp.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Web.Inspections.Actions;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Tests.Components.Forms;
using AreaSend.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AreaSend.Web.Tests.Inspections;

/// <summary>What the pages of an inspection say is true of its kind and its state, in words and not in keys.</summary>
public sealed class WordsOfEachKindTests(FormsHost forms) : IClassFixture<FormsHost>
{
    private static readonly RecipientRole[] Outside = [RecipientRole.Dcs, RecipientRole.Icb, RecipientRole.Pcf, RecipientRole.Lano, RecipientRole.LeadInspector];

    public static TheoryData<string> Kinds => [InspectionKind.Full, InspectionKind.Monitoring, InspectionKind.Engagement, InspectionKind.Thematic, InspectionKind.Revisit];

    // A42: nobody has been nominated, so nobody reads it as the officer.
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A42_Hint_NamesThoseWhoAreWrittenToAndNobodyElse(string kind)
    {
        await forms.Host.EnterContactsAsync();
        var inspection = await forms.InspectionAsync(kind, []);
        var visitor = await forms.CoordinatorAsync();
        var address = $"/inspections/{inspection}/record/withdrawn";

        var form = await visitor.OpenAsync(address);
        var preview = await Visitor.ReadAsync(await visitor.SendAsync(address, form, ("Form.Reason", "The wrong area")));

        var hint = form.QuerySelector("#Form-Reason-hint")!.TextContent;
        var mails = preview.QuerySelectorAll(".email summary").Select(mail => mail.TextContent).ToList();
        Assert.NotEmpty(mails);
        Assert.All(Outside, role => Assert.Equal(
            mails.Exists(mail => mail.Contains(role.Show(), StringComparison.Ordinal)), hint.Replace('’', '\'').Contains(role.Show(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A42_HintOfADeadlineOfAMeeting_NamesNeitherOfficerNorForum()
    {
        var inspection = await forms.InspectionAsync(InspectionKind.Engagement, []);

        var hint = (await (await forms.CoordinatorAsync()).OpenAsync($"/inspections/{inspection}/record/deadline")).QuerySelector("#Form-Reason-hint")!.TextContent;

        Assert.Contains("chief executive of the integrated care board", hint, StringComparison.Ordinal);
        Assert.DoesNotContain("officer", hint, StringComparison.Ordinal);
        Assert.DoesNotContain("Forum", hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InspectionKind.Full, "inspection")]
    [InlineData(InspectionKind.Monitoring, "inspection")]
    [InlineData(InspectionKind.Engagement, "engagement meeting")]
    [InlineData(InspectionKind.Thematic, "visit")]
    [InlineData(InspectionKind.Revisit, "re-visit")]
    public async Task A24_Withdrawing_IsSaidOfTheKind(string kind, string noun)
    {
        var inspection = await forms.InspectionAsync(kind, []);
        var visitor = await forms.CoordinatorAsync();
        var address = $"/inspections/{inspection}/record/withdrawn";

        var offered = await visitor.OpenAsync($"/inspections/{inspection}");
        var preview = await Visitor.ReadAsync(await visitor.PostAsync(address, ("Form.Reason", "The wrong area")));
        var done = await visitor.OpenAsync((await visitor.SendAsync(address, preview, ("Form.Intent", "confirm"), ("Form.Known", "yes"))).Headers.Location!.OriginalString);
        var history = await visitor.OpenAsync($"/inspections/{inspection}/history");

        Assert.Equal($"Withdraw the {noun}", offered.QuerySelector(".actions a[href$='/record/withdrawn']")!.TextContent);
        Assert.StartsWith($"The {noun} is withdrawn", done.QuerySelector(".govuk-notification-banner__content")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains($"{char.ToUpperInvariant(noun[0])}{noun[1..]} withdrawn", history.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeadlineOfAMonitoringInspection_HangsOnItsLetter()
    {
        var inspection = await forms.InspectionAsync(
            InspectionKind.Monitoring,
            [(_, _, now) => new OnSiteStarted(now), (_, _, now) => new OnSiteEnded(now)]);
        var visitor = await forms.CoordinatorAsync();

        var refused = await Visitor.ReadAsync(await visitor.PostAsync(
            $"/inspections/{inspection}/record/deadline",
            [("Form.Step", Steps.DraftComments), .. FormsHost.Date("Form.Due", new LocalDate(2025, 9, 9)), ("Form.Reason", "A fictional reason")]));
        var page = await visitor.OpenAsync($"/inspections/{inspection}");

        Assert.True(refused.QuerySelector(".govuk-error-summary") is not null, refused.QuerySelector("main")!.TextContent);
        Assert.Contains("hangs on the day the draft letter is shared", refused.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("report is shared", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    // A50: what is recorded there is given to those outside, as a link.
    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("nonsense")]
    [InlineData("ftp://x/y")]
    [InlineData("https://")]
    [InlineData("https://www.ofsted.gov.uk@example.org/")]
    public async Task A50_WebAddress_ThatIsNone_IsRefusedWherePublicationIsRecorded(string typed)
    {
        BuildFact[] final =
        [
            (_, _, now) => new OnSiteStarted(now), (_, _, now) => new OnSiteEnded(now), (_, _, now) => new DraftReportShared(now), (_, _, now) => new CommentsReceived(now),
            (_, _, now) => new FinalReportShared(now, new Outcome.Inconsistent()), (_, _, now) => new ComplaintReceived(now), (_, _, now) => new ComplaintWasResolved(now, ComplaintResult.NotUpheld),
        ];
        var inspection = await forms.InspectionAsync(final);
        var visitor = await forms.CoordinatorAsync();

        foreach (var action in (string[])["published", "plan-published"])
        {
            var page = await Visitor.ReadAsync(await visitor.PostAsync($"/inspections/{inspection}/record/{action}", [("Form.Link", typed), .. FormsHost.Today]));

            Assert.Equal("#Form-Link", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
            Assert.Contains("Enter a web address in the correct form", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        }
    }

    // A7: beside "nothing falls due while it is paused".
    [Fact]
    public async Task A7_NextStepOfAPausedInspection_IsThatItIsPaused()
    {
        var inspection = await forms.InspectionAsync((_, _, now) => new InspectionPaused(now, "A fictional flood"));
        var visitor = await forms.CoordinatorAsync();

        var head = (await visitor.OpenAsync($"/inspections/{inspection}")).QuerySelectorAll("main .govuk-summary-list__row").Single(row => row.QuerySelector("dt")!.TextContent == "Next step");
        var row = (await visitor.OpenAsync("/inspections?phase=Paused")).QuerySelector($"main a[href='/inspections/{inspection}']")!.Closest("tr")!;

        Assert.Equal("None while it is paused: nothing falls due", head.QuerySelector("dd")!.TextContent.Trim());
        Assert.Equal("None while it is paused: nothing falls due", Cell(row, "Next step"));
        Assert.Equal("", Cell(row, "Due"));
    }

    [Fact]
    public async Task A26_FootOfTheTimetable_NamesTheEditionInWords()
    {
        var inspection = await forms.InspectionAsync();

        var page = (await (await forms.CoordinatorAsync()).OpenAsync($"/inspections/{inspection}")).QuerySelector("main")!.TextContent;

        Assert.DoesNotContain("area-send-20", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A26_Events_AreToldInWordsAndNotInKeys()
    {
        var (edition, at, document) = (forms.Host.Get<Editions>().Current, Instant.FromUtc(2025, 9, 9, 9, 0), Guid.Parse("01a20000-0000-7000-8000-000000000001"));
        Fact[] facts =
        [
            new UploadArrived(at, document, ["list-1", "list-2", "providers", "extra-1", "7.3/A"]), new UploadScanned(at, document, "sandbox, eicar"), new UploadAccepted(at, document, 12, "ab"),
            new UploadRefused(at, document, "macros", "It has macros."), new ListTakenAsItIs(at, document, 12, "ab", "No time"), new ItemNotHeld(at, "list-2", "There is none"), new ItemNotHeld(at, "extra-1", "There is none"),
            new NotReceived(at, [], ["list-1", "extra-1", "providers"]), new PaperFiled(at, document, "draft", 3),
        ];

        foreach (var fact in facts)
        {
            var told = EventSentence.Of(fact, edition, new Dictionary<string, NoticeRaised>(), edition.Find(InspectionKind.Full));
            Assert.All(told.Details.Append(told.Title), words => Assert.DoesNotMatch("list-[12]|extra-1|providers,|eicar|01a2|7\\.3/A", words));
        }
    }

    // A48: on a Monday the line of today stands where the date of the week is written.
    [Theory]
    [InlineData("desk")]
    [InlineData("telephone")]
    public async Task A48_LineOfToday_RunsThroughNoDate(string layout)
    {
        var page = await (await forms.CoordinatorAsync()).OpenAsync($"/inspections/{await forms.InspectionAsync()}");
        var picture = page.QuerySelector($"svg.picture--{layout}")!;
        static double Of(IElement drawn, string name) => double.Parse(drawn.GetAttribute(name)!, System.Globalization.CultureInfo.InvariantCulture);

        var lines = picture.QuerySelectorAll("line.picture__today");
        var dates = picture.QuerySelectorAll("text.picture__date").Where(date => Of(date, "x") <= Of(lines[0], "x1") && Of(lines[0], "x1") <= Of(date, "x") + 45).ToList();

        Assert.NotEmpty(dates);
        Assert.All(dates, date => Assert.All(lines, line => Assert.False(Of(line, "y1") < Of(date, "y") + 3 && Of(line, "y2") > Of(date, "y") - 12)));
    }

    [Fact]
    public async Task WayBack_IsPartOfALandmarkOnEveryPageOfTheConsole()
    {
        var page = await (await forms.CoordinatorAsync()).OpenAsync("/sandbox/patterns/form");

        Assert.NotNull(page.QuerySelector(".govuk-back-link")!.Closest("[role=region]"));
    }

    private static string Cell(IElement row, string label) => row.QuerySelectorAll("td").Single(cell => cell.GetAttribute("data-label") == label).TextContent.Trim();
}
