using System.Collections.Frozen;
using AreaSend.Core.Inspections;

namespace AreaSend.Core.Timetables;

/// <summary>The dates that a fact moved.</summary>
public static class MovedDates
{
    private static readonly (Type Kind, Func<Fact, IReadOnlyList<MovedDate>> Moved)[] ByKind =
    [
        Kind<InspectionResumed>(fact => fact.Moved),
        Kind<DeadlineOverridden>(fact => fact.Moved),
        Kind<CalendarChanged>(fact => fact.Moved),
        Kind<PublicationHeld>(fact => fact.Moved),
        Kind<PublicationHoldLifted>(fact => fact.Moved),
        Kind<FactCorrected>(fact => fact.Moved),
    ];

    private static readonly FrozenDictionary<Type, Func<Fact, IReadOnlyList<MovedDate>>> Moved =
        ByKind.ToFrozenDictionary(kind => kind.Kind, kind => kind.Moved);

    /// <summary>The types of the facts that can move dates.</summary>
    public static IReadOnlyList<Type> Kinds { get; } = [.. ByKind.Select(kind => kind.Kind)];

    /// <summary>Empty for facts that move none.</summary>
    public static IReadOnlyList<MovedDate> Of(Fact fact) => Moved.TryGetValue(fact.GetType(), out var moved) ? moved(fact) : [];

    /// <summary>
    /// Those that concern a role: the forum has been told of the weeks and of the report, a principal authority of its plan; leaders, their officer and the
    /// lead inspector have to know all. Once the report is published, all who were sent it know what it asks for, so a correction tells them of that too.
    /// </summary>
    public static IEnumerable<MovedDate> Of(Fact fact, RecipientRole to, InspectionCase @case) => Of(fact).Where(moved => to switch
    {
        RecipientRole.Pcf => Tells(@case, moved.Step, Audience.Forum) || IsPublic(fact, moved.Step, @case),
        RecipientRole.PrincipalAuthority => Tells(@case, moved.Step, Audience.PrincipalAuthority) || IsPublic(fact, moved.Step, @case),
        _ => true,
    });

    private static (Type Kind, Func<Fact, IReadOnlyList<MovedDate>> Moved) Kind<TFact>(Func<TFact, IReadOnlyList<MovedDate>> moved)
        where TFact : Fact => (typeof(TFact), fact => moved((TFact)fact));

    private static bool Tells(InspectionCase @case, string step, Audience whom) => @case.Rows.Any(row => row.Key == step && row.Tells.HasFlag(whom));

    // What gives the outcome away until publication is what the published report says; the day of an inspection that comes later is a step of another kind.
    private static bool IsPublic(Fact fact, string step, InspectionCase @case) =>
        fact is FactCorrected
        && @case.HasHappened(Anchor.Published)
        && @case.Edition.Types.SelectMany(type => type.Steps).Any(row => row.Key == step && (row.Discloses || row.UntilPublished is not null));
}
