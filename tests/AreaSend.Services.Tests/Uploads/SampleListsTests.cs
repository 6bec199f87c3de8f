using AreaSend.FileChecks;
using AreaSend.Lists.Samples;

namespace AreaSend.Services.Tests.Uploads;

/// <summary>The sample lists are what a LANO would send, faults in their rows included: that is for the check of lists to say.</summary>
public class SampleListsTests
{
    public static TheoryData<string> Names => [.. SampleLists.All.Select(sample => sample.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Check_SampleList_IsTaken(string name)
    {
        var content = new MemoryStream();
        SampleLists.All.Single(sample => sample.Name == name).Write(content);

        var verdict = new UploadCheck(new UploadLimits()).Check(content, Path.GetFileName(name));

        Assert.True(verdict.IsAccepted, verdict.Refusal?.Sentence);
    }
}
