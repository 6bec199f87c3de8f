using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;

namespace AreaSend.Services.Store;

/// <summary>An inspection as read from the store.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Inspection">The case with its timetable, as one value.</param>
/// <param name="HeadHash">Hash of its newest event.</param>
public sealed record LoadedInspection(Guid Id, Inspection Inspection, string HeadHash)
{
    /// <summary>The fold of its events.</summary>
    public InspectionCase Case => Inspection.Case;

    /// <summary>Its timetable, by the bank holidays that it is counted with.</summary>
    public Timetable Plan => Inspection.Timetable;

    /// <summary>How many events it has; what an append expects.</summary>
    public int Version => Case.Events.Count;

    /// <summary>
    /// The version that a form carries which was shown for it: the position of its newest fact. Notices on their way and documents in the hands of the
    /// checks do not count: they come by the minute, and no answer on a form depends on them.
    /// </summary>
    public int Shown =>
        Case.Events.Last(recorded =>
                recorded.Event
                    is Planned
                        or Fact
                        and not (UploadArrived or UploadScanned or UploadAccepted or UploadRefused
                            or PaperFiled or PaperAccepted or PaperRefused or LanoLinkAsked or LeaderLinkAsked))
            .Seq;
}
