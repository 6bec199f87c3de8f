using AreaSend.Lists;
using AreaSend.Lists.Headers;

namespace AreaSend.Lists.Tests.Headers;

public class HeaderNameTests
{
    [Theory]
    [InlineData("Date of birth", ListColumn.DateOfBirth, "as the template writes it")]
    [InlineData("  DATE OF BIRTH ", ListColumn.DateOfBirth, "case and spaces")]
    [InlineData("Date of birth (DD/MM/YYYY)", ListColumn.DateOfBirth, "a format in brackets")]
    [InlineData("DOB", ListColumn.DateOfBirth, "as areas say it")]
    [InlineData("Main education establishment – URN", ListColumn.MainUrn, "en dash, as the template")]
    [InlineData("Main education establishment - URN", ListColumn.MainUrn, "hyphen")]
    [InlineData("Main education establishment—URN", ListColumn.MainUrn, "em dash without spaces")]
    [InlineData("Main education establishment � URN", ListColumn.MainUrn, "a dash lost to a wrong encoding")]
    [InlineData("Main education\nestablishment – phase", ListColumn.MainPhase, "a line break inside the cell")]
    [InlineData("Known to children’s social care?", ListColumn.KnownToSocialCare, "a curly apostrophe")]
    [InlineData("Known to childrens social care", ListColumn.KnownToSocialCare, "neither apostrophe nor question mark")]
    [InlineData("Subsidiary education establishment – phase", ListColumn.SubsidiaryPhase, "without the words in brackets")]
    [InlineData("Unique Pupil Number (UPN)", ListColumn.Upn, "the long name")]
    public void ColumnOf_Variants_AreUnderstood(string heading, ListColumn expected, string because) =>
        Assert.True(HeaderName.ColumnOf(heading) == expected, because);

    [Theory]
    [InlineData("")]
    [InlineData("Favourite colour")]
    [InlineData("Date")]
    public void ColumnOf_AnythingElse_IsNoColumn(string heading) => Assert.Null(HeaderName.ColumnOf(heading));

    [Fact]
    public void ColumnOf_EveryTitleOfTheTemplate_IsItsColumn() =>
        Assert.All(Enum.GetValues<ListColumn>(), column => Assert.Equal(column, HeaderName.ColumnOf(ListTemplate.Title(column))));

    [Fact]
    public void ColumnOf_HeadingOfAnyLength_DoesNotFail() => Assert.Null(HeaderName.ColumnOf(new string('x', 100_000)));
}
