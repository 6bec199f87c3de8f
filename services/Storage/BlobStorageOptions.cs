namespace AreaSend.Services.Storage;

/// <summary>Settings under <c>AreaSend:Blobs</c>: where documents are kept. Relative folders start at the host's content root.</summary>
public sealed class BlobStorageOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:Blobs";

    /// <summary>A storage account. Empty: the host starts Azurite as its own child.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Where Azurite keeps the blobs.</summary>
    public string DataFolder { get; set; } = "../.local/blobs";

    /// <summary>Where the script is that runs Azurite.</summary>
    public string AzuriteFolder { get; set; } = "../tools/azurite";
}
