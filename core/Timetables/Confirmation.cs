namespace AreaSend.Core.Timetables;

/// <summary>Somebody has read in an edition's text that it says what a row or a rule of its table says.</summary>
/// <param name="Source">What was read, and when: <c>the handbook of 7 July 2025, read on 3 December 2026</c>.</param>
/// <param name="Cites">The paragraphs where it stands; empty where the numbers are those that the table has.</param>
public sealed record Confirmation(string Source, IReadOnlyList<int> Cites)
{
    internal IReadOnlyList<int> Or(IReadOnlyList<int> former) => Cites.Count > 0 ? Cites : former;

    internal Provenance Provenance => Provenance.ConfirmedBy(Source);
}

/// <summary>Confirms rows and rules of an edition one by one. That they are there is for the caller to have looked.</summary>
public static class Confirmations
{
    /// <summary>The edition with a row of a kind of inspection confirmed; a row that stands for each outcome with each of its lines.</summary>
    public static FrameworkEdition Confirm(this FrameworkEdition edition, string kind, string step, Confirmation by) => edition with
    {
        Types =
        [
            .. edition.Types.Select(type =>
                type.Key != kind ? type : type with { Steps = [.. type.Steps.Select(row => row.Key == step ? Confirmed(row, by) : row)] }),
        ],
    };

    /// <summary>The edition with a rule that is no row confirmed: its Annex A, or one of the national cycle.</summary>
    public static FrameworkEdition Confirm(this FrameworkEdition edition, string rule, Confirmation by) => rule == FrameworkEdition.AnnexAKey
        ? edition with { AnnexAProvenance = by.Provenance }
        : edition with { Cycle = edition.Cycle.Confirm(rule, by) };

    private static StepDefinition Confirmed(StepDefinition row, Confirmation by) => row with { Provenance = by.Provenance, Cites = by.Or(row.Cites) };
}
