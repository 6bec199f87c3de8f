using AreaSend.Core.AnnexA.Catalogue;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>Where each item of Annex A stands (handbook, paragraphs 87, 192 to 206). Notification: Monday 8 September 2025.</summary>
public class ItemStandingTests
{
    private static readonly Guid First = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Second = Guid.Parse("00000000-0000-0000-0000-000000000002");

    [Theory]
    [InlineData("1.3", "2025-09-08 16:00", ItemState.Waiting, false)]
    [InlineData("1.3", "2025-09-09 10:59", ItemState.DueToday, false)]
    [InlineData("1.3", "2025-09-09 11:00", ItemState.Overdue, true)]
    [InlineData("2.4", "2025-09-11 23:59", ItemState.Waiting, false)]
    [InlineData("2.4", "2025-09-12 09:00", ItemState.DueToday, false)]
    [InlineData("2.4", "2025-09-12 17:00", ItemState.Overdue, true)]
    public void Of_NothingCame_FollowsTheDeadline(string item, string now, ItemState state, bool isPastDue)
    {
        var standing = Standing(Notified(), item, now);

        Assert.Equal((state, isPastDue, true), (standing.State, standing.IsPastDue, standing.IsOutstanding));
    }

    [Fact]
    public void Of_DocumentFromArrivalToDecision_IsAnsweredAsOfItsArrival()
    {
        var course = Notified();
        course.Record(new UploadArrived(Course.At("2025-09-09 11:00"), First, ["1.3"]));
        var before = Standing(course, "1.3", "2025-09-09 11:05");
        course.Record(new UploadAccepted(Course.At("2025-09-09 11:10"), First, 10, new string('a', 64)));
        var after = Standing(course, "1.3", "2025-09-09 11:15");

        Assert.Equal((ItemState.BeingChecked, true), (before.State, before.IsOutstanding));
        Assert.Equal((ItemState.Accepted, Course.At("2025-09-09 11:00")), (after.State, after.AnsweredAt));
    }

    [Theory]
    [InlineData("2025-09-09 11:00", ItemState.Accepted)]
    [InlineData("2025-09-09 11:01", ItemState.ReceivedLate)]
    public void Of_Arrival_OnTheStrokeIsInTimeAndAfterItIsLate(string arrived, ItemState state)
    {
        var course = Notified();
        course.Record(new UploadArrived(Course.At(arrived), First, ["1.3"]));
        course.Record(new UploadAccepted(Course.At("2025-09-09 12:00"), First, 10, new string('a', 64)));

        Assert.Equal(state, Standing(course, "1.3", "2025-09-09 12:00").State);
    }

    [Fact]
    public void Of_RefusedDocument_LeavesTheItemOutstandingAndSaysWhy()
    {
        var course = Notified();
        course.Record(new UploadArrived(Course.At("2025-09-08 15:00"), First, ["1.3"]));
        course.Record(new UploadRefused(Course.At("2025-09-08 15:01"), First, "macros", "The file contains macros."));

        var standing = Standing(course, "1.3", "2025-09-08 16:00");
        Assert.Equal((ItemState.Refused, "The file contains macros.", true), (standing.State, standing.Words, standing.IsOutstanding));
        Assert.Contains("1.3", course.Case.Outstanding("arrangements"));
    }

    [Fact]
    public void Of_ListTakenWithItsErrors_IsAcceptedAsOfItsArrivalAndSaysWhy()
    {
        var course = Notified();
        course.Record(new UploadArrived(Course.At("2025-09-09 10:50"), First, ["list-1"]));
        course.Record(new UploadRefused(Course.At("2025-09-09 10:51"), First, UploadRefused.ErrorsInAList, "The list has 1 error."));
        course.Record(Taken(First));

        var standing = Standing(course, "list-1", "2025-09-09 12:00");
        Assert.Equal((ItemState.Accepted, Course.At("2025-09-09 10:50"), "Taken with its errors: No date of birth is held."), (standing.State, standing.AnsweredAt, standing.Words));
    }

    [Theory]
    [InlineData("macros", "", "Only a list that was refused for its errors can be taken as it is.", "what is dangerous is never taken")]
    [InlineData(UploadRefused.ErrorsInAList, "mended", "What this list was sent for has been answered since, so it need not be taken.", "a mended list has come")]
    [InlineData(UploadRefused.ErrorsInAList, "taken", "Only a list that was refused for its errors can be taken as it is.", "it has been taken already")]
    public void WhyNot_ListThatNeedNotOrMustNotBeTaken_IsASentence(string rule, string since, string sentence, string because)
    {
        var course = Notified();
        course.Record(new UploadArrived(Course.At("2025-09-09 10:50"), First, ["list-1"]));
        course.Record(new UploadRefused(Course.At("2025-09-09 10:51"), First, rule, "The list has 1 error."));
        if (since == "mended")
        {
            course.Record(new UploadArrived(Course.At("2025-09-09 10:55"), Second, ["list-1"]));
            course.Record(new UploadAccepted(Course.At("2025-09-09 10:56"), Second, 10, new string('a', 64)));
        }
        else if (since == "taken")
        {
            course.Record(Taken(First));
        }

        Assert.Equal((sentence, because), (course.Inspection.WhyNot(Taken(First), Course.At("2025-09-09 12:00")), because));
    }

    [Fact]
    public void Of_RefusedReplacement_LeavesTheAcceptedVersionStanding()
    {
        var course = Notified();
        course.Record(new UploadArrived(Course.At("2025-09-08 15:00"), First, ["1.3"]));
        course.Record(new UploadAccepted(Course.At("2025-09-08 15:01"), First, 10, new string('a', 64)));
        course.Record(new UploadArrived(Course.At("2025-09-08 15:30"), Second, ["1.3"]));
        course.Record(new UploadRefused(Course.At("2025-09-08 15:31"), Second, "macros", "The file contains macros."));

        Assert.Equal(ItemState.Accepted, Standing(course, "1.3", "2025-09-08 16:00").State);
    }

    [Fact]
    public void Of_RecordedByHandOrNotHeld_AreTheirOwnStates()
    {
        var course = Notified();
        course.Record(new ItemReceived(Course.At("2025-09-08 15:00"), "1.3"));
        course.Record(new ItemNotHeld(Course.At("2025-09-08 15:00"), "1.6", "The board keeps it."));

        Assert.Equal(ItemState.Received, Standing(course, "1.3", "2025-09-08 16:00").State);
        Assert.Equal((ItemState.NotHeld, "The board keeps it."), (Standing(course, "1.6", "2025-09-08 16:00").State, Standing(course, "1.6", "2025-09-08 16:00").Words));
    }

    [Fact]
    public void Met_OneDocumentForAllOfAStep_MeetsItAsOfItsArrival()
    {
        var course = Notified();
        course.Record(new UploadArrived(Course.At("2025-09-09 09:30"), First, AreaSend2024.Full.Asks.ItemsOf("arrangements", 0)));
        course.Record(new UploadAccepted(Course.At("2025-09-09 11:30"), First, 10, new string('a', 64)));

        Assert.Equal((Course.At("2025-09-09 09:30"), false), (course.Plan["arrangements"].Met!.At, course.Plan["arrangements"].MetLate));
    }

    [Fact]
    public void ExtraItem_IsAStepWithReminderAndLateness()
    {
        var course = Notified();
        course.RunTo("2025-09-10 11:00");
        course.Record(new ExtraItemAsked(Course.At("2025-09-10 11:00"), "extra-1", "Minutes", "To see.", new LocalDate(2025, 9, 15), new LocalTime(17, 0)));

        var keys = course.RunTo("2025-09-15 18:00").Select(notice => notice.Key).Where(key => key.Contains("2025-09-15", StringComparison.Ordinal)).ToList();

        Assert.Equal([87], course.Plan["extra-1"].Definition.Cites);
        Assert.Contains(keys, key => key.StartsWith("annex-a-reminder", StringComparison.Ordinal) && key.EndsWith("-1wd", StringComparison.Ordinal));
        Assert.Contains(keys, key => key.StartsWith("annex-a-reminder", StringComparison.Ordinal) && key.EndsWith("-2h", StringComparison.Ordinal));
        Assert.Contains(keys, key => key.StartsWith("annex-a-overdue", StringComparison.Ordinal));
        Assert.Equal(ItemState.Overdue, Standing(course, "extra-1", "2025-09-15 18:00").State);
    }

    [Fact]
    public void ExtraItem_AnsweredInTime_IsNotReminded()
    {
        var course = Notified();
        course.RunTo("2025-09-10 11:00");
        course.Record(new ExtraItemAsked(Course.At("2025-09-10 11:00"), "extra-1", "Minutes", "To see.", new LocalDate(2025, 9, 15), new LocalTime(17, 0)));
        course.Record(new UploadArrived(Course.At("2025-09-10 11:00"), First, ["extra-1"]));
        course.Record(new UploadAccepted(Course.At("2025-09-10 11:00"), First, 10, new string('a', 64)));

        Assert.DoesNotContain(course.RunTo("2025-09-16 18:00"), notice => notice.Key.StartsWith("annex-a", StringComparison.Ordinal) && notice.Key.Contains("2025-09-15", StringComparison.Ordinal));
    }

    [Fact]
    public void Request_IsTheCatalogue()
    {
        var asked = AreaSend2024.Full.Asks.Steps.SelectMany(step => AreaSend2024.Full.Asks.ItemsOf(step, trackedChildren: 1)).Select(item => AnnexA2024.Catalogue.FindByKey(item));

        Assert.Equal(AnnexA2024.Catalogue.Items, asked);
    }

    private static Course Notified()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-08 09:00");
        return course;
    }

    private static ListTakenAsItIs Taken(Guid document) => new(Course.At("2025-09-09 11:30"), document, 10, new string('a', 64), "No date of birth is held.");

    private static ItemStanding Standing(Course course, string item, string now) =>
        ItemStanding.All(course.Case, course.Plan, Course.At(now)).Single(standing => standing.Item == item);
}
