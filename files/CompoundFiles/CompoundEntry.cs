namespace AreaSend.FileChecks.CompoundFiles;

internal enum EntryType : byte
{
    Unused = 0,
    Storage = 1,
    Stream = 2,
    Root = 5,
}

/// <summary>A storage (a folder) or a stream (a file) of a compound file.</summary>
/// <param name="HasChildren">Whether a storage holds anything.</param>
/// <param name="Start">The first sector of a stream.</param>
/// <param name="Bytes">The length of a stream.</param>
internal sealed record CompoundEntry(string Name, EntryType Type, bool HasChildren, uint Start, long Bytes)
{
    public bool IsCalled(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
