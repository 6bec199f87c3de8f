using AreaSend.Core.Inspections;
using AreaSend.Services.Store;

namespace AreaSend.Services.Tests.Store;

public class RoleHoldersTests
{
    [Theory]
    [InlineData("2025-08-31", null, "nobody yet")]
    [InlineData("2025-09-01", "First", "from the first day on")]
    [InlineData("2025-09-30", "First", "to the last day")]
    [InlineData("2025-10-01", null, "a gap between two")]
    [InlineData("2025-10-10", "Second", "the next one, without a last day")]
    [InlineData("2025-11-01", "Third", "of two that overlap the later one")]
    [InlineData("2025-11-30", "Third", "to the last day of the later one")]
    [InlineData("2025-12-01", "Second", "the earlier one again, who has not left")]
    public void HolderOn_ADay_IsTheOne(string day, string? holder, string reason)
    {
        Contact[] contacts = [Of("Second", "2025-10-10", null), Of("First", "2025-09-01", "2025-09-30"), Of("Third", "2025-11-01", "2025-11-30")];

        Assert.True(contacts.HolderOn(Day(day))?.Name == holder, reason);
    }

    /// <summary>What is asked of each and what is asked in the database say the same.</summary>
    [Theory]
    [InlineData("2025-08-31", "", "", "First, Next, Third", "before anybody")]
    [InlineData("2025-09-30", "First", "", "Next, Third", "on a last day nobody has left")]
    [InlineData("2025-10-01", "", "First", "Next, Third", "the day after it one has")]
    [InlineData("2025-11-30", "Next, Third", "First", "", "two that overlap")]
    [InlineData("2025-12-01", "Next", "First, Third", "", "one of them has gone")]
    public void EachDay_WhoIsInTheRoleGoneAndToCome_IsToldApart(string day, string holds, string gone, string toCome, string reason)
    {
        Contact[] contacts = [Of("First", "2025-09-01", "2025-09-30"), Of("Next", "2025-10-10", null), Of("Third", "2025-11-01", "2025-11-30")];

        string Names(Func<Contact, bool> which) => string.Join(", ", contacts.Where(which).Select(contact => contact.Name));
        Assert.True((holds, gone) == (Names(contact => contact.HoldsOn(Day(day))), Names(contact => contact.HasLeftBy(Day(day)))), reason);
        Assert.True(toCome == Names(contact => contact.IsToComeOn(Day(day))), reason);
        Assert.Equal(Names(contact => !contact.HasLeftBy(Day(day))), Names(RoleHolders.StaysOn<Contact>(Day(day)).Compile()));
    }

    [Theory]
    [InlineData("2025-09-01", "2025-09-30", "2025-09-30", null, true)]
    [InlineData("2025-09-01", "2025-09-30", "2025-10-01", null, false)]
    [InlineData("2025-09-01", null, "2025-08-01", "2025-08-31", false)]
    [InlineData("2025-09-01", null, "2025-10-01", "2025-10-01", true)]
    [InlineData("2025-09-10", "2025-09-12", "2025-09-01", null, true)]
    public void Overlaps_ADayInCommon_EitherWayRound(string from, string? to, string otherFrom, string? otherTo, bool overlaps)
    {
        var (one, other) = (Of("One", from, to), Of("Other", otherFrom, otherTo));

        Assert.Equal((overlaps, overlaps), (one.Overlaps(other), other.Overlaps(one)));
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Contact Of(string name, string from, string? to) =>
        new() { Id = Guid.NewGuid(), Area = "888", Role = RecipientRole.Dcs, Name = name, Email = "dcs@example.org", From = Day(from), To = to is null ? null : Day(to) };
}
