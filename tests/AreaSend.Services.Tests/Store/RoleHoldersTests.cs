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

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Contact Of(string name, string from, string? to) =>
        new() { Id = Guid.NewGuid(), Area = "888", Role = RecipientRole.Dcs, Name = name, Email = "dcs@example.org", From = Day(from), To = to is null ? null : Day(to) };
}
