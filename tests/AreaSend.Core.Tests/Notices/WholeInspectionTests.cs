using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Tests.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Notices;

public sealed class WholeInspectionTests
{
    // Moment in London, notice and role: everything that is sent when all goes as it should, as notices.md has it.
    private static readonly string[] Expected =
    [
        // N: the leaders, each from their inspectorate; surveys go live.
        "2025-09-08 09:00 notification:dcs",
        "2025-09-08 09:00 notification:icb",
        "2025-09-08 09:00 notification:pcf",
        "2025-09-08 09:00 surveys-open:pcf",

        // The officer is named at 3pm.
        "2025-09-08 15:00 surveys-open:lano",
        "2025-09-08 15:00 lano-invitation:lano",

        // Two hours before 11am; at 9am the day before was when it was asked for.
        "2025-09-09 09:00 annex-a-reminder:lano",
        "2025-09-09 16:00 tracked-children:lano",
        "2025-09-11 09:00 annex-a-reminder:lano",
        "2025-09-12 15:00 annex-a-reminder:lano",
        "2025-09-15 09:00 surveys-closing:lano",
        "2025-09-15 09:00 surveys-closing:pcf",
        "2025-09-17 09:00 fieldwork-starts:lano",
        "2025-09-17 09:00 fieldwork-starts:dcs",
        "2025-09-17 09:00 fieldwork-starts:icb",
        "2025-09-19 09:00 on-site-starts:lano",
        "2025-09-19 09:00 on-site-starts:dcs",
        "2025-09-19 09:00 on-site-starts:icb",

        // E, after the feedback meeting: they may call on Monday.
        "2025-09-26 17:00 concerns-call:dcs",
        "2025-09-26 17:00 concerns-call:icb",
        "2025-09-26 17:00 concerns-call:lano",
        "2025-10-16 12:00 draft-shared:dcs",
        "2025-10-16 12:00 draft-shared:icb",
        "2025-10-16 12:00 draft-shared:lano",

        // 3 and 1 working days before 30 October: Monday and Wednesday.
        "2025-10-27 09:00 comments-reminder:lano",
        "2025-10-29 09:00 comments-reminder:lano",
        "2025-11-07 12:00 final-shared:dcs",
        "2025-11-07 12:00 final-shared:icb",
        "2025-11-07 12:00 final-shared:lano",

        // P: the principal authority is not the local authority here.
        "2025-11-19 12:00 published:dcs",
        "2025-11-19 12:00 published:icb",
        "2025-11-19 12:00 published:lano",
        "2025-11-19 12:00 published:pcf",
        "2025-11-19 12:00 published:sos-education",
        "2025-11-19 12:00 published:sos-health",
        "2025-11-19 12:00 published:principal-authority",

        // 10, 5 and 1 working days before 30 December, over Christmas.
        "2025-12-12 09:00 plan-reminder:principal-authority",
        "2025-12-19 09:00 plan-reminder:principal-authority",
        "2025-12-29 09:00 plan-reminder:principal-authority",

        // Sent back, and not called overdue: it came in time, and the handbook sets no date for sending it again.
        "2026-01-06 12:00 plan-returned:principal-authority",
        "2026-01-20 12:00 plan-confirmed:principal-authority",
    ];

    [Fact]
    public void Notices_WhenAllGoesAsItShould_AreThese()
    {
        var (_, notices) = WholeInspection.Run();

        Assert.Equal(Expected, notices.Select(notice => $"{WholeInspection.Show(notice.At)} {string.Join(':', notice.Key.Split(':').Take(2))}"));
    }

    [Fact]
    public void WhenAllIsDone_NothingIsOwedAndNothingIsToCome()
    {
        var (course, _) = WholeInspection.Run();
        var now = Course.At("2026-06-01");

        Assert.Empty(course.Inspection.Owed(now));
        Assert.Null(course.Inspection.NextWake(now));

        // The plan came in time, and once more after it had been sent back.
        Assert.Equal(["priority-action-plan"], course.Plan.Steps.Where(step => step.MetLate).Select(step => step.Key));
    }

    [Fact]
    public void Facts_BroughtAboutByTheClock_HappenAtTheirHour()
    {
        var (course, _) = WholeInspection.Run();

        Assert.Equal(
            [
                "2025-09-08 09:00 notified", "2025-09-16 09:00 surveys-closed", "2025-09-18 09:00 fieldwork-started",
                "2025-09-22 09:00 on-site-started", "2025-09-26 17:00 on-site-ended", "2025-11-19 12:00 disseminated",
            ],
            course.Case.Events.Select(recorded => recorded.Event)
                .Where(fact => fact is Notified or SurveysClosed or FieldworkStarted or OnSiteStarted or OnSiteEnded or ReportDisseminated)
                .Select(fact => $"{WholeInspection.Show(((Fact)fact).HappenedAt)} {fact.Kind}"));
    }
}
