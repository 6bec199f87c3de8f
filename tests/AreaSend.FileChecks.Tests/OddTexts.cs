using System.Text;
using AreaSend.FileChecks;
using static AreaSend.FileChecks.Tests.OddFile;

namespace AreaSend.FileChecks.Tests;

/// <summary>Text files.</summary>
internal static class OddTexts
{
    public static OddFile[] All { get; } =
    [
        Taken("CSV in Windows-1252", "list.csv", "as Excel saves it in Britain", FileKind.Text, () => Encoding.Latin1.GetBytes("Name;Note\r\nZo\u00EB;\u00A3 5\r\n")),
        Taken("CSV with its mark", "list.csv", "UTF-8 with a byte order mark", FileKind.Text, () => [0xEF, 0xBB, 0xBF, .. "Name,Note\r\n"u8]),
        Taken("text in UTF-16", "list.txt", "Excel's Unicode text", FileKind.Text, () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Name\tNote\r\n")]),
        Taken("formulas as values", "list.csv", "cells that begin with = or - are data here", FileKind.Text, () => "Name,Note\r\n=1+1,-3\r\n@home,+44 20\r\n"u8.ToArray()),
        Taken("note with a bar and a mark", "notes.txt", "- begins a line of notes, not a formula", FileKind.Text, () => "- agreed\n- plan | done\nGood!\n"u8.ToArray()),
        Refused("command in a CSV", "list.csv", "Excel would run it (DDE)", "command", "A field or cell in the file would run a command", () => "Name,Note\r\nA,=cmd|' /C calc'!A0\r\n"u8.ToArray()),
        Refused("web page as text", "plan.txt", "a browser may show it as a page", "kind", "This is a web page or XML", () => "\r\n <html><script>alert(1)</script></html>"u8.ToArray()),
        Refused("script as text", "plan.txt", "a Unix shell would run it", "kind", "This is a program", () => "#!/bin/sh\necho hello\n"u8.ToArray()),
        Refused("text with nulls", "list.csv", "binary under a text's name", "kind", "This kind of file is not taken", () => "Name,Note\r\n\0\0\0"u8.ToArray()),
        Refused("billion laughs as XML", "list.xml", "entities that unfold to gigabytes", "kind", "This is a web page or XML", () => Encoding.UTF8.GetBytes(OddOfficeFiles.BillionLaughs)),
    ];
}
