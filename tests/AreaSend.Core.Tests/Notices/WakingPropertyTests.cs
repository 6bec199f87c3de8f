using AreaSend.Core.Inspections;
using AreaSend.Core.Tests.Inspections;
using CsCheck;

namespace AreaSend.Core.Tests.Notices;

/// <summary>However seldom the engine looks, nothing is lost but reminders of what has passed and words about what is no longer owed, and nothing is sent twice.</summary>
public sealed class WakingPropertyTests
{
    private static readonly Gen<int[]> Downtimes = Gen.Int[1, 400].Array[0, 12];

    [Fact]
    public void RunTo_WithTheEngineDownNowAndThen_RaisesWhatItRaisesAwakeLessWhatHasPassed()
    {
        // Nobody does anything: every reminder and every overdue notice is owed.
        var awake = new Course("2025-09-22").RunTo("2025-12-01").Select(notice => notice.Key).ToHashSet();
        var expire = awake.Where(MayPass).ToHashSet();

        Downtimes.Sample(
            hours =>
            {
                var course = new Course("2025-09-22");
                course.RunTo("2025-09-08 09:00");
                var now = Course.At("2025-09-08 09:00");
                var raised = new List<string> { "notification:dcs", "notification:icb", "notification:pcf", "surveys-open:pcf" };
                foreach (var downtime in hours)
                {
                    now += Duration.FromHours(downtime);
                    raised.AddRange(course.Advance(now));
                }

                raised.AddRange(course.RunTo(Instant.Max(now, Course.At("2025-12-01"))).Select(notice => notice.Key));
                Assert.Equal(raised.Count, raised.Distinct().Count());
                Assert.Empty(awake.Except(raised).Except(expire));
                Assert.Empty(raised.Except(awake));
            },
            iter: 40);
    }

    // Once the on-site days have ended, what the area never sent is no longer owed: nobody is told then that it is overdue.
    private static bool MayPass(string key) =>
        key.EndsWith("wd", StringComparison.Ordinal) || key.EndsWith("-2h", StringComparison.Ordinal)
        || key.StartsWith("annex-a-overdue", StringComparison.Ordinal) || key.Contains(":lano-nominated:", StringComparison.Ordinal)
        || key.StartsWith("concerns-call", StringComparison.Ordinal); // a call that can no longer be made
}
