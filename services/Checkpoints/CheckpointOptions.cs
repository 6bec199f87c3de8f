namespace AreaSend.Services.Checkpoints;

/// <summary>Settings under <c>AreaSend:Checkpoints</c>. With neither, none are written.</summary>
public sealed class CheckpointOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:Checkpoints";

    /// <summary>The folder that they are kept in: outside of the database, and best where nobody who may write that may write.</summary>
    public string Folder { get; set; } = "";

    /// <summary>A PEM file with the private key that they are signed with: an elliptic curve, such as P-256.</summary>
    public string KeyFile { get; set; } = "";
}
