using AreaSend.Web.Components.Layout;
using AreaSend.Web.Security;
using AreaSend.Web.Shell;
using AreaSend.Web.SignIn;

namespace AreaSend.Web.Tests.Shell;

public class SectionsTests
{
    [Theory]
    [InlineData("", "Worklist")]
    [InlineData("?region=north", "Worklist")]
    [InlineData("inspections", "Inspections")]
    [InlineData("inspections/", "Inspections")]
    [InlineData("inspections/NW-01/history", "Inspections")]
    [InlineData("inspections/plan", "Plan an inspection")]
    [InlineData("inspections/plan?area=888", "Plan an inspection")]
    [InlineData("inspections/planned", "Inspections")]
    [InlineData("sandbox/clock", "Clock")]
    [InlineData("sandbox/outbox", "Outbox")]
    [InlineData("help", null)]
    public void For_PageWithinASection_MarksThatSectionOnly(string path, string? marked)
    {
        // Act
        var current = Sections.For(Role.Coordinator, sandbox: true, path).Where(link => link.Current).Select(link => link.Text);

        // Assert
        Assert.Equal(marked is null ? [] : [marked], current);
    }

    [Fact]
    public void For_OutsideTheSandbox_HasNoClock()
    {
        // Act
        var links = Sections.For(Role.Coordinator, sandbox: false, "");

        // Assert
        Assert.Equal(["Worklist", "Inspections", "Schedule", "Plan an inspection", "Areas", "Programme", "Reports", "Calendar"], links.Select(link => link.Text));
    }
}
