namespace AreaSend.Lists.Files;

/// <summary>What a file is by its content.</summary>
internal enum ListFileForm
{
    Unknown,
    Empty,
    Zipped,
    Xls,
    Text,
    Marked,
    Pdf,
}

/// <summary>Tells a file's form by its first bytes, whatever it is called.</summary>
internal static class ListFileForms
{
    public static ListFileForm Of(Stream content)
    {
        Span<byte> room = stackalloc byte[4096];
        content.Position = 0;
        var start = room[..content.ReadAtLeast(room, room.Length, throwOnEndOfStream: false)];
        content.Position = 0;
        return start switch
        {
            [] => ListFileForm.Empty,
            [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..] => ListFileForm.Zipped,
            [0xD0, 0xCF, 0x11, 0xE0, ..] => ListFileForm.Xls,
            [0x25, 0x50, 0x44, 0x46, ..] => ListFileForm.Pdf,
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => ListFileForm.Text,
            _ when start.Contains((byte)0) => ListFileForm.Unknown,
            _ when OtherForms.Marked(start) is not null => ListFileForm.Marked,
            _ => ListFileForm.Text,
        };
    }

    /// <summary>What a file of marked text is, in a sentence with what to do.</summary>
    public static string NameOfMarked(Stream content)
    {
        Span<byte> room = stackalloc byte[4096];
        content.Position = 0;
        return OtherForms.Marked(room[..content.ReadAtLeast(room, room.Length, throwOnEndOfStream: false)])!;
    }
}
