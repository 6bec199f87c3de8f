using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Core.Rules;

/// <summary>Which grounds a kind of inspection asks for.</summary>
public static class GroundsRules
{
    /// <summary>Why an inspection of a kind cannot be planned on these grounds; null when it can.</summary>
    /// <param name="type">The kind.</param>
    /// <param name="grounds">The grounds, if any.</param>
    /// <param name="planned">The first on-site day.</param>
    public static string? WhyNot(InspectionType type, Grounds? grounds, LocalDate planned) => (type.Result, grounds) switch
    {
        (ResultForm.PriorityAreas, not MonitoringGrounds) =>
            $"Say why there is {type.Title.Small().WithArticle()}: the outcome of a full inspection demands it, or concerns have been raised (paragraphs 157 and 162).",
        (ResultForm.Weaknesses, not RevisitGrounds) =>
            "Say when the written statement of action was declared fit for purpose, and which significant weaknesses it addresses.",
        (ResultForm.PriorityAreas or ResultForm.Weaknesses, { } given) => given.WhyNot(planned),
        (_, not null) => $"{type.Title.Small().WithArticle().Capital()} needs no grounds. Leave them out.",
        _ => null,
    };
}
