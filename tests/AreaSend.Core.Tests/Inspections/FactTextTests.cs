using System.Reflection;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Tests.Timetables;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>Facts are kept for good and read whenever the inspection is: nobody can write a book into one, whichever page or program it comes from.</summary>
public sealed class FactTextTests
{
    private static readonly string Long = new('x', FactRules.LongestPassage + 1);
    private static readonly Instant At = LondonTime.At(new LocalDate(2025, 9, 8), new LocalTime(12, 0));

    private static readonly Fact[] TooLong =
    [
        new DeferralAsked(At, Long), new DeferralDecided(At, true, Long), new InspectionPaused(At, Long), new InspectionWithdrawn(At, Long),
        new DeadlineOverridden(At, "annex-a", new LocalDate(2025, 9, 30), Long, []), new ReportPublished(At, $"https://example.org/{Long}"), new PlanReturned(At, Long),
        new FinalReportShared(At, new Outcome.WidespreadFailings(Long)), new ItemReceived(At, Long), new ItemNotHeld(At, "2.4", Long),
        new ExtraItemAsked(At, "extra-1", "Title", Long, new LocalDate(2025, 9, 30), new LocalTime(17, 0)), new UploadArrived(At, Guid.Empty, [Long]),
        new ListTakenAsItIs(At, Guid.Empty, 1, "", Long), new PlanPublished(At, Long), new ItemsAsked(At, [Long]), new MeetingLetterSent(At, "", Long, ""), new RevisitLetterShared(At, [], [Long]),
        new PublicationHeld(At, Guid.Empty, new LocalDate(2025, 12, 1), Long, []), new PublicationHoldLifted(At, Guid.Empty, Long, []),
        new FactCorrected(At, 1, null, [], Long, []), new DisposedOf(At, Long, []), new KeptForLonger(At, Guid.Empty, KeepingPurpose.Research, Long), new KeptNoLonger(At, Guid.Empty, Long),
    ];

    // Their texts are the program's own, or follow from what is held already.
    private static readonly Type[] NotTyped = [typeof(UploadScanned), typeof(UploadAccepted), typeof(UploadRefused), typeof(CalendarChanged), typeof(InspectionResumed), typeof(NotReceived),
        typeof(PaperFiled), typeof(PaperAccepted), typeof(PaperRefused)];

    public static TheoryData<string> Kinds => [.. TooLong.Select(fact => fact.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Record_TextWithoutEnd_IsRefused(string kind)
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-08 12:00");

        var because = course.Inspection.WhyNot(TooLong.Single(fact => fact.Kind == kind), At);

        Assert.Contains("at most 2,000 can be kept", because, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_WithATextThatSomebodyTypes_AreAllLookedAt()
    {
        var withText = typeof(Fact).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Fact)) && !type.IsAbstract)
            .Where(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Any(property => HoldsText(property.PropertyType) && property.Name != "Kind" && property.Name != "EqualityContract"));

        Assert.Equal(withText.Except(NotTyped).Select(type => type.Name).Order(StringComparer.Ordinal), TooLong.Select(fact => fact.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Record_OneDocumentForMoreItemsThanThereAre_IsRefused()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-08 12:00");

        var because = course.Inspection.WhyNot(new UploadArrived(At, Guid.Empty, [.. Enumerable.Repeat("2.4", FactRules.MostItems + 1)]), At);

        Assert.Equal("One document answers at most 400 items.", because);
    }

    [Fact]
    public void Record_DocumentForNoItem_IsRefusedInASentence()
    {
        var course = new Course("2025-09-22");
        course.RunTo("2025-09-08 12:00");

        var because = course.Inspection.WhyNot(new UploadArrived(At, Guid.Empty, []), At);

        Assert.Equal("Say which item the document answers.", because);
    }

    private static bool HoldsText(Type type) => type == typeof(string) || type == typeof(Outcome) || type == typeof(IReadOnlyList<string>);
}
