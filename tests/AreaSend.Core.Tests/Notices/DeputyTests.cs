using AreaSend.Core.Inspections;
using AreaSend.Core.Notices;
using AreaSend.Core.Tests.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Core.Tests.Notices;

/// <summary>A deputy of the nominated officer: named after the officer, written to from then on, and gone when the area says so.</summary>
public sealed class DeputyTests
{
    private static readonly Guid Officer = Guid.NewGuid();
    private static readonly Guid Deputy = Guid.NewGuid();

    [Theory]
    [InlineData("2027-03-01 08:00", "The officer was named on Tuesday 2 March 2027; enter that day or a later one.", "before there was an officer")]
    [InlineData("2027-03-02 12:00", null, "the same day")]
    public void Named_BeforeTheOfficer_IsRefused(string at, string? because, string reason)
    {
        var course = new Course("2027-03-15");
        course.RunTo("2027-03-02 09:30");
        course.Record(new LanoNominated(Course.At("2027-03-02 10:00"), Officer));

        Assert.True(course.WhyNot(new DeputyNamed(Course.At(at), Deputy), "2027-03-02 13:00") == because, reason);
    }

    [Fact]
    public void Leaving_WhereThereIsNone_IsRefused() =>
        Assert.Equal("The officer has no deputy, so none can leave.", WithOfficer().WhyNot(new DeputyNamed(Course.At("2027-03-02 11:00"), Person: null)));

    /// <summary>What the officer was told before stays with the officer; what comes later goes to both, at one moment.</summary>
    [Fact]
    public void Deputy_FromBeingNamedOn_GetsWhatTheOfficerGets()
    {
        var course = WithOfficer();
        course.RunTo("2027-03-03 12:00");
        course.Record(new DeputyNamed(Course.At("2027-03-03 13:00"), Deputy));

        Assert.Equal(["lano-invitation"], To(RecipientRole.DeputyLano, course, "2027-03-03 13:00"));

        course.RunTo("2027-03-12 10:00");
        var since = course.Case.Events.First(recorded => recorded.Event is DeputyNamed).Seq;
        Assert.Equal(
            Raised(course, RecipientRole.Lano).Where(notice => notice.Seq > since).Select(notice => notice.Template),
            Raised(course, RecipientRole.DeputyLano).Where(notice => notice.Template != "lano-invitation").Select(notice => notice.Template));
        Assert.Contains(Raised(course, RecipientRole.DeputyLano), notice => notice.Template == "on-site-starts");
    }

    /// <summary>Nothing is sent any more to a deputy who has left, and the next gets an invitation of their own.</summary>
    [Fact]
    public void Deputy_WhoLeaves_GetsNothingMore()
    {
        var course = WithOfficer();
        course.Record(new DeputyNamed(Course.At("2027-03-02 12:00"), Deputy));
        course.RunTo("2027-03-02 12:00");
        var invitation = course.Case.RaisedNotices.Values.Single(notice => notice.To == RecipientRole.DeputyLano);
        course.Record(new DeputyNamed(Course.At("2027-03-02 14:00"), Person: null));
        course.RunTo("2027-03-12 10:00");

        Assert.Null(course.Case.Deputy);
        Assert.Single(course.Case.RaisedNotices.Values, notice => notice.To == RecipientRole.DeputyLano);
        Assert.Equal("The officer has no deputy any more.", LateNotices.WhyWrong(course.Case, invitation));

        var next = Guid.NewGuid();
        course.Record(new DeputyNamed(Course.At("2027-03-12 11:00"), next));
        Assert.Equal(["lano-invitation"], To(RecipientRole.DeputyLano, course, "2027-03-12 11:00"));
        Assert.Equal(next, course.Case.OfficerOf(RecipientRole.DeputyLano));
        Assert.StartsWith("Another officer has been named", LateNotices.WhyWrong(course.Case, invitation), StringComparison.Ordinal);
    }

    /// <summary>The officer who is replaced leaves the deputy where the deputy is.</summary>
    [Fact]
    public void Officer_WhoIsReplaced_KeepsTheDeputy()
    {
        var course = WithOfficer();
        course.Record(new DeputyNamed(Course.At("2027-03-02 12:00"), Deputy));
        course.RunTo("2027-03-02 12:30");
        course.Record(new LanoNominated(Course.At("2027-03-02 13:00"), Guid.NewGuid()));

        Assert.DoesNotContain("lano-invitation", To(RecipientRole.DeputyLano, course, "2027-03-02 13:00"));
        Assert.Equal(Deputy, course.Case.Deputy);
    }

    /// <summary>Each asks for a link of their own, and neither is told that the other's is on its way.</summary>
    [Fact]
    public void Links_OfOfficerAndDeputy_AreTheirOwn()
    {
        var course = WithOfficer();
        Assert.Equal("No deputy has been named. Record who it is first.", course.WhyNot(new LanoLinkAsked(Course.At("2027-03-02 11:00"), ForDeputy: true)));
        course.Record(new DeputyNamed(Course.At("2027-03-02 12:00"), Deputy));
        course.RunTo("2027-03-02 12:00");
        course.Record(new LanoLinkAsked(Course.At("2027-03-02 13:00")));

        Assert.Equal("A link is already on its way to the officer.", course.WhyNot(new LanoLinkAsked(Course.At("2027-03-02 13:00"))));
        course.Record(new LanoLinkAsked(Course.At("2027-03-02 13:00"), ForDeputy: true));

        var keys = course.Advance(Course.At("2027-03-02 13:00")).Select(key => course.Case.RaisedNotices[key]);
        Assert.Equal(["lano-link:deputy-lano", "lano-link:lano"], keys.Select(notice => $"{notice.Template}:{notice.To.Key()}").Order(StringComparer.Ordinal));
    }

    private static Course WithOfficer()
    {
        var course = new Course("2027-03-15");
        course.RunTo("2027-03-02 09:30");
        course.Record(new LanoNominated(Course.At("2027-03-02 10:00"), Officer));
        course.RunTo("2027-03-02 10:00");
        return course;
    }

    private static IEnumerable<string> To(RecipientRole role, Course course, string at) =>
        course.Advance(Course.At(at)).Select(key => course.Case.RaisedNotices[key]).Where(notice => notice.To == role).Select(notice => notice.Template);

    private static IEnumerable<(int Seq, string Template)> Raised(Course course, RecipientRole role) =>
        from recorded in course.Case.Events
        let raised = recorded.Event as NoticeRaised
        where raised?.To == role
        select (recorded.Seq, raised.Template);
}
