namespace AreaSend.Services.Storage;

/// <summary>Settings under <c>AreaSend:Blobs</c>: where documents are kept. Relative folders start at the host's content root.</summary>
public sealed class BlobStorageOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:Blobs";

    /// <summary>A storage account. Empty: the host starts Azurite as its own child.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// The blob service of a storage account that the host's identity may use, instead of a connection string: <c>https://ACCOUNT.blob.core.windows.net/</c>.
    /// </summary>
    public Uri? ServiceUri { get; set; }

    /// <summary>Where Azurite keeps the blobs.</summary>
    public string DataFolder { get; set; } = "../.local/blobs";

    /// <summary>Where the script is that runs Azurite.</summary>
    public string AzuriteFolder { get; set; } = "../tools/azurite";
}
