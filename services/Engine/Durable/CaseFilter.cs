using System.Globalization;
using AreaSend.Core.Timetables;
using AreaSend.Services.Store;

namespace AreaSend.Services.Engine.Durable;

/// <summary>Which cases a list shows.</summary>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">At most <see cref="CaseViews.LargestPage"/>.</param>
public sealed record CaseFilter(InspectionPhase? Phase, string? Area, bool? Ended, int Page, int PageSize)
{
    private const int LastPage = 10_000;

    /// <summary>Reads the words of a query.</summary>
    /// <param name="word">Gives the value of a name; null or empty where it is not given.</param>
    /// <param name="because">Why not, in a sentence.</param>
    /// <returns>Null when a word cannot be understood.</returns>
    public static CaseFilter? Read(Func<string, string?> word, out string because)
    {
        because = "";
        if (Given(word, "phase") is { } phase && !Enum.GetNames<InspectionPhase>().Contains(phase, StringComparer.OrdinalIgnoreCase))
        {
            because = $"phase is one of {string.Join(", ", Enum.GetNames<InspectionPhase>())}.";
        }
        else if (Given(word, "ended") is { } ended && !bool.TryParse(ended, out _))
        {
            because = "ended is true or false.";
        }
        else if (Number(Given(word, "page"), 1, LastPage) is null || Number(Given(word, "pageSize"), 50, CaseViews.LargestPage) is null)
        {
            because = $"page is a number from 1 to {LastPage}, pageSize from 1 to {CaseViews.LargestPage}.";
        }

        return because.Length > 0 ? null : new CaseFilter(
            Given(word, "phase") is { } named ? Enum.Parse<InspectionPhase>(named, ignoreCase: true) : null,
            Given(word, "area"),
            Given(word, "ended") is { } over ? bool.Parse(over) : null,
            Number(Given(word, "page"), 1, LastPage)!.Value,
            Number(Given(word, "pageSize"), 50, CaseViews.LargestPage)!.Value);
    }

    private static string? Given(Func<string, string?> word, string name) => word(name) is { Length: > 0 } value ? value : null;

    private static int? Number(string? text, int otherwise, int most) =>
        text is null ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
        : null;
}
