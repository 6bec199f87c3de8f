using System.Security.Claims;
using AreaSend.Services.Staff;
using AreaSend.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace AreaSend.Web.SignIn;

/// <summary>Keeps what the cookie would hold in the store: smaller cookies, no token in a browser, and a session that can be ended from outside.</summary>
internal sealed class SessionTickets(StaffSessions sessions, SignInOptions settings, IDataProtectionProvider protection, TimeProvider time) : ITicketStore
{
    private readonly IDataProtector _protector = protection.CreateProtector("AreaSend.SignIn.Session");

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, CancellationToken.None);

    public async Task<string> StoreAsync(AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var (id, now) = (Guid.NewGuid(), Now());
        ticket.Properties.Items[IdOfSession] = id.ToString();
        await sessions.BeginAsync(
            new()
            {
                Id = id, Person = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!), Ticket = Write(ticket),
                BeganAt = now, ExpiresAt = now + Idle, ConfirmedAt = now, AskedAt = now,
            },
            cancellationToken);
        return id.ToString();
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    public Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken) =>
        Guid.TryParse(key, out var id) ? sessions.KeepAsync(id, Write(ticket), Now() + Idle, cancellationToken) : Task.CompletedTask;

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken) =>
        Guid.TryParse(key, out var id) && await sessions.FindAsync(id, Now(), cancellationToken) is { } session
            ? TicketSerializer.Default.Deserialize(_protector.Unprotect(session.Ticket))
            : null;

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    public Task RemoveAsync(string key, CancellationToken cancellationToken) =>
        Guid.TryParse(key, out var id) ? sessions.EndAsync(id, cancellationToken) : Task.CompletedTask;

    /// <summary>The session that a ticket is of.</summary>
    public static Guid? SessionOf(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(IdOfSession, out var text) && Guid.TryParse(text, out var id) ? id : null;

    private const string IdOfSession = "session";

    private Duration Idle => Duration.FromMinutes(settings.IdleMinutes);

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());

    private byte[] Write(AuthenticationTicket ticket) => _protector.Protect(TicketSerializer.Default.Serialize(ticket));
}
