using System.Text;
using AreaSend.Lists;
using AreaSend.Lists.Files;
using AreaSend.Lists.Tests.Files;
using CsCheck;

namespace AreaSend.Lists.Tests.Files;

/// <summary>A file with bytes overwritten, anywhere, is read or refused; nothing escapes the reader.</summary>
public class MutilatedListTests
{
    private static readonly byte[] Old = OldWorkbook.Write("Children",
        [[.. ListRows.Headings(PersonList.One)], .. Enumerable.Range(1, 5).Select(i => ListRows.Child(PersonList.One, i))]);

    private static readonly byte[] NewWorkbook = New();

    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Join('\n',
        [ListRows.Line(',', ListRows.Headings(PersonList.One)), .. Enumerable.Range(1, 5).Select(i => ListRows.Line(',', ListRows.Child(PersonList.One, i)))]));

    [Fact]
    public void Check_OldWorkbook_IsReadOrRefused() => IsReadOrRefused(Old, iterations: 100);

    [Fact]
    public void Check_NewWorkbook_IsReadOrRefused() => IsReadOrRefused(NewWorkbook);

    [Fact]
    public void Check_Text_IsReadOrRefused() => IsReadOrRefused(Text);

    [Fact]
    public void Check_SheetsOwnMarkup_IsReadOrRefused()
    {
        var markup = Encoding.Latin1.GetBytes(ListRows.Headings(1, PersonList.One) + ListRows.Xml(2, ListRows.Child(PersonList.One, 2)));
        Overwritten(markup).Sample(
            bytes =>
            {
                using var content = new RawWorkbook().Sheet("Sheet1", Encoding.Latin1.GetString(bytes)).ToStream();
                return Says(content);
            },
            iter: 300);
    }

    private static void IsReadOrRefused(byte[] whole, int iterations = 300) =>
        Overwritten(whole).Sample(
            bytes =>
            {
                using var content = new MemoryStream(bytes);
                return Says(content);
            },
            iter: iterations);

    private static bool Says(Stream content)
    {
        var reading = PersonListReader.Check(content, "list", new LocalDate(2024, 10, 1));
        return reading.IsReadable == (reading.Reports.Count > 0);
    }

    private static Gen<byte[]> Overwritten(byte[] whole) =>
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 12].Select(changes =>
        {
            var bytes = whole.ToArray();
            foreach (var (place, value) in changes)
            {
                bytes[place] = value;
            }

            return bytes;
        });

    private static byte[] New()
    {
        using var content = new RawWorkbook().Sheet("Sheet1", ListRows.Headings(1, PersonList.One) + ListRows.Xml(2, ListRows.Child(PersonList.One, 2))).ToStream();
        return content.ToArray();
    }
}
