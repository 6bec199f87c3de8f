using AreaSend.Services.Checkpoints;
using AreaSend.Services.Engine;
using AreaSend.Services.Mail;
using AreaSend.Services.Storage;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads.Scanning;
using AreaSend.Web.SignIn;

namespace AreaSend.Web.Hosting;

/// <summary>
/// What a host needs that serves real people. In the sandbox each of these has a stand-in that must never be taken for the real thing, so outside of it
/// each is named, and what is missing is said before anything starts.
/// </summary>
internal static class OutsideSandbox
{
    /// <summary>What is missing, a sentence each.</summary>
    public static IEnumerable<string> Missing(IConfiguration configuration, SignInOptions signIn)
    {
        if (!signIn.IsOn)
        {
            yield return $"Nobody could sign in: set {SignInOptions.Section}:Authority to the https:// address of the identity provider, or AreaSend:Sandbox to true to try things.";
        }

        var site = configuration[HostSettings.SiteKey];
        if (
            !Uri.TryCreate(site, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            yield return $"Set {HostSettings.SiteKey} to the https:// address that people open the console at: links in e-mails begin with it.";
        }

        if (Lacks($"{StoreOptions.Section}:Provider"))
        {
            yield return $"Say where inspections are kept: set {StoreOptions.Section}:Provider to Postgres (with {StoreOptions.Section}:ConnectionString), or to Sqlite for one host with a file of its own.";
        }
        else if (
            string.Equals(configuration[$"{StoreOptions.Section}:Provider"], nameof(StoreProvider.Postgres), StringComparison.OrdinalIgnoreCase)
            && Lacks($"{StoreOptions.Section}:ConnectionString"))
        {
            yield return $"Set {StoreOptions.Section}:ConnectionString to the address of the PostgreSQL server and its database.";
        }

        if (Lacks($"{BlobStorageOptions.Section}:ConnectionString") && Lacks($"{BlobStorageOptions.Section}:ServiceUri"))
        {
            yield return $"Say where documents are kept: set {BlobStorageOptions.Section}:ServiceUri (with the host's own identity) or {BlobStorageOptions.Section}:ConnectionString.";
        }

        if (Lacks($"{ScannerOptions.Section}:Use"))
        {
            yield return $"No upload would ever be accepted without a malware scanner: set {ScannerOptions.Section}:Use to clamd or defender.";
        }

        foreach (var fault in (configuration.GetSection(CheckpointOptions.Section).Get<CheckpointOptions>() ?? new CheckpointOptions()).Faults())
        {
            yield return fault;
        }

        // Where the Functions app is the engine, it sends, and this host only writes.
        if (EngineChoices.Read(configuration) == EngineChoice.DurableFunctions)
        {
            yield break;
        }

        if (
            Lacks($"{MailOptions.Section}:Sender")
            || string.Equals(configuration[$"{MailOptions.Section}:Sender"], MailOptions.FolderSender, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"No notice would ever leave this machine: set {MailOptions.Section}:Sender to {MailOptions.OneOfRealSenders}.";
        }

        foreach (var from in (string[])[nameof(MailOptions.OfstedFrom), nameof(MailOptions.CqcFrom)])
        {
            if (Lacks($"{MailOptions.Section}:{from}"))
            {
                yield return $"Set {MailOptions.Section}:{from} to the mailbox that those notices come from.";
            }
        }

        bool Lacks(string key) => string.IsNullOrWhiteSpace(configuration[key]);
    }
}
