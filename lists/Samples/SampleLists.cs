using AreaSend.Lists.Rules;
using AreaSend.Lists.Workbooks;
using static AreaSend.Lists.ListColumn;

namespace AreaSend.Lists.Samples;

/// <summary>Sample lists, plainly fictional: a clean one of each list, both in one book, and one for every fault that the checks know.</summary>
public static class SampleLists
{
    private const int Children = 12;
    private const int FirstOfList2 = 500_001;

    /// <summary>Every sample: its file name, which names the rule that it breaks, and what writes it.</summary>
    public static IReadOnlyList<SampleFile> All { get; } =
    [
        new("list-1-clean.xlsx", PersonList.One, null, target => Write(target, Clean(PersonList.One))),
        new("list-2-clean.xlsx", PersonList.Two, null, target => Write(target, Clean(PersonList.Two))),
        new("both-lists-clean.xlsx", null, null, target => Write(target, Clean(PersonList.One), Clean(PersonList.Two))),
        new("both-lists-in-both-lists.xlsx", null, "in-both-lists", target => Write(target, Clean(PersonList.One), InBoth())),
        .. SampleFault.All.Select(fault => Faulty(PersonList.One, fault)),
        .. SampleFault.All.Where(fault => !fault.IsOfList1Only).Select(fault => Faulty(PersonList.Two, fault)),
    ];

    /// <summary>Writes a clean list of any length, for whoever wants to see how long a real one takes.</summary>
    public static void WriteClean(PersonList list, int children, Stream target)
    {
        using var workbook = new WorkbookWriter(target);
        var sheet = new SampleSheet(list, Title(list), []);
        sheet.WriteTo(workbook, Enumerable.Range(list == PersonList.One ? 1 : FirstOfList2, children).Select(SampleChild.Number));
    }

    private static SampleFile Faulty(PersonList list, SampleFault fault)
    {
        var code = RuleBook.All.Single(rule => rule.Name == fault.Rule).Code(list);
        var name = code == fault.Rule ? fault.Rule : $"{code}-{fault.Rule}";
        return new($"list-{(int)list}-{name}.xlsx", list, fault.Rule, target => Write(target, Spoilt(list, fault)));
    }

    private static SampleSheet Spoilt(PersonList list, SampleFault fault)
    {
        var sheet = Clean(list);
        fault.Spoil(sheet, sheet.Children[Children / 2]!);
        return sheet;
    }

    private static SampleSheet Clean(PersonList list)
    {
        var first = list == PersonList.One ? 1 : FirstOfList2;
        var children = Enumerable.Range(first, Children).Select(SampleChild.Number).ToList();
        var middle = children[Children / 2];
        middle[DateOfBirth] = SampleChild.AsAt.PlusYears(-10).PlusDays(-100);
        (middle[ListColumn.Uln], middle[MainPhase]) = (null, "b) Primary");
        return new SampleSheet(list, Title(list), children);
    }

    /// <summary>List 2 with a child of list 1 under another unique ID: the UPN gives it away.</summary>
    private static SampleSheet InBoth()
    {
        var sheet = Clean(PersonList.Two);
        sheet.Children[Children / 2]![ListColumn.Upn] = Clean(PersonList.One).Children[0]![ListColumn.Upn];
        return sheet;
    }

    private static string Title(PersonList list) =>
        $"Sample of list {(int)list}: fictional children of a fictional area, for trying out the checks";

    private static void Write(Stream target, params SampleSheet[] sheets)
    {
        using var workbook = new WorkbookWriter(target);
        foreach (var sheet in sheets)
        {
            sheet.WriteTo(workbook);
        }
    }
}
