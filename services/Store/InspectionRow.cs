using System.Linq.Expressions;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>
/// One inspection in short, for lists and for the engine. All but the engine's own columns follows from the events
/// and can be made anew from them (<see cref="SummaryRebuild"/>).
/// </summary>
public sealed class InspectionRow
{
    /// <summary>The inspection's identifier, also in addresses of pages.</summary>
    public required Guid Id { get; init; }

    /// <summary>Three-figure code of the local authority.</summary>
    public required string Area { get; set; }

    /// <summary>Key of the kind of inspection.</summary>
    public required string Kind { get; set; }

    /// <summary>The framework edition it keeps for life.</summary>
    public required string Edition { get; set; }

    /// <summary>When it was planned.</summary>
    public required Instant PlannedAt { get; set; }

    /// <summary>N, happened or planned.</summary>
    public required LocalDate NotificationDay { get; set; }

    /// <summary>S, the first on-site day; the day of an engagement meeting.</summary>
    public required LocalDate OnSiteStarts { get; set; }

    /// <summary>Version of the bank holidays it is counted with.</summary>
    public required string Calendar { get; set; }

    /// <summary>How far it has come.</summary>
    public required InspectionPhase Phase { get; set; }

    /// <summary>Key of the step that falls due next; null when none is open.</summary>
    public string? NextStep { get; set; }

    /// <summary>When that step is due.</summary>
    public LocalDate? NextDue { get; set; }

    /// <summary>Whether that date is fixed or a forecast.</summary>
    public Certainty? NextCertainty { get; set; }

    /// <summary>Nothing more is expected of anybody: its plan is published, or it was deferred or withdrawn.</summary>
    public required bool Ended { get; set; }

    /// <summary>When the engine has to look at it next; null when only a person can move it on.</summary>
    public Instant? WakeAt { get; set; }

    /// <summary>Whether the engine has to look at it by a moment.</summary>
    internal static Expression<Func<InspectionRow, bool>> IsDue(Instant by) => row => row.WakeAt <= by;

    /// <summary>Position of the newest event.</summary>
    public required int HeadSeq { get; set; }

    /// <summary>Hash of the newest event, so that events cut off at the end are missed.</summary>
    public required string HeadHash { get; set; }

    /// <summary>Engine: when it last took the step.</summary>
    public Instant? LastAdvanced { get; set; }

    /// <summary>Engine: why the last try failed, in a sentence; null when it did not.</summary>
    public string? LastError { get; set; }

    /// <summary>Engine: how often it has failed since it last succeeded.</summary>
    public int Attempts { get; set; }
}
