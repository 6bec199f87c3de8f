namespace AreaSend.FileChecks.CompoundFiles;

internal enum EntryType : byte
{
    Unused = 0,
    Storage = 1,
    Stream = 2,
    Root = 5,
}

/// <summary>A storage (a folder) or a stream (a file) of a compound file.</summary>
/// <param name="Left">The place in the directory of a neighbour that comes before it.</param>
/// <param name="Right">The place of a neighbour that comes after it.</param>
/// <param name="Child">The place of the first thing in a storage.</param>
/// <param name="Start">The first sector of a stream.</param>
/// <param name="Bytes">The length of a stream.</param>
internal sealed record CompoundEntry(string Name, EntryType Type, uint Left, uint Right, uint Child, uint Start, long Bytes)
{
    /// <summary>The place that stands for nobody.</summary>
    public const uint None = uint.MaxValue;

    public bool HasChildren => Child != None;

    /// <summary>Whether this is its name to the eye: blanks around it and characters that are not shown make no other one.</summary>
    public bool IsCalled(string name) => Plain(Name).Equals(Plain(name), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) =>
        string.Concat(
            name.Where(character => !char.IsWhiteSpace(character) && !char.IsControl(character) && character is not ('\u200B' or '\u00AD' or '\uFEFF')));
}
