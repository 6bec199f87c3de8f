namespace AreaSend.FileChecks;

/// <summary>The container that a file is, by its first bytes; which kind of document it holds, the container's own check says.</summary>
internal enum FileForm
{
    Unknown,
    Empty,
    Zip,
    CompoundFile,
    Pdf,
    Png,
    Jpeg,
    RichText,
    Program,
}

/// <summary>Tells forms by their signature.</summary>
internal static class FileForms
{
    public static FileForm Of(ReadOnlySpan<byte> start) => start switch
    {
        [] => FileForm.Empty,
        [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] => FileForm.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => FileForm.CompoundFile,
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => FileForm.Pdf,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileForm.Png,
        [0xFF, 0xD8, 0xFF, ..] => FileForm.Jpeg,
        [0x7B, 0x5C, 0x72, 0x74, ..] => FileForm.RichText,
        [0x7F, 0x45, 0x4C, 0x46, ..] => FileForm.Program,
        [0x4D, 0x5A, ..] when start.Contains((byte)0) => FileForm.Program,
        _ => FileForm.Unknown,
    };
}
