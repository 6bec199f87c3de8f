using AreaSend.FileChecks.Tests.Samples;

namespace AreaSend.FileChecks.Tests.SecondReaders;

/// <summary>Whatever PDF is accepted, MuPDF finds no action in its objects and poppler no attachment; what qpdf packs anew is judged like what it was made of.</summary>
public class PdfReaderTests
{
    private static readonly string[] Actions = ["/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/EmbeddedFile", "/OnInstantiate", "/FileAttachment", "/Encrypt"];

    public static TheoryData<string> Accepted => [.. OddFiles.Small.Where(file => file.Kind == FileKind.Pdf).Select(file => file.Name)];

    [Theory, MemberData(nameof(Accepted))]
    public void Show_AcceptedPdf_HasNoActionAndNoAttachment(string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("a.pdf"), OddFiles.Called(name).Content());

        var objects = Program.Run("mutool", folder.Path, null, "show", "a.pdf", "grep").Said;
        var attached = Program.Run("pdfdetach", folder.Path, null, "-list", "a.pdf").Said;

        Assert.Contains("/Catalog", objects);
        Assert.DoesNotContain(Actions, action => objects.Split(['\n', '(', ')']).Where((_, part) => part % 2 == 0).Any(line => line.Contains(action + "/", StringComparison.Ordinal)));
        Assert.Contains("0 embedded files", attached);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("/OpenAction<</S/JavaScript/JS(x)>>", false)]
    [InlineData("/OpenAction<</S/URI/URI(https://example.org)>>", true)]
    [InlineData("/X<</Type/Filespec/F(x.exe)/EF<</F 3 0 R>>>>", false)]
    public void Check_PackedAnewByQpdf_IsJudgedAsBefore(string catalogue, bool isAccepted)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("a.pdf"), PdfSample.Of(catalogue));

        // It mends the table of the sample, and says so by its exit status of 3.
        Program.Run("qpdf", folder.Path, null, "a.pdf", "--object-streams=generate", "b.pdf");
        using var content = File.OpenRead(folder.File("b.pdf"));
        var verdict = new UploadCheck(new UploadLimits()).Check(content, "b.pdf");

        Assert.True(verdict.IsAccepted == isAccepted, verdict.Refusal?.Sentence ?? "accepted");
    }
}
