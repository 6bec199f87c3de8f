using System.IO.Compression;
using System.Text;
using AreaSend.Lists;
using AreaSend.Lists.Files;
using AreaSend.Lists.Tests.Files;

namespace AreaSend.Lists.Tests.Files;

/// <summary>Files that nobody sends in good faith end in a sentence, soon and in little memory.</summary>
public class HostileListTests
{
    private const string Large = "The workbook unpacks to more than any list needs; save the list as a new workbook and send that.";
    private const string Damaged = "The workbook is damaged and cannot be read; open it in Excel, save it anew and send that.";

    private static string Headings => ListRows.Headings(1, PersonList.One);

    [Fact]
    public void Check_BillionLaughs_IsRefused()
    {
        const string laughs = """<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>""";

        Assert.Equal(Damaged, Check(new RawWorkbook { Prologue = laughs }.Sheet("Sheet1", Headings)));
    }

    [Fact]
    public void Check_OneTextWithoutEnd_IsRefused() =>
        Assert.Equal(Large, Check(new RawWorkbook { SharedStrings = $"<si><t>{new string('x', 3 << 20)}</t></si>" }.Sheet("Sheet1", Headings)));

    [Fact]
    public void Check_OneTagWithAttributesWithoutEnd_IsRefused()
    {
        var attributes = string.Concat(Enumerable.Range(0, 200_000).Select(i => $" a{i}='1'"));

        Assert.Equal(Large, Check(new RawWorkbook().Sheet("Sheet1", $"<row{attributes}/>")));
    }

    [Fact]
    public void Check_EveryElementOfAnotherName_IsRefused()
    {
        // A reader of XML keeps each name that it has met.
        var names = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<n{i}/>"));

        Assert.Equal(Large, Check(new RawWorkbook().Sheet("Sheet1", names)));
    }

    [Fact]
    public void Check_ElementsWithinElements_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000));

        Assert.Equal(Damaged, Check(new RawWorkbook().Sheet("Sheet1", deep)));
    }

    [Fact]
    public void Check_SharedStringsWithoutEnd_IsRefused()
    {
        var text = $"<si><t>{new string('x', 900)}</t></si>";
        var book = new RawWorkbook { SharedStrings = string.Concat(Enumerable.Repeat(text, 80_000)) };

        Assert.Equal(Large, Check(book.Sheet("Sheet1", Headings)));
    }

    [Fact]
    public void Check_MoreRowsThanAnyList_IsRefused()
    {
        var rows = new StringBuilder(Headings);
        for (var row = 2; row <= 250_002; row++)
        {
            rows.Append("<row><c><v>1</v></c></row>");
        }

        Assert.StartsWith("The file has more than 250,000 rows", Check(new RawWorkbook().Sheet("Sheet1", rows.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TenMillionCells_IsRefused()
    {
        var row = "<row>" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 1_000)) + "</row>";
        var rows = new StringBuilder(Headings);
        for (var i = 0; i < 10_000; i++)
        {
            rows.Append(row);
        }

        Assert.StartsWith("The file has more than 8,000,000 cells", Check(new RawWorkbook().Sheet("Sheet1", rows.ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ArchiveWithTensOfThousandsOfParts_IsRefusedUnopened()
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 30_000; i++)
            {
                archive.CreateEntry($"xl/worksheets/sheet{i}.xml");
            }
        }

        Assert.Equal(Large, PersonListReader.Check(content, "list.xlsx", new LocalDate(2024, 10, 1)).Unreadable);
    }

    [Fact]
    public void Check_ArchiveThatIsNoWorkbook_SaysSo()
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("letter.txt");
        }

        Assert.Equal("The file is a zip archive, but no workbook; take the list out of the archive and send it by itself.", PersonListReader.Check(content, "list.xlsx", new LocalDate(2024, 10, 1)).Unreadable);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(30)]
    [InlineData(500)]
    [InlineData(-1)]
    [InlineData(-40)]
    [InlineData(-400)]
    public void Check_WorkbookCutShort_IsDamaged(int bytes)
    {
        using var whole = new RawWorkbook().Sheet("Sheet1", Headings).ToStream();
        using var cut = new MemoryStream(whole.ToArray()[..(bytes < 0 ? (int)whole.Length + bytes : bytes)]);

        Assert.Equal(Damaged, PersonListReader.Check(cut, "list.xlsx", new LocalDate(2024, 10, 1)).Unreadable);
    }

    [Fact]
    public void Check_SheetThatBreaksOff_IsDamaged()
    {
        using var book = new RawWorkbook().Sheet("Sheet1", Headings + """<row r="2"><c r="A2"><v>1</v>""").ToStream();

        Assert.Equal(Damaged, PersonListReader.Check(book, "list.xlsx", new LocalDate(2024, 10, 1)).Unreadable);
    }

    [Fact]
    public void Check_ReferencesOfNonsense_AreReadInOrder()
    {
        const string rows = """<row r="-5"><c r="$$$"><v>1</v></c><c r="ZZZZZZZZ1"><v>2</v></c><c t="s"><v>-1</v></c><c s="99999999999"><v>1e999</v></c></row>""";

        Assert.Null(Check(new RawWorkbook().Sheet("Sheet1", Headings + rows)));
    }

    [Fact]
    public void Check_Cancelled_Stops()
    {
        using var content = new RawWorkbook().Sheet("Sheet1", Headings).ToStream();

        Assert.Throws<OperationCanceledException>(() =>
            PersonListReader.Check(content, "list.xlsx", new LocalDate(2024, 10, 1), cancellation: new CancellationToken(canceled: true)));
    }

    private static string? Check(RawWorkbook book)
    {
        using var content = book.ToStream();
        return PersonListReader.Check(content, "list.xlsx", new LocalDate(2024, 10, 1)).Unreadable;
    }
}
