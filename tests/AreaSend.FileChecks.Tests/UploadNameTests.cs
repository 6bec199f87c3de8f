using AreaSend.FileChecks;

namespace AreaSend.FileChecks.Tests;

public class UploadNameTests
{
    [Theory]
    [InlineData("Self-evaluation 2024.pdf", "Self-evaluation 2024.pdf", ".pdf", "an everyday name")]
    [InlineData("../../etc/passwd", "passwd", "", "a path upwards")]
    [InlineData("C:\\Users\\lano\\plan.DOCX", "plan.DOCX", ".docx", "old browsers send the whole path")]
    [InlineData("report\u202Efdp.exe", "report[U+202E]fdp.exe", ".exe", "shown from right to left it would end in .pdf")]
    [InlineData("a\u0000b\r\nc.txt", "a[U+0000]b[U+000D][U+000A]c.txt", ".txt", "control characters")]
    [InlineData("תוכנית.pdf", "תוכנית.pdf", ".pdf", "a name in Hebrew is a name")]
    [InlineData("plan.pdf. . ", "plan.pdf. . ", ".pdf", "Windows drops dots and spaces at the end")]
    [InlineData("", "(no name)", "", "nothing")]
    [InlineData("folder/", "(no name)", "", "a folder")]
    [InlineData("<b>x</b>&.pdf", "b>&.pdf", ".pdf", "markup is for the page to encode")]
    public void Shown_And_Extension(string given, string shown, string extension, string why) =>
        Assert.True((shown, extension) == (UploadName.Shown(given), UploadName.Extension(given)), $"{why}: {UploadName.Shown(given)}");

    [Fact]
    public void Shown_LongName_KeepsItsEndInSight()
    {
        var shown = UploadName.Shown(new string('a', 251) + ".pdf");

        Assert.Equal(120, shown.Length);
        Assert.EndsWith("a.pdf", shown);
    }

    [Fact]
    public void Shown_LongNameOfEmoji_IsNotCutThroughACharacter() =>
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(UploadName.Shown(string.Concat(Enumerable.Repeat("x😀😀", 60))))));
}
