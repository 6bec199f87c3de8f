namespace AreaSend.FileChecks.Tests.Samples;

/// <summary>How one entry of a <see cref="ZipSample"/> departs from an honest one.</summary>
internal sealed record ZipLie
{
    public static ZipLie None { get; } = new();

    public bool IsStored { get; init; }

    public ushort? Method { get; init; }

    public ushort Flags { get; init; }

    public uint? Bytes { get; init; }

    public uint? Crc { get; init; }

    public string? NameInHeader { get; init; }

    public uint UnixMode { get; init; }

    /// <summary>The entry has no header of its own but claims one that lies here, inside another entry.</summary>
    public uint? HeaderAt { get; init; }
}
