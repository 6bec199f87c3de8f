using AreaSend.Lists;
using AreaSend.Lists.Files;
using AreaSend.Lists.Tests.Files;

namespace AreaSend.Lists.Tests.Files;

public class XlsListTests
{
    private static readonly LocalDate Today = new(2024, 10, 1);

    [Theory]
    [InlineData(PersonList.One)]
    [InlineData(PersonList.Two)]
    public void Check_CleanList_FindsNothing(PersonList list)
    {
        var report = Assert.Single(Check(OldWorkbook.Write("Children", Rows(list))).Reports);

        Assert.Equal((list, "Children", 3, 20), (report.List, report.Sheet, report.HeaderRow, report.Rows));
        Assert.Empty(report.Groups);
    }

    [Fact]
    public void Check_FaultyRowOnHiddenSheet_NamesBoth()
    {
        var rows = Rows(PersonList.One);
        rows[5] = [.. rows[5].Select((cell, i) => (ListColumn)i == ListColumn.Gender ? "Boy" : cell)];

        var groups = Assert.Single(Check(OldWorkbook.Write("Children", rows, isHidden: true)).Reports).Groups;

        Assert.Equal(["gender-code E6", "sheet-hidden row 3"], groups.Select(group => $"{group.Code} {group.CellAt(group.Places[0])}").Order());
    }

    [Theory]
    [InlineData(600)]
    [InlineData(1100)]
    [InlineData(5000)]
    public void Check_CutShort_IsDamaged(int bytes)
    {
        var whole = OldWorkbook.Write("Children", Rows(PersonList.One));

        Assert.StartsWith("The workbook is damaged", Check(whole[..bytes]).Unreadable, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_MoreColumnsThanTheFormatHas_IsDamaged()
    {
        IReadOnlyList<object?> wide = [.. new object?[60_000], "far out"];

        Assert.StartsWith("The workbook is damaged", Check(OldWorkbook.Write("Children", [.. Rows(PersonList.One), wide])).Unreadable, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NothingButItsFirstBytes_IsDamaged() =>
        Assert.StartsWith("The workbook is damaged", Check([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).Unreadable, StringComparison.Ordinal);

    /// <summary>A title, a blank row, the headings and twenty children.</summary>
    private static List<IReadOnlyList<object?>> Rows(PersonList list) =>
    [
        ["Data as at", new LocalDate(2024, 9, 2)],
        [],
        [.. ListRows.Headings(list)],
        .. Enumerable.Range(1, 20).Select(i => ListRows.Child(list, i)),
    ];

    private static ListReading Check(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return PersonListReader.Check(content, "list.xls", Today);
    }
}
