using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Notices;

/// <summary>Day 1: each leader is told what is theirs (handbook, paragraphs 82 to 89, 101).</summary>
public sealed class NotificationTests
{
    /// <summary>Over Christmas notification falls before week 1: dates stand by what happens on them, never by the number of a week.</summary>
    [Theory]
    [InlineData(RecipientRole.Dcs)]
    [InlineData(RecipientRole.Icb)]
    [InlineData(RecipientRole.Pcf)]
    public async Task A15_Notification_NumbersNoWeekThatADateMayNotLieIn(RecipientRole role) =>
        (await Composing.ComposeAsync(SampleInspection.Notified().Request("notification", role))).NeverSays("Week 1:", "Week 2:", "Week 3:");

    [Fact]
    public async Task Notification_ToTheDirector_HasTheWeeksTheOfficerAnnexAAndTheDeferralRoute()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.Notified().Request("notification", RecipientRole.Dcs));

        notice.IsSound();
        Assert.Equal("Area SEND inspection of Fictional Area: notification", notice.Subject);
        notice.Says(
            "You are notified today, Monday 8 September 2025",
            "Thursday 18 September 2025 (fixed)",
            "Monday 22 September 2025 (fixed)",
            "Tuesday 9 September 2025, 11am (fixed)",
            "Friday 12 September 2025, 5pm (fixed)",
            "Tuesday 16 September 2025, 9am (fixed)",
            "by Thursday 16 October 2025 (forecast)",
            "nominate",
            "local area nominated officer (LANO)",
            "Annex A",
            "deferral policy",
            "section 20(1)(a) of the Children Act 2004");
        notice.LinksTo("https://www.gov.uk/government/publications/deferring-ofsted-inspections");
        notice.NeverSays("template for item 1.7", "Parent Carer Forum remotely");
    }

    [Fact]
    public async Task MonitoringNotification_AtDiscretion_CitesThePowerOfTheInspectorates()
    {
        var planned = SampleInspection.Planned(InspectionKind.Monitoring, grounds: new MonitoringGrounds(FollowsReportOf: null, Follows: null, "Concerns", ["Waiting times"]));

        var notice = await Composing.ComposeAsync(planned.With(new Notified(SampleInspection.At(2025, 9, 8))).Request("notification", RecipientRole.Dcs));

        notice.Says("under section 20(2) of the Children Act 2004");
        notice.NeverSays("20(1)(a)");
    }

    [Fact]
    public async Task Notification_ToTheBoard_IsFromCqcWithTheTemplateForItem1_7()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.Notified().Request("notification", RecipientRole.Icb));

        notice.IsSound();
        notice.Says("NHS Fictional Integrated Care Board", "Template for item 1.7", "Who commissions it", "Recovery plan", "16 to 25", "Tuesday 9 September 2025, 11am (fixed)");
        Assert.StartsWith("Care Quality Commission", notice.Text);
    }

    [Fact]
    public async Task Notification_ToTheForum_HasTheFirstRemoteMeetingAndTheSurveys()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.Notified().Request("notification", RecipientRole.Pcf), ("AreaSend:Notices:ParentsSurvey", "https://surveys.example.org/parents"));

        notice.IsSound();
        notice.Says("meet representatives of the Parent Carer Forum remotely", "Tuesday 16 September 2025, 9am (fixed)", "Monday 22 September 2025 (fixed)", "copy");
        notice.LinksTo("https://surveys.example.org/parents");
        notice.NeverSays("Nominate", "List 1", "integrated care board");
    }

    /// <summary>A contact entered two weeks late: the notification says so, and asks for nothing by a day that has passed.</summary>
    [Theory]
    [InlineData(RecipientRole.Dcs)]
    [InlineData(RecipientRole.Icb)]
    [InlineData(RecipientRole.Pcf)]
    public async Task Notification_SentLate_SaysSoAndGivesWhatCanStillBeDone(RecipientRole to)
    {
        var request = SampleInspection.Notified().Request("notification", to) with { Now = SampleInspection.At(2025, 9, 17) };

        var notice = await Composing.ComposeAsync(request);

        notice.IsSound();
        notice.Says("This e-mail is late: it should have reached you on Monday 8 September 2025, and could not be sent until Wednesday 17 September 2025");
        notice.NeverSays("You are notified today", "open until", "open from today", "(LANO) by Tuesday 9 September");
        if (to != RecipientRole.Pcf)
        {
            notice.Says("as soon as possible, and by Thursday 18 September 2025, 11am at the latest (it was due by Tuesday 9 September 2025, 11am)");
        }

        if (to == RecipientRole.Dcs)
        {
            notice.Says("by Thursday 18 September 2025, 5pm at the latest (it was due by Friday 12 September 2025, 5pm)");
        }
    }

    [Fact]
    public async Task EveryNoticeToTheArea_NamesTheLeadInspectorAndGivesTheNumber()
    {
        var request = SampleInspection.Notified().Request("notification", RecipientRole.Dcs) with { Lead = new LeadInspector("Fictional Lead", "0300 000 0001") };

        var notice = await Composing.ComposeAsync(request);

        notice.Says("Lead inspector: Fictional Lead, telephone 0300 000 0001");
    }

    /// <summary>An engagement meeting has no lead inspector: somebody chairs it for Ofsted (¶ 188).</summary>
    [Fact]
    public async Task NoticeOfAMeeting_SaysWhoIsThereForOfsted()
    {
        var request = SampleInspection.Planned(InspectionKind.Engagement).With(new Notified(SampleInspection.At(2025, 9, 8))).Request("self-evaluation-asked", RecipientRole.Dcs) with
        {
            Lead = new LeadInspector("Fictional Chair", "0300 000 0001"),
        };

        var notice = await Composing.ComposeAsync(request);

        notice.Says("For Ofsted: Fictional Chair, telephone 0300 000 0001");
        notice.NeverSays("Lead inspector");
    }

    [Theory]
    [InlineData("notification", RecipientRole.Icb, "cqc@example.org")]
    [InlineData("notification", RecipientRole.Dcs, "ofsted@example.org")]
    [InlineData("notification", RecipientRole.Pcf, "ofsted@example.org")]
    [InlineData("draft-shared", RecipientRole.Icb, "ofsted@example.org")]
    public void From_IsCqcOnlyForTheBoardsNotification(string template, RecipientRole to, string from)
    {
        using var services = Composing.Host(("AreaSend:Mail:OfstedFrom", "ofsted@example.org"), ("AreaSend:Mail:CqcFrom", "cqc@example.org"));

        Assert.Equal(from, services.GetRequiredService<NoticeMailboxes>().Of(NoticeMatrix.SenderOf(SampleInspection.Planned().Case, new NoticeRaised("", template, to))).Address);
    }
}
