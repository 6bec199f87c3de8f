using AreaSend.Core.Inspections;
using AreaSend.Services.Inspections;
using AreaSend.Services.SignInLinks;
using AreaSend.Services.Store;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AreaSend.Services.Sandbox;

/// <summary>Lets whoever tries the sandbox be somebody of the area, without waiting for the e-mail that has their link.</summary>
public sealed class SandboxImpersonation(StoreDatabase database, InspectionStore inspections, IOptions<GuestLinkOptions> options, IClock clock)
{
    /// <summary>Everybody who has a way in to an inspection now, in order of role.</summary>
    public async Task<IReadOnlyList<RecipientRole>> OpenToAsync(LoadedInspection inspection, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        List<RecipientRole> open = [];
        foreach (var role in RecipientRoles.Officers.Concat(RecipientRoles.Leaders))
        {
            if (await FindAsync(context, inspection, role, cancellation) is not null)
            {
                open.Add(role);
            }
        }

        return open;
    }

    /// <summary>Begins a visit as somebody; null for who has no way in.</summary>
    public async Task<GuestVisit?> EnterAsync(Guid inspection, RecipientRole role, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        if (await inspections.FindAsync(inspection, cancellation) is not { } loaded || await FindAsync(context, loaded, role, cancellation) is not { } person)
        {
            return null;
        }

        var now = clock.GetCurrentInstant();
        var session = new GuestSession
        {
            Id = Guid.NewGuid(),
            Link = Guid.Empty,
            Inspection = inspection,
            Person = person.Id,
            BeganAt = now,
            ExpiresAt = now + Duration.FromHours(options.Value.SessionHours),
        };
        context.Set<GuestSession>().Add(session);
        await context.SaveChangesAsync(cancellation);
        return new GuestVisit(session, role);
    }

    private async Task<Person?> FindAsync(StoreContext context, LoadedInspection inspection, RecipientRole role, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        return Guests.IsOpen(inspection, role)
            && await Guests.CurrentAsync(context, inspection, role, now, cancellation) is { } person
            && await Guests.MayEnterAsync(context, inspection, person, now, cancellation)
            ? person
            : null;
    }
}
