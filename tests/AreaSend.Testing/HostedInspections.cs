using System.Text.RegularExpressions;
using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Engine;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;

namespace AreaSend.Testing;

/// <summary>Inspections of a running sandbox host, taken as far as a test needs by moving its clock.</summary>
public static partial class HostedInspections
{
    /// <summary>An inspection whose leaders have been notified: the host's clock stands at the beginning of its notification day, or later.</summary>
    public static async Task<Guid> NotifiedAsync(this IServiceProvider host, string area = "888")
    {
        var today = LondonTime.DateOf(host.GetRequiredService<SandboxClock>().GetCurrentInstant());
        for (var monday = today.PlusWeeks(4).Next(IsoDayOfWeek.Monday); ; monday = monday.PlusWeeks(1))
        {
            switch (await host.GetRequiredService<InspectionStore>().PlanAsync(area, InspectionKind.Full, monday, Recorder.Coordinator))
            {
                case Recording.Recorded { Inspection: var inspection }:
                    await host.GetRequiredService<SandboxJourney>().ToAsync(LondonTime.At(inspection.Plan.NotificationDay, AreaSend2024.StartOfBusiness));
                    return inspection.Id;
                case Recording.Refused refused when monday > today.PlusWeeks(20):
                    throw new InvalidOperationException(refused.Because);
            }
        }
    }

    /// <summary>Nominates an officer, and gives the link out of the e-mail that the officer gets.</summary>
    public static async Task<Uri> InvitedAsync(this IServiceProvider host, Guid inspection, string address = "lano@example.org")
    {
        await host.GetRequiredService<InspectionStore>().NominateLanoAsync(inspection, Recorder.Coordinator, new Mailbox("Fictional Officer", address));
        return await host.NewestLinkAsync(inspection);
    }

    /// <summary>Sends what is due, and gives the link out of the newest invitation.</summary>
    public static async Task<Uri> NewestLinkAsync(this IServiceProvider host, Guid inspection)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        do
        {
            // The host's own engine may have the work in hand: a pass that finds none is no sign that it is done.
            await host.GetRequiredService<DueWorkRunner>().RunAsync(host.GetRequiredService<SandboxClock>().GetCurrentInstant(), timeout.Token);
        }
        while (!await IsInvitedAsync(host, inspection, timeout.Token));
        var newest = host.MailsOf(inspection, "lano-invitation").Concat(host.MailsOf(inspection, "lano-link")).OrderBy(File.GetLastWriteTimeUtc).Last();
        return new Uri(Link().Match((await MimeMessage.LoadAsync(newest)).TextBody!).Value);
    }

    /// <summary>Sends what is due, and gives the link out of the notification of a leader or the forum.</summary>
    public static async Task<Uri> NotifiedLinkAsync(this IServiceProvider host, Guid inspection, RecipientRole role)
    {
        await using var context = host.GetRequiredService<StoreDatabase>().Open();
        do
        {
            await host.GetRequiredService<DueWorkRunner>().RunAsync(host.GetRequiredService<SandboxClock>().GetCurrentInstant());
        }
        while (!await context.Notices.AnyAsync(notice => notice.Inspection == inspection && notice.Template == "notification" && notice.Role == role && notice.State == NoticeState.Sent));
        return new Uri(Link().Match((await MimeMessage.LoadAsync(host.MailsOf(inspection, $"notification*{role.Key()}").Single())).TextBody!).Value);
    }

    private static async Task<bool> IsInvitedAsync(IServiceProvider host, Guid inspection, CancellationToken cancellation)
    {
        var nominations = (await host.GetRequiredService<InspectionStore>().FindAsync(inspection, cancellation))!.Case.Events.Count(recorded => recorded.Event is LanoNominated or LanoLinkAsked);
        await using var context = host.GetRequiredService<StoreDatabase>().Open();
        var invitations = await context.Notices.AsNoTracking().Where(notice => notice.Inspection == inspection && (notice.Template == "lano-invitation" || notice.Template == "lano-link")).ToListAsync(cancellation);
        return invitations.Count == nominations && invitations.All(notice => notice.State == NoticeState.Sent);
    }

    /// <summary>The files of the e-mails about an inspection whose key holds these words.</summary>
    public static IReadOnlyList<string> MailsOf(this IServiceProvider host, Guid inspection, string words) =>
        Directory.GetFiles(host.GetRequiredService<IConfiguration>()["AreaSend:Mail:Folder"]!, $"{inspection}*{words}*.eml");

    [GeneratedRegex("http[^ ]*/(lano|leaders)/enter\\?link=[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();
}
