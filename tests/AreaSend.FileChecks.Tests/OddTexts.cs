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
        Taken("text of another system", "list.csv", "one sign that UTF-8 has not, as Windows-1252 has it", FileKind.Text, () => Encoding.Latin1.GetBytes("Name;Note\nZo\u00EB;=1+1\n")),
        Command("behind a sign that the file names", "sep=x\r\naxx=cmd|' /C calc'!A0\r\n"),
        Command("behind a circumflex", "sep=^\r\na^=cmd|' /C calc'!A0\r\n"),
        Command("behind a colon", "sep=:\r\na:=cmd|' /C calc'!A0\r\n"),
        Command("over two lines in quotation marks", "Name\r\n\"=cmd|' /C\ncalc'!A0\"\r\n"),
        Command("over two lines in apostrophes", "Name\n=cmd|' /C\ncalc'!A0\n"),
        Command("after a blank that does not break", "Name\n\u00A0=cmd|' /C calc'!A0\n"),
        Command("in wide signs", "Name\n\uFF1Dcmd|' /C calc'!A0\n"),
        Command("after what is not seen", "Name\n\u200B=cmd|' /C calc'!A0\n"),
        Command("that calls", "Name\n=CALL(\"\"a\"\")\n"),
        Refused("command in UTF-16", "list.csv", "Excel reads it too", "command", "A field or cell in the file would run a command", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Name\n=cmd|' /C calc'!A0\n")]),
        Refused("function that fetches in a CSV", "list.csv", "Excel asks another machine", "external-link", "The file draws on something outside it", () => "Name\n\"=WEBSERVICE(\"\"https://evil.example.org\"\")\"\n"u8.ToArray()),
        Taken("export with bars", "list.txt", "some case systems part cells by bars", FileKind.Text, () => "Name|Change|Note\r\nA|-5|Well done!\r\nTime: - see | this!\r\n"u8.ToArray()),
        Taken("notes about an image", "notes.txt", "a dash begins a line of notes", FileKind.Text, () => "- see Image (1)\n- said \"yes\"\n"u8.ToArray()),
        Refused("program behind the mark of UTF-16", "list.csv", "any bytes passed as text", "kind", "This kind of file is not taken", () => [0xFF, 0xFE, .. "MZ"u8, 0x90, 0, 3, 0, 0, 0, .. new byte[60]]),
        Refused("half a character in UTF-16", "list.csv", "no program writes it", "kind", "This kind of file is not taken", () => [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00]),
        Refused("UTF-32", "list.csv", "zeros, which no text has", "kind", "This kind of file is not taken", () => [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("Name")]),
        Refused("not UTF-8 behind its mark", "list.csv", "the mark says otherwise", "kind", "This kind of file is not taken", () => [0xEF, 0xBB, 0xBF, 0x41, 0xFF, 0x42]),
        Refused("e-mail", "mail.eml", "it carries attachments (field 24)", "kind", "This is an e-mail, which is not taken: save it as a PDF and send that, and send its attachments by themselves", () => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Cases", "mail.eml"))),
        Refused("web page as text", "plan.txt", "a browser may show it as a page", "kind", "This is a web page or XML", () => "\r\n <html><script>alert(1)</script></html>"u8.ToArray()),
        Refused("script as text", "plan.txt", "a Unix shell would run it", "kind", "This is a program", () => "#!/bin/sh\necho hello\n"u8.ToArray()),
        Refused("text with nulls", "list.csv", "binary under a text's name", "kind", "This kind of file is not taken", () => "Name,Note\r\n\0\0\0"u8.ToArray()),
        Refused("billion laughs as XML", "list.xml", "entities that unfold to gigabytes", "kind", "This is a web page or XML", () => Encoding.UTF8.GetBytes(OddOfficeFiles.BillionLaughs)),
    ];

    private static OddFile Command(string name, string text) =>
        Refused("command in a CSV " + name, "list.csv", "Excel would run it (DDE)", "command", "A field or cell in the file would run a command", () => Encoding.UTF8.GetBytes(text));
}
