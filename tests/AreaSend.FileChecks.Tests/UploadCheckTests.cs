using System.Security.Cryptography;
using AreaSend.FileChecks;

namespace AreaSend.FileChecks.Tests;

public class UploadCheckTests
{
    public static TheoryData<string> SmallNames => [.. OddFiles.Small.Select(file => file.Name)];

    /// <summary>The large ones of the table are checked in <see cref="MemoryTests"/>.</summary>
    [Theory, MemberData(nameof(SmallNames))]
    public void Check_OddFile_IsAcceptedOrRefusedAsTheTableSays(string name)
    {
        var file = OddFiles.Called(name);
        var content = file.Content();

        var verdict = Check(content, file.FileName);

        file.RequireVerdict(verdict);
        Assert.Equal((content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), (verdict.Bytes, verdict.Sha256));
    }

    [Fact]
    public void All_HasNamesOfItsOwnAndAReasonForEach()
    {
        Assert.Equal(OddFiles.All.Count, OddFiles.All.DistinctBy(file => file.Name).Count());
        Assert.All(OddFiles.All, file => Assert.NotEmpty(file.Why));
    }

    [Fact]
    public void Check_ManyAtOnce_NoneIsSwayedByAnother()
    {
        var files = OddFiles.Small.ToList();
        var check = new UploadCheck(new UploadLimits());

        Parallel.ForEach(Enumerable.Repeat(files, 5).SelectMany(round => round), new ParallelOptions { MaxDegreeOfParallelism = 8 }, file =>
        {
            var verdict = check.Check(new MemoryStream(file.Content()), file.FileName);
            Assert.True((file.Kind, file.Rule) == (verdict.Kind, verdict.Refusal?.Rule), $"{file.Name}: {verdict.Refusal?.Sentence}");
        });
    }

    [Fact]
    public void Check_LargerThanTheLimit_SaysTheLimit()
    {
        var verdict = new UploadCheck(new UploadLimits { FileBytes = 1 << 20 }).Check(new MemoryStream(new byte[(1 << 20) + 1]), "plan.pdf");

        Assert.Equal("The file is larger than 1 MB: send it in parts.", verdict.Refusal!.Sentence);
    }

    [Fact]
    public void Check_Cancelled_IsNotAVerdict() =>
        Assert.Throws<OperationCanceledException>(() =>
            new UploadCheck(new UploadLimits()).Check(new MemoryStream(OddFiles.Called("archive of plans").Content()), "plans.zip", new CancellationToken(canceled: true)));

    [Fact]
    public void ScratchFile_Closed_IsGone()
    {
        string path;
        using (var file = ScratchFile.Create())
        {
            path = file.Name;
            Assert.True(File.Exists(path));
        }

        Assert.False(File.Exists(path));
    }

    [Theory, MemberData(nameof(SmallNames))]
    public void Check_EveryBeginningOfASmallFile_GivesAVerdict(string name)
    {
        var content = OddFiles.Called(name).Content();
        for (var length = 0; length < content.Length; length += Math.Max(1, content.Length / 60))
        {
            Assert.NotNull(Check(content[..length], "plan.bin").Refusal);
        }
    }

    private static UploadVerdict Check(byte[] content, string fileName) => new UploadCheck(new UploadLimits()).Check(new MemoryStream(content), fileName);
}
