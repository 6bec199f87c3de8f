using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;

namespace AreaSend.Cli.Simulate;

/// <summary>What <c>simulate --json</c> prints; scripts rely on the names and their order. Moments carry London's offset.</summary>
internal sealed record SimulationJson(IReadOnlyList<SimulatedEvent> Events, IReadOnlyList<SimulatedNotice> Notices)
{
    public static SimulationJson Of(InspectionCase @case, IReadOnlyList<SentNotice> sent)
    {
        var raised = @case.Events.Select(recorded => recorded.Event).OfType<NoticeRaised>().ToDictionary(notice => notice.Key);
        return new SimulationJson(
            [.. @case.Events.Select(recorded => new SimulatedEvent(recorded.Seq, LondonTime.Iso(recorded.RecordedAt), recorded.Event.Kind))],
            [.. sent.Select(notice => new SimulatedNotice(notice.Key, raised[notice.Key].Template, raised[notice.Key].To.Key(), LondonTime.Iso(notice.At)))]);
    }
}

/// <summary>An event of the history.</summary>
internal sealed record SimulatedEvent(int Seq, string At, string Kind);

/// <summary>A notice that went out, and the role it went to.</summary>
internal sealed record SimulatedNotice(string Key, string Template, string To, string At);
