using Azure.Core;
using Azure.Storage.Blobs;

namespace AreaSend.Services.Checkpoints;

/// <summary>Opens the book of checkpoints that settings, or somebody at a prompt, have named: a folder or a container, a key in a file or in a vault.</summary>
public sealed class CheckpointPlaces(IHttpClientFactory http, TokenCredential identity)
{
    /// <summary>The book of these settings, which are without faults.</summary>
    public CheckpointBook Open(CheckpointOptions settings) => new(
        settings.Container.Length > 0 ? new CheckpointContainer(Container(new Uri(settings.Container))) : new CheckpointFolder(settings.Folder),
        settings.VaultKey.Length > 0
            ? new CheckpointVaultKey(http.CreateClient(CheckpointVaultKey.HttpClientName), identity, new Uri(settings.VaultKey))
            : new CheckpointKeyFile(settings.KeyFile));

    private BlobContainerClient Container(Uri address) =>
        address.Query.Length > 0 ? new BlobContainerClient(address) : new BlobContainerClient(address, identity);
}
