using AreaSend.FileChecks.Tests.Samples;

namespace AreaSend.FileChecks.Tests;

/// <summary>Files that people of this field have reported in public, made anew with invented content.</summary>
public class CaseTests
{
    [Theory]
    [InlineData("macos.zip", 1)]
    [InlineData("macos-ds-store.zip", 2)]
    [InlineData("windows-thumbs-desktop-ini.zip", 2)]
    [InlineData("word-lock-file.zip", 1)]
    public void Check_ArchiveWithFilesOfTheSystem_PassesThemOverAndCountsThem(string name, int passedOver)
    {
        var verdict = Check(name);

        Assert.True(verdict.IsAccepted, verdict.Refusal?.Sentence);
        Assert.Equal(passedOver, verdict.PassedOver);
    }

    [Fact]
    public void Check_OwnerPassword_SaysThatItRestrictsAndWhatToDo()
    {
        var verdict = Check("owner-password-only.pdf");

        Assert.StartsWith("The PDF is protected: it needs a password, or it restricts copying or printing", verdict.Refusal!.Sentence);
        Assert.EndsWith("or print it to a new PDF, and send that.", verdict.Refusal.Sentence);
    }

    [Theory]
    [InlineData("__MACOSX/plan.exe", "kind", "the folder alone makes nothing harmless")]
    [InlineData("._plan.txt", "command", "a document under such a name is one")]
    [InlineData("desktop.ini", "ending", "a picture from another machine is fetched on looking at the folder")]
    [InlineData("~$plan.txt", "command", "the same")]
    public void Check_SomethingElseUnderSuchAName_IsCheckedAsADocument(string name, string rule, string why)
    {
        var content = name switch
        {
            "desktop.ini" => "[.ShellClassInfo]\r\nIconFile=\\\\evil.example.org\\a.ico\r\n",
            "__MACOSX/plan.exe" => "MZ\0\0",
            _ => "=cmd|' /C calc'!A0\r\n",
        };
        var archive = new ZipSample().Add("plan.txt", "Plan").Add(name, content).ToBytes();

        var verdict = new UploadCheck(new UploadLimits()).Check(new MemoryStream(archive), "plans.zip");

        Assert.True(verdict.Refusal?.Rule == rule, $"{why}: {verdict.Refusal?.Sentence}");
    }

    private static UploadVerdict Check(string name)
    {
        using var content = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Cases", name));
        return new UploadCheck(new UploadLimits()).Check(content, name);
    }
}
