using AreaSend.Core.Inspections;

namespace AreaSend.Core.Tests.Inspections;

/// <summary>What is given to those outside as a link has to be the address of a page, whoever records it.</summary>
public sealed class WebAddressTests
{
    public static TheoryData<string> NoAddresses => ["javascript:alert(1)", "nonsense", "ftp://x/y", "https://", "data:text/html,x", "//example.org/plan", "https://www.ofsted.gov.uk@example.org/"];

    [Theory]
    [MemberData(nameof(NoAddresses))]
    public void PlanPublished_UnderWhatIsNoAddress_IsRefused(string address) => Assert.Equal(
        "Give the web address at which the plan can be read, beginning with https://.",
        CertaintyTests.UpToFinal(1).WhyNot(new PlanPublished(Course.At("2025-12-15"), address)));

    // What was recorded before pages asked for it, and what the simulation records.
    [Theory]
    [InlineData(null)]
    [InlineData("https://www.example.org/plan")]
    [InlineData("http://www.example.org/plan")]
    public void PlanPublished_UnderAnAddressOrNone_IsRecorded(string? address) => Assert.Null(CertaintyTests.UpToFinal(1).WhyNot(new PlanPublished(Course.At("2025-12-15"), address)));
}
