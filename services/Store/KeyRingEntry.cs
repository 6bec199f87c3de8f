namespace AreaSend.Services.Store;

/// <summary>A key that cookies and forms are encrypted with: kept here, so that every replica has it and a restart keeps everybody signed in.</summary>
public sealed class KeyRingEntry
{
    /// <summary>What the key is called.</summary>
    public required string Name { get; init; }

    /// <summary>The key, as the data protection of ASP.NET Core writes it.</summary>
    public required string Xml { get; init; }
}
