using AreaSend.Lists.Tracking;

namespace AreaSend.Services.Uploads.Tracking;

/// <summary>Whether unique IDs may be entered for a selection that was recorded without a draw.</summary>
internal static class NamingRules
{
    private const int LongestId = 100;

    /// <summary>Why not, in a sentence that says what to do; null when they may.</summary>
    /// <param name="selected">How many children the record says were selected.</param>
    /// <param name="isDrawn">Whether the selection came from a draw, which has its IDs.</param>
    /// <param name="uniqueIds">What was entered.</param>
    /// <param name="roll">Those whom the accepted lists name; null while none is accepted.</param>
    public static string? WhyNot(int selected, bool isDrawn, IReadOnlyList<string> uniqueIds, CandidateRoll? roll)
    {
        if (selected == 0)
        {
            return "No selection is recorded yet. Draw one, or record how many were selected.";
        }

        if (isDrawn)
        {
            return "This selection was drawn, and has its unique IDs.";
        }

        return uniqueIds.Count != selected || uniqueIds.Any(string.IsNullOrWhiteSpace)
                ? $"Enter the unique ID of each of the {selected} children and young people selected."
            : uniqueIds.Any(id => id.Length > LongestId) ? $"A unique ID has at most {LongestId} characters. Enter it as the area's list has it."
            : uniqueIds.Distinct(StringComparer.OrdinalIgnoreCase).Count() < uniqueIds.Count ? "A child or young person can be selected only once."
            : NotListed(uniqueIds, roll);
    }

    private static string? NotListed(IReadOnlyList<string> uniqueIds, CandidateRoll? roll)
    {
        if (roll is null)
        {
            return null;
        }

        var known = roll.Candidates.Select(child => child.UniqueId).ToHashSet();
        return uniqueIds.FirstOrDefault(id => !known.Contains(id)) is { } missing
            ? $"No accepted list has a child or young person with the unique ID {missing}."
            : null;
    }
}
