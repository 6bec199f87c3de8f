using System.Globalization;
using AreaSend.Core.Programme;
using AreaSend.Services.Areas;
using AreaSend.Web.Components.Forms;
using NodaTime;

namespace AreaSend.Web.Programme;

/// <summary>What somebody asks of a proposal. It stands in the address, so that the same address gives the same proposal.</summary>
internal sealed record ProposalForm(
    DateParts From,
    DateParts To,
    string? PerWeek,
    string? PerRegion,
    string? LeaveOut,
    string? Region,
    bool InTerm,
    string? Seed)
{
    private const int LongestSpanInYears = 5;

    /// <summary>Whether anything has been asked yet.</summary>
    public bool IsAsked { get; init; }

    public static ProposalForm Read(IQueryCollection query, LocalDate today)
    {
        var isAsked = query.ContainsKey("PerWeek");
        var monday = today.PlusWeeks(3).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday));
        return isAsked
            ? new(
                Parts(query, "From"),
                Parts(query, "To"),
                query["PerWeek"],
                query["PerRegion"],
                query["LeaveOut"],
                query["Region"],
                query["InTerm"] == "yes",
                query["Seed"])
            {
                IsAsked = true,
            }
            : new(DateParts.Of(monday), DateParts.Of(monday.PlusYears(1).PlusDays(-3)), "3", null, null, null, InTerm: true, "1");
    }

    /// <summary>The request that was meant, or null after saying at each field what to put right.</summary>
    public (ProposalRequest Request, string? Region)? Meant(LocalDate today, FormErrors errors)
    {
        var from = From.Read("From", "First day of the span", errors);
        var to = To.Read("To", "Last day of the span", errors);
        if (from <= today)
        {
            errors.Add("From.Day", "First day of the span must be in the future");
        }

        if (to < from)
        {
            errors.Add("To.Day", "Last day of the span must be the same as or after the first day");
        }
        else if (to > from?.PlusYears(LongestSpanInYears))
        {
            errors.Add("To.Day", $"Last day of the span must be within {LongestSpanInYears} years of the first");
        }

        var perWeek = Number("PerWeek", PerWeek, "How many inspections on site in one week", errors);
        int? perRegion = string.IsNullOrWhiteSpace(PerRegion) ? null : Number("PerRegion", PerRegion, "How many of them in one region", errors);
        var leftOut = Days(errors);
        var seed = string.IsNullOrWhiteSpace(Seed) ? 1 : Number("Seed", Seed, "The number that decides between areas", errors, 0, 9_999);
        var region = LocalAuthorities.All.Select(area => area.Region).FirstOrDefault(known => known == Region);
        return errors.Any ? null : (new ProposalRequest(from!.Value, to!.Value, perWeek, perRegion, leftOut, seed), region);
    }

    private static int Number(string name, string? typed, string what, FormErrors errors, int least = 1, int most = 153)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors.Add(name, $"{what} must be a number from {least} to {most:N0}");
        return least;
    }

    private List<LocalDate> Days(FormErrors errors)
    {
        var days = new List<LocalDate>();
        foreach (var line in Lines.Of(LeaveOut))
        {
            if (line.Split([' ', '/', '.'], StringSplitOptions.RemoveEmptyEntries) is [var day, var month, var year]
                && new DateParts { Day = day, Month = month, Year = year }.Read("LeaveOut", "A day", new FormErrors()) is { } date)
            {
                days.Add(date);
                continue;
            }

            errors.Add(
                "LeaveOut",
                $"“{(line.Length > 30 ? line[..30] : line)}” is not a date. Write a day of each week to leave out on a line of its own, like 26 10 2026");
            break;
        }

        return days;
    }

    private static DateParts Parts(IQueryCollection query, string name) =>
        new()
        {
            Day = query[$"{name}.Day"],
            Month = query[$"{name}.Month"],
            Year = query[$"{name}.Year"],
        };
}
