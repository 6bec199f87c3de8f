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

    public uint DosAttributes { get; init; }

    /// <summary>Extra fields in the directory, in the header in front of the data, or in both.</summary>
    public byte[] DirectoryExtra { get; init; } = [];

    public byte[] LocalExtra { get; init; } = [];

    public byte[] Extra
    {
        init => (DirectoryExtra, LocalExtra) = (value, value);
    }

    /// <summary>What the header in front of the data says instead of what the directory says.</summary>
    public uint? LocalCrc { get; init; }

    public uint? LocalPacked { get; init; }

    public uint? LocalBytes { get; init; }

    public ushort? LocalFlags { get; init; }

    /// <summary>What lies behind the data.</summary>
    public byte[] Behind { get; init; } = [];

    /// <summary>The entry has no header of its own but claims one that lies here, inside another entry.</summary>
    public uint? HeaderAt { get; init; }
}
