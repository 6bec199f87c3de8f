namespace AreaSend.Services.Checkpoints;

/// <summary>Settings under <c>AreaSend:Checkpoints</c>. With none of them, no checkpoints are written.</summary>
public sealed class CheckpointOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:Checkpoints";

    /// <summary>The folder that they are kept in: outside of the database, and best where nobody who may write that may write.</summary>
    public string Folder { get; set; } = "";

    /// <summary>
    /// Or the blob container: <c>https://ACCOUNT.blob.core.windows.net/CONTAINER</c>, reached with the host's own identity, or with the signature that the
    /// address has.
    /// </summary>
    public string Container { get; set; } = "";

    /// <summary>A PEM file with the private key that they are signed with: an elliptic curve, such as P-256.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>Or a key of the curve P-256 in a Key Vault, which signs without giving it away: <c>https://VAULT.vault.azure.net/keys/NAME</c>.</summary>
    public string VaultKey { get; set; } = "";

    /// <summary>Whether checkpoints are written.</summary>
    public bool IsOn => (Folder.Length > 0 || Container.Length > 0) && (KeyFile.Length > 0 || VaultKey.Length > 0);

    /// <summary>What keeps them from being written or believed, a sentence each; none where nothing is set at all.</summary>
    public IEnumerable<string> Faults()
    {
        if (Folder.Length > 0 && Container.Length > 0)
        {
            yield return $"Set {Section}:Folder or {Section}:Container, not both: checkpoints are kept in one place.";
        }

        if (KeyFile.Length > 0 && VaultKey.Length > 0)
        {
            yield return $"Set {Section}:KeyFile or {Section}:VaultKey, not both: checkpoints are signed with one key.";
        }

        if (!IsOn && (Folder.Length > 0 || Container.Length > 0))
        {
            yield return $"Checkpoints have a place and no key: set {Section}:VaultKey (or {Section}:KeyFile), or take the place away and have none written.";
        }

        if (!IsOn && (KeyFile.Length > 0 || VaultKey.Length > 0))
        {
            yield return $"Checkpoints have a key and no place: set {Section}:Container (or {Section}:Folder), or take the key away and have none written.";
        }

        if (Container.Length > 0 && !IsAddress(Container, segments: 1))
        {
            yield return $"{Section}:Container is no address of a blob container: write it like https://ACCOUNT.blob.core.windows.net/checkpoints.";
        }

        if (VaultKey.Length > 0 && !IsAddress(VaultKey, segments: 2))
        {
            yield return $"{Section}:VaultKey is no address of a key: write it like https://VAULT.vault.azure.net/keys/checkpoints, without a version.";
        }
    }

    // An emulator on this machine has the account's name before the container's, and no TLS.
    private static bool IsAddress(string text, int segments) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Length is var found
        && (found == segments || (address.IsLoopback && found == segments + 1));
}
