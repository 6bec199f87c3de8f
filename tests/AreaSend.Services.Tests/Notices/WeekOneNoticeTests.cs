using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Services.Tests.Notices;

/// <summary>Surveys, the nominated officer and Annex A (handbook, paragraphs 83 to 93, 192 to 206).</summary>
public sealed class WeekOneNoticeTests
{
    private static readonly string[] FirstDeadline = ["person-level-lists", "providers-list", "arrangements"];

    [Theory]
    [InlineData(RecipientRole.Pcf, "encourage the families")]
    [InlineData(RecipientRole.Lano, "all settings and services")]
    public async Task SurveysOpen_HasLinksAndClosingTime(RecipientRole to, string said)
    {
        var notice = await Composing.ComposeAsync(
            SampleInspection.WithLano().Request("surveys-open", to),
            ("AreaSend:Notices:ChildrenSurvey", "https://surveys.example.org/children"),
            ("AreaSend:Notices:ParentsSurvey", "https://surveys.example.org/parents"),
            ("AreaSend:Notices:PractitionersSurvey", "https://surveys.example.org/practitioners"));

        notice.IsSound();
        notice.Says("Tuesday 16 September 2025, 9am (fixed)", said);
        notice.LinksTo("https://surveys.example.org/children");
        notice.LinksTo("https://surveys.example.org/parents");
        notice.LinksTo("https://surveys.example.org/practitioners");
    }

    [Fact]
    public async Task SurveysClosing_HasTheClosingTime_AndSaysWhoHasLinksThatAreNotSet()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.WithLano().Request("surveys-closing", RecipientRole.Lano));

        notice.IsSound();
        Assert.Equal("Fictional Area: inspection surveys close on Tuesday 16 September 2025, 9am", notice.Subject);
        notice.Says("Tuesday 16 September 2025, 9am (fixed)", "The lead inspector gives you the links");
    }

    [Fact]
    public async Task LanoInvitation_HasSignInItemsDeadlinesAndSurveys()
    {
        var request = SampleInspection.WithLano().Request("lano-invitation", RecipientRole.Lano) with { SignIn = new Uri("https://areasend.example.org/lano/enter/once") };

        var notice = await Composing.ComposeAsync(request);

        notice.IsSound();
        notice.Says(
            "single point of contact",
            "Tuesday 9 September 2025, 11am (fixed)",
            "Friday 12 September 2025, 5pm (fixed)",
            "List 1: All children and young people with an EHC plan",
            "1.7: Health system overview and commissioning arrangements",
            "6.4: Monitoring and oversight information",
            "Distribute the surveys");
        notice.LinksTo("https://areasend.example.org/lano/enter/once");
    }

    [Fact]
    public async Task LanoInvitation_WithoutALinkOfItsOwn_LeadsToTheSite()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.WithLano().Request("lano-invitation", RecipientRole.Lano));

        notice.LinksTo("https://areasend.example.org/lano");
    }

    [Fact]
    public async Task AnnexAReminder_ListsOnlyWhatIsOutstandingUnderItsDeadline()
    {
        var inspection = SampleInspection.WithLano().Received("list-1", "list-2", "providers", "1.1", "1.2", "1.3", "1.4", "1.6");

        var notice = await Composing.ComposeAsync(inspection.Request("annex-a-reminder", RecipientRole.Lano, FirstDeadline));

        notice.IsSound();
        Assert.Equal("Fictional Area: Annex A information still outstanding, due Tuesday 9 September 2025, 11am", notice.Subject);
        notice.Says("1.5: Representative and support groups", "1.7: Health system overview", "Tuesday 9 September 2025, 11am (fixed)");
        notice.NeverSays("List 1", "Providers:", "1.1:", "2.1:", "Friday 12 September");
        notice.LinksTo("https://areasend.example.org/lano");
    }

    [Fact]
    public async Task AnnexAReminder_OfTheFridayDeadline_AsksForTheItemsOfEachChildByLetter()
    {
        var inspection = SampleInspection.WithLano().With(new ChildrenSelected(SampleInspection.At(2025, 9, 9, 16), 2))
            .Received(AreaSend2024.Full.Asks.ItemsOf("further-information", 0).Concat(["7.1/A", "7.2/A", "7.3/A", "7.4/A", "7.5/A", "7.6/A", "7.7/A"]));

        var notice = await Composing.ComposeAsync(inspection.Request("annex-a-reminder", RecipientRole.Lano, ["further-information", "tracked-children-information"]));

        notice.IsSound();
        notice.Says("7.3: Pen portrait, for Child B", "Friday 12 September 2025, 5pm (fixed)");
        notice.NeverSays("for Child A", "2.1:");
    }

    [Fact]
    public async Task AnnexAReminder_NoOfficerNominated_TellsTheDirectorWhyItComes()
    {
        var notice = await Composing.ComposeAsync(SampleInspection.Notified().Request("annex-a-reminder", RecipientRole.Dcs, FirstDeadline));

        notice.IsSound();
        notice.Says("No local area nominated officer (LANO) has been nominated for this inspection yet", "Reply to this e-mail");
    }

    [Theory]
    [InlineData(true, "We write to the local area nominated officer (LANO) about this too")]
    [InlineData(false, "No local area nominated officer (LANO) has been nominated")]
    public async Task AnnexAOverdue_ToTheDirector_SaysWhatIsMissingAndThatTheInspectionGoesOn(bool nominated, string said)
    {
        var inspection = (nominated ? SampleInspection.WithLano() : SampleInspection.Notified()).Received("list-1", "list-2", "providers");

        var notice = await Composing.ComposeAsync(
            inspection.Request("annex-a-overdue", RecipientRole.Dcs, FirstDeadline) with { RaisedAt = SampleInspection.At(2025, 9, 9, 11), Now = SampleInspection.At(2025, 9, 9, 11) });

        notice.IsSound();
        notice.Says("The inspection of Fictional Area goes on", "Was due by: Tuesday 9 September 2025, 11am (fixed)", "1.3: Self-evaluation", said);
        notice.NeverSays("List 2");
    }

    [Fact]
    public async Task TrackedChildren_SaysThatASelectionWaitsAndNothingAboutTheChildren()
    {
        var inspection = SampleInspection.WithLano().With(new ChildrenSelected(SampleInspection.At(2025, 9, 9, 16), 6));

        var notice = await Composing.ComposeAsync(inspection.Request("tracked-children", RecipientRole.Lano));

        notice.IsSound();
        notice.Says("The selection waits for you on the site", "Friday 12 September 2025, 5pm (fixed)", "agreement to be involved");
        notice.NeverSays("Child A", "6 children", "six");
        notice.LinksTo("https://areasend.example.org/lano");
    }
}
