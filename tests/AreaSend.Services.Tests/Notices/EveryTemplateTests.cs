using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Notices;

/// <summary>What holds for every notice and every role in it, whatever its words.</summary>
public sealed class EveryTemplateTests
{
    private static IEnumerable<InspectionType> Kinds => Editions.Shipped.Held.SelectMany(edition => edition.Types);

    public static TheoryData<string, string, string, RecipientRole> MatrixLines =>
    [
        .. (from edition in Editions.Shipped.Held
            from kind in edition.Types
            from row in kind.Notices
            from role in row.To.Append(RecipientRole.Dcs)
            select (edition.Id, kind.Key, row.Template, role)).Distinct(),
    ];

    [Fact]
    public void Templates_AndTheMatrices_NameTheSameNotices() => Assert.Equal(
        Kinds.SelectMany(kind => kind.Notices).Select(row => row.Template).Distinct().Order(), NoticeTemplates.All.Select(template => template.Name).Distinct().Order());

    [Fact]
    public void Templates_EachSaysWhichNoticeItHasTheWordsOf() => Assert.Equal(
        typeof(NoticeTemplate).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(NoticeTemplate))).Select(type => type.Name).Order(),
        NoticeTemplates.All.Select(template => template.Component.Name).Distinct().Order());

    /// <summary>Words of a kind's own are for a kind that there is and a notice that it sends, and stand once.</summary>
    [Fact]
    public void TemplatesOfAKind_AreForNoticesThatItSends()
    {
        Assert.Equal(NoticeTemplates.All.Count, NoticeTemplates.All.DistinctBy(template => (template.Name, template.Kind)).Count());
        Assert.All(NoticeTemplates.All.Where(template => template.Kind is not null), template =>
            Assert.Contains(Kinds.Where(kind => kind.Key == template.Kind).SelectMany(kind => kind.Notices), row => row.Template == template.Name));
    }

    [Theory]
    [MemberData(nameof(MatrixLines))]
    public async Task Preview_OfAnInspectionJustPlanned_IsSound(string edition, string kind, string template, RecipientRole role)
    {
        await using var services = Composing.Host();
        var request = SampleInspection.Planned(kind, edition).Request(template, role);

        var notice = await services.GetRequiredService<NoticeComposer>().PreviewAsync(request, TestContext.Current.CancellationToken);

        notice.IsSound();
        notice.Says("Dear Zoë O'Connor <& Sons>", "Fictional Area", role.Show());
        notice.NeverSays("Child A", "example.org/inspections/0198f3c2-5a3e-7c11-9d70-2f6f3f0b8a01/");
        Assert.Equal(template, notice.Template);
        Assert.InRange(notice.Version, 1, 99);
        if (request.Case.Type.Product == Product.Letter && template is not ("notification" or "published"))
        {
            notice.NeverSays("report");
        }
    }

    /// <summary>A report that nobody has published yet has no page: what stands for it is where all of them are, never this site.</summary>
    [Theory]
    [InlineData(InspectionKind.Full, RecipientRole.Dcs)]
    [InlineData(InspectionKind.Full, RecipientRole.SecretaryOfStateForEducation)]
    [InlineData(InspectionKind.Monitoring, RecipientRole.Pcf)]
    public async Task A45_PreviewOfWhatIsPublished_LinksToWhereReportsAre(string kind, RecipientRole role)
    {
        await using var services = Composing.Host();

        var notice = await services.GetRequiredService<NoticeComposer>().PreviewAsync(SampleInspection.Planned(kind).Request("published", role), TestContext.Current.CancellationToken);

        notice.LinksTo("https://reports.ofsted.gov.uk/");
        Assert.DoesNotContain("areasend.example.org", notice.Text.Replace("https://areasend.example.org/leaders", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>Every date that either part shows says whether it is fixed or a forecast, or is a day on which something happened.</summary>
    [Theory]
    [InlineData("notification", RecipientRole.Dcs)]
    [InlineData("notification", RecipientRole.Icb)]
    [InlineData("notification", RecipientRole.Pcf)]
    [InlineData("lano-invitation", RecipientRole.Lano)]
    [InlineData("on-site-starts", RecipientRole.Icb)]
    [InlineData("surveys-closing", RecipientRole.Pcf)]
    public async Task Preview_BeforeAnythingIsLookedBackOn_MarksEachDate(string template, RecipientRole role)
    {
        await using var services = Composing.Host();

        var notice = await services.GetRequiredService<NoticeComposer>().PreviewAsync(SampleInspection.Planned().Request(template, role), TestContext.Current.CancellationToken);

        Assert.DoesNotMatch(@"(?<!today, )\b(?:Mon|Tues|Wednes|Thurs|Fri)day \d+ \w+ \d{4}(?:, \d+[ap]m)?(?! \((?:fixed|forecast)\)|, \d| ?\d)", notice.Text);
    }

    /// <summary>The report is confidential: until it is published no notice may give its outcome away (handbook, paragraph 133).</summary>
    [Theory]
    [InlineData("final-shared", RecipientRole.Dcs)]
    [InlineData("final-shared", RecipientRole.Lano)]
    [InlineData("complaint-received", RecipientRole.Dcs)]
    [InlineData("complaint-received", RecipientRole.LeadInspector)]
    [InlineData("complaint-resolved", RecipientRole.Dcs)]
    [InlineData("plan-reminder", RecipientRole.Dcs)]
    [InlineData("plan-overdue", RecipientRole.Icb)]
    [InlineData("paused", RecipientRole.Pcf)]
    [InlineData("resumed", RecipientRole.Pcf)]
    [InlineData("dates-changed", RecipientRole.Pcf)]
    public async Task Compose_FinalReportNotPublished_SaysTheSameWhateverTheOutcome(string template, RecipientRole role)
    {
        var first = await BeforePublicationAsync(new Outcome.TypicallyPositive(), template, role);
        var second = await BeforePublicationAsync(new Outcome.Inconsistent(), template, role);
        var third = await BeforePublicationAsync(new Outcome.WidespreadFailings("Fictional Principal"), template, role);

        Assert.Equal(first, second);
        Assert.Equal(second, third);
        third.NeverSays("priority action", "strategic plan", "Fictional Principal", "failings");
    }

    [Fact]
    public async Task Compose_CorrectedOutcomeNotPublished_SaysTheSameWhateverItIs()
    {
        var first = await CorrectedAsync(new Outcome.TypicallyPositive(), new Outcome.WidespreadFailings("Fictional Principal"));
        var second = await CorrectedAsync(new Outcome.WidespreadFailings("Fictional Principal"), new Outcome.Inconsistent());

        Assert.Equal(first, second);
        first.NeverSays("priority action", "strategic plan", "Fictional Principal", "failings");
        Assert.Contains("Recorded was: final report and responses shared, ", first.Text, StringComparison.Ordinal);
        Assert.Contains("The day was right; what was recorded with it was not.", first.Text, StringComparison.Ordinal);
        Assert.Contains("Why: Typed the wrong one.", first.Text, StringComparison.Ordinal);
    }

    private static async Task<ComposedNotice> CorrectedAsync(Outcome wrong, Outcome right)
    {
        var inspection = SampleInspection.WithFinal(wrong);
        var final = inspection.Case.Recorded.Single(recorded => recorded.Event is FinalReportShared);
        var happened = ((FinalReportShared)final.Event).HappenedAt;
        var correction = CorrectionRules.Of(inspection.Case, inspection.Plan, final.Seq, new FinalReportShared(happened, right), "Typed the wrong one", happened + Duration.FromDays(1));
        return await Composing.ComposeAsync(inspection.With(correction).Request("correction", RecipientRole.Dcs));
    }

    private static async Task<ComposedNotice> BeforePublicationAsync(Outcome outcome, string template, RecipientRole role)
    {
        var inspection = SampleInspection.WithFinal(outcome)
            .With(new ComplaintReceived(SampleInspection.At(2025, 11, 10)))
            .With(new ComplaintWasResolved(SampleInspection.At(2025, 11, 12)))
            .With(new InspectionPaused(SampleInspection.At(2025, 11, 12), "a fictional reason"));
        inspection = inspection.With(DateMoves.Resume(inspection.Case, inspection.Plan, SampleInspection.At(2025, 11, 14)));
        return await Composing.ComposeAsync(inspection.Request(template, role));
    }
}
