using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Store;
using AreaSend.Testing;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.Components.Forms;

/// <summary>A host whose clock stands on a notification day, and inspections of it that have come as far as a form needs.</summary>
public sealed class FormsHost : IDisposable
{
    /// <summary>Monday 8 September 2025, 9.30am in London.</summary>
    private static readonly Instant Now = Instant.FromUtc(2025, 9, 8, 8, 30);

    private readonly Lazy<EmptyStoreHost> _clock = new(() =>
    {
        var host = new EmptyStoreHost();
        host.Clock.Reset(Now);
        return host;
    });

    private readonly Lazy<FormsHost> _holds = new(() => new FormsHost());

    public FormsHost() => Host.Clock.Reset(Now);

    internal EmptyStoreHost Host { get; } = new();

    /// <summary>For the form that moves the clock: on the other host, the inspections of all the other forms would have to live through that time.</summary>
    internal EmptyStoreHost OfTheClock => _clock.Value;

    /// <summary>For the forms that hold publication back in the whole country: on the other host, they would stand in the way of every publication.</summary>
    internal FormsHost OfHolds => _holds.Value;

    internal static (string, string)[] Today => Date("Form.Day", new LocalDate(2025, 9, 8));

    internal InspectionStore Inspections => Host.Get<InspectionStore>();

    internal Task<Visitor> CoordinatorAsync() => Host.CoordinatorAsync();

    internal static (string, string)[] Date(string field, LocalDate date) => [($"{field}.Day", $"{date.Day}"), ($"{field}.Month", $"{date.Month}"), ($"{field}.Year", $"{date.Year}")];

    /// <summary>Notified this morning, and then what these facts say.</summary>
    internal Task<Guid> InspectionAsync(params BuildFact[] facts) => InspectionAsync(InspectionKind.Full, facts);

    /// <summary>The same, of another kind.</summary>
    internal async Task<Guid> InspectionAsync(string kind, BuildFact[] facts)
    {
        var id = kind == InspectionKind.Full ? await Host.PlannedAsync() : await Host.PlannedAsAsync(kind);
        foreach (var fact in facts.Prepend((_, _, now) => new Notified(now)))
        {
            Assert.IsType<Recording.Recorded>(await Inspections.RecordAsync(id, Recorder.Coordinator, fact));
        }

        return id;
    }

    /// <summary>How many facts of a kind an inspection has.</summary>
    internal Func<Task<int>> Count<T>(Guid inspection)
        where T : Fact => async () => (await Inspections.FindAsync(inspection))!.Case.Events.Count(recorded => recorded.Event is T);

    internal async Task<int> RowsAsync(Func<StoreContext, Task<int>> count)
    {
        await using var context = Host.Get<StoreDatabase>().Open();
        return await count(context);
    }

    /// <summary>An inspection with an officer who has been invited, and the link of the invitation.</summary>
    internal async Task<(Guid Inspection, Uri Link)> InvitedAsync()
    {
        var id = await InspectionAsync();
        await Inspections.NominateLanoAsync(id, Recorder.Coordinator, new Mailbox("Fictional Officer", "officer@example.org"));
        await Host.AdvanceAsync(Now);
        var mail = await MimeKit.MimeMessage.LoadAsync(Assert.Single(Host.Services.MailsOf(id, "lano-invitation")));
        var address = mail.TextBody!.Split('<', '>', ' ', '\n').First(word => word.Contains($"{GuestLinks.OfficerPath}?{GuestLinks.TokenName}=", StringComparison.Ordinal));
        return (id, new Uri(address));
    }

    internal Task<Visitor> LeadAsync() => Host.VisitorAsync(Role.LeadInspector);

    public void Dispose()
    {
        Host.Dispose();
        if (_clock.IsValueCreated)
        {
            _clock.Value.Dispose();
        }

        if (_holds.IsValueCreated)
        {
            _holds.Value.Dispose();
        }
    }
}
