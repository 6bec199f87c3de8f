using AreaSend.Lists.Files;
using AreaSend.Lists.Templates;

namespace AreaSend.Lists.Tests.Templates;

public class EmptyTemplateTests
{
    public static TheoryData<PersonList, string> All => [.. from list in Enum.GetValues<PersonList>() from ending in EmptyTemplate.Endings select (list, ending)];

    [Theory, MemberData(nameof(All))]
    public void Write_ReadBack_NothingIsFoundButThatItIsEmpty(PersonList list, string ending)
    {
        using var file = new MemoryStream();
        EmptyTemplate.Write(list, ending, file);

        var report = Assert.Single(PersonListReader.Check(file, EmptyTemplate.FileName(list, ending), new LocalDate(2026, 11, 25), list).Reports);

        Assert.Equal((list, "list-empty", 4), (report.List, Assert.Single(report.Groups).Rule.Name, report.HeaderRow));
    }
}
