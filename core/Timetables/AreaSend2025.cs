using NodaTime;
using static AreaSend.Core.Timetables.Anchor;
using static AreaSend.Core.Timetables.Rows;

namespace AreaSend.Core.Timetables;

/// <summary>
/// The edition in force from 7 July 2025, as far as it is publicly known: its text was not to be had. What Ofsted's summaries of changes say is
/// changed and confirmed; every other row is that of the edition of 30 January 2024, says so, and cites that edition's paragraphs. The summaries
/// also say that "outcome" and "evaluate" stand for "judgement" and "judge", which AreaSend has never said.
/// </summary>
public static class AreaSend2025
{
    private static readonly Provenance Of6June2025 = Provenance.ConfirmedBy("Ofsted's summary of changes of 6 June 2025");
    private static readonly Provenance Of7July2025 = Provenance.ConfirmedBy("Ofsted's summary of changes of 7 July 2025");
    private static readonly Provenance CarriedOver = Provenance.CarriedOverFrom(AreaSend2024.Edition);

    private static StepDefinition Row(StepDefinition former) => former.Key switch
    {
        Steps.MonitoringInspection => former with { Due = Within(FinalShared, months: 18), Cites = [21], Provenance = Of6June2025 },
        Steps.PlanReview => former with
        {
            Actor = Actor.DfeAndNhsEngland,
            Title = "Feedback on the priority action plan: confirmed or sent back",
            Due = new NoDate(FinalShared, "Feedback of DfE and NHS England on the priority action plan to be recorded"),
            Cites = [149],
            Provenance = Of7July2025,
        },
        _ => former with { Provenance = CarriedOver },
    };

    private static CycleSource Rule(string name, CycleSource former) => name switch
    {
        CycleRule.Monitoring => new([21], Of6June2025),
        CycleRule.MonitoringVisits => new([23], Of7July2025),
        _ => former with { Provenance = CarriedOver },
    };

    /// <summary>The whole edition. Its Annex A changed too; how is not known, so it asks for what the former asked for.</summary>
    public static FrameworkEdition Edition { get; } = AreaSend2024.Edition with
    {
        Id = "area-send-2025-07-07",
        InForceFrom = new LocalDate(2025, 7, 7),
        Types = [.. AreaSend2024.Edition.Types.Select(type => type with { Steps = [.. type.Steps.Select(Row)] })],
        AnnexAProvenance = CarriedOver,
        Cycle = AreaSend2024.Edition.Cycle with
        {
            MonitoringCountedFrom = FinalShared,
            Sources = AreaSend2024.Edition.Cycle.Sources.ToDictionary(rule => rule.Key, rule => Rule(rule.Key, rule.Value)),
        },
    };
}
