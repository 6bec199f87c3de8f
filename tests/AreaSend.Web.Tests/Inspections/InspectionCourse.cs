using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Services.Store.Calendars;
using AreaSend.Web.Tests.Shell;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Inspections;

/// <summary>An inspection in the host's own store, brought to where a test wants it. Its days lie just behind today, whenever the tests run.</summary>
internal sealed class InspectionCourse(WebApplicationFactory<Program> host)
{
    private readonly InspectionStore _store = host.Services.GetRequiredService<InspectionStore>();
    private readonly IClock _clock = host.Services.GetRequiredService<IClock>();

    public Guid Id { get; private set; }

    public string Address => $"/inspections/{Id}";

    /// <summary>Planned for the first week that leaves ten working days' notice, and, if asked, notified at once.</summary>
    public async Task<InspectionCourse> PlannedAsync(bool notified = false)
    {
        var today = LondonTime.DateOf(_clock.GetCurrentInstant());
        var calendar = (await host.Services.GetRequiredService<Services.Store.Calendars.CalendarLibrary>().CurrentAsync()).Calendar;
        var onSite = calendar.Plus(calendar.NextOrSame(today), AreaSend2024.NoticeInWorkingDays);
        var planned = await _store.PlanAsync("888", InspectionKind.Full, onSite, Recorder.Coordinator, new Mailbox("Fictional Lead", "lead@example.org"));
        Id = Assert.IsType<Recording.Recorded>(planned).Inspection.Id;
        if (notified)
        {
            await _store.RecordAsync(Id, Recorder.Coordinator, (_, _, now) => new Notified(now)); // unless the host's engine has been quicker
            await host.Services.GetRequiredService<InspectionAdvance>().AdvanceAsync(Id, _clock.GetCurrentInstant());
        }

        return this;
    }

    /// <summary>Once nothing is left to send: what the host's engine records beside a form would make that form one of before.</summary>
    public async Task<InspectionCourse> SentAsync()
    {
        while (await host.Services.GetRequiredService<OutboxRunner>().DueAsync(Id, _clock.GetCurrentInstant()) is [var key, ..])
        {
            await host.Services.GetRequiredService<OutboxRunner>().SendAsync(Id, key, _clock.GetCurrentInstant());
        }

        return this;
    }

    /// <summary>With the on-site days over and the draft shared, all of it today.</summary>
    public async Task<InspectionCourse> DraftSharedAsync()
    {
        await PlannedAsync(notified: true);
        await RecordAsync((_, _, now) => new OnSiteStarted(now));
        await RecordAsync((_, _, now) => new OnSiteEnded(now));
        await RecordAsync((_, _, now) => new DraftReportShared(now));
        return this;
    }

    /// <summary>Records an action through its page: looks at what it would do, and confirms.</summary>
    public async Task<HttpResponseMessage> ConfirmAsync(Visitor visitor, string action, params (string Name, string Value)[] typed)
    {
        var address = $"{Address}/record/{action}";
        var preview = await Visitor.ReadAsync(await visitor.PostAsync(address, typed));
        return await visitor.SendAsync(address, preview, ("Form.Intent", "confirm"));
    }

    /// <summary>How much people have recorded; the host's engine records beside them.</summary>
    public async Task<int> RecordedByPeopleAsync() => (await CaseAsync()).Events.Count(recorded => recorded.By != Recorder.Engine);

    public async Task<InspectionCase> CaseAsync() => (await _store.FindAsync(Id))!.Case;

    private async Task RecordAsync(BuildFact fact) =>
        Assert.IsType<Recording.Recorded>(await _store.RecordAsync(Id, Recorder.Coordinator, fact));
}
