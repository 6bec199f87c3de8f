using System.Collections.Concurrent;
using AreaSend.Core.Calendars;
using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Conformance;

/// <summary>Plays a script on an engine: the clock stops at each moment at which anything falls due, and the engine does it before the clock goes on.</summary>
public sealed class Play(Script script, ThrowawayStore store, IEngineRun engine)
{
    private readonly ConcurrentDictionary<string, int> _tries = new();

    /// <summary>Plays it for an inspection of each of these areas, all at once.</summary>
    public async Task<IReadOnlyList<Stage>> RunAsync(params string[] areas)
    {
        await store.Get<SandboxContacts>().SeedAsync();
        if (script.Begins is var (at, held))
        {
            await BeginAsync(at, held);
        }

        if (script.Mail is not null)
        {
            store.Mail.Answer = Answer;
        }

        var stages = new List<Stage>();
        foreach (var area in areas)
        {
            stages.Add(new Stage(store, engine, await store.PlannedAsync(script.OnSite, area, kind: script.Kind, grounds: script.Grounds), area));
        }

        foreach (var act in script.Acts)
        {
            await PassAsync(Moment(act.At), act.EngineRuns);
            foreach (var stage in stages)
            {
                await act.Do(stage);
            }

            await engine.SettleAsync();
        }

        await PassAsync(Moment(script.Until), engineRuns: true);
        return stages;
    }

    private async Task BeginAsync(LocalDateTime at, string bankHolidays)
    {
        store.Clock.Reset(Moment(at));
        await store.Database.HoldAsync(bankHolidays, store.Now);
        await using var context = store.Database.Open();
        await context.Contacts.ExecuteUpdateAsync(set => set.SetProperty(contact => contact.From, at.Date));
    }

    private async Task PassAsync(Instant moment, bool engineRuns)
    {
        while (engineRuns)
        {
            await engine.SettleAsync();
            if (await store.Get<EngineWork>().NextByClockAsync() is not { } next || next > moment)
            {
                break;
            }

            store.Clock.Reset(next);
        }

        store.Clock.Reset(moment);
    }

    private MailResult Answer(Mail mail)
    {
        var notice = mail.Key.Split(':', 2)[1];
        return script.Mail!(notice, _tries.AddOrUpdate(mail.Key, 1, (_, before) => before + 1)) ?? new MailResult.Accepted(mail.Key);
    }

    private static Instant Moment(LocalDateTime local) => LondonTime.At(local.Date, local.TimeOfDay);
}
