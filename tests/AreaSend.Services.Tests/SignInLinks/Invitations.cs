using System.Text.RegularExpressions;
using AreaSend.Core.Inspections;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;

namespace AreaSend.Services.Tests.SignInLinks;

/// <summary>Inspections whose officer has been sent a link.</summary>
internal static partial class Invitations
{
    public static readonly Mailbox Officer = new("Fictional Officer", "lano@example.org");

    public static async Task<Guid> InvitedAsync(this ThrowawayStore store, string area = "888")
    {
        await store.Get<SandboxContacts>().SeedAsync();
        var id = await store.NotifiedAsync(new LocalDate(2025, 9, 22), area);
        await store.NominateAsync(id, Officer);
        return id;
    }

    public static async Task NominateAsync(this ThrowawayStore store, Guid inspection, Mailbox officer)
    {
        Assert.IsType<Recording.Recorded>(await store.Inspections.NominateLanoAsync(inspection, Recorder.Coordinator, officer));
        await store.DrainAsync();
    }

    /// <summary>The tokens of all links sent, in order.</summary>
    public static IReadOnlyList<string> Tokens(this ThrowawayStore store) =>
        [.. store.Mail.Sent.Where(mail => mail.Key.Contains(":lano-invitation") || mail.Key.Contains(":lano-link")).Select(mail => Link().Match(mail.Text).Groups[1].Value)];

    [GeneratedRegex("/lano/enter\\?link=([A-Za-z0-9_-]{43})")]
    private static partial Regex Link();
}
