using AreaSend.Services.Uploads;
using AreaSend.Web.Tests.Lano;

namespace AreaSend.Web.Tests.Lano;

/// <summary>What people who tried the product found wrong in the officer's room, each by its number in what they reported.</summary>
public sealed class ForOfficersTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly byte[] Infected = [.. @"X5O!P%@AP[4\PZX54(P^)7CC)7}$"u8, .. "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"u8];

    [Fact]
    public async Task A34_ReceiptOfAFileThatWasRefused_NeverSaysThatItWillBeChecked()
    {
        var (inspection, officer) = await host.OfficerAsync();
        await PortalHost.PostFilesAsync(officer, ["2.1"], ("infected.txt", Infected));

        var document = Assert.Single(await host.DecidedAsync(inspection));
        var page = await officer.OpenAsync($"/lano/documents/{document.Id}");

        var rows = page.QuerySelectorAll("main .govuk-summary-list__row").ToDictionary(row => row.QuerySelector("dt")!.TextContent, row => row.QuerySelector("dd")!.TextContent.Trim());
        Assert.Equal(DocumentState.Refused, document.State);
        Assert.Equal(document.Sha256 ?? "None: the file was refused before one was taken", rows["SHA-256"]);
    }
}
