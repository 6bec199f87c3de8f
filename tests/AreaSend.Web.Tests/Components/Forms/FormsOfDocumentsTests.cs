using AngleSharp.Dom;
using AreaSend.Core.Inspections;
using AreaSend.Lists.Samples;
using AreaSend.Services.Inspections;
using AreaSend.Services.Store;
using AreaSend.Services.Uploads;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.Tests.Lano;
using AreaSend.Web.Tests.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Web.Tests.Components.Forms;

/// <summary>The forms about lists that have come in, sent six times at once: they need real storage.</summary>
public sealed class FormsOfDocumentsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Choose_SixAtOnce_SelectsOnce()
    {
        var (inspection, officer) = await host.OfficerAsync();
        await PortalHost.PostFilesAsync(officer, ["list-1", "list-2"], ("both.xlsx", Sample("both-lists-clean.xlsx")));
        await host.DecidedAsync(inspection);
        var lead = await host.NewVisitor().AsAsync(Role.LeadInspector);
        var address = $"/inspections/{inspection}/tracking";
        var drawn = await Visitor.ReadAsync(await lead.SendAsync(address, "draw", ("Form.Number", "6"), ("Form.Seed", "7")));
        var children = drawn.QuerySelectorAll("input[name^='Choice.Children']").Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!));

        await SixAtOnce.AssertRecordsOnceAsync(FilledForm.On(lead, address, drawn, "choose", Count<ChildrenSelected>(inspection), [.. children, ("Choice.Do", "confirm")]));
    }

    [Fact]
    public async Task Take_SixAtOnce_TakesTheListOnce()
    {
        var (inspection, officer) = await host.OfficerAsync();
        await PortalHost.PostFilesAsync(officer, ["list-1"], ("list.xlsx", Sample("list-1-101a-date-of-birth-missing.xlsx")));
        var document = Assert.Single(await host.DecidedAsync(inspection));
        var lead = await host.NewVisitor().AsAsync(Role.LeadInspector);
        var address = $"/inspections/{inspection}/documents/{document.Id}/take";
        var preview = await Visitor.ReadAsync(await lead.SendAsync(address, "take", ("Form.Reason", "Nobody holds the date of birth.")));

        await SixAtOnce.AssertRecordsOnceAsync(FilledForm.On(lead, address, preview, "take", Count<ListTakenAsItIs>(inspection)));
    }

    [Fact]
    public async Task Name_SixAtOnce_KeepsTheUniqueIdsOnce()
    {
        var (inspection, _) = await host.OfficerAsync();
        await host.Services.GetRequiredService<InspectionStore>().RecordAsync(inspection, Recorder.Coordinator, (_, _, now) => new ChildrenSelected(now, 2));
        var lead = await host.NewVisitor().AsAsync(Role.LeadInspector);
        var address = $"/inspections/{inspection}/tracking";
        Func<Task<int>> kept = async () => (await host.Services.GetRequiredService<DocumentUploads>().AccessAsync(inspection)).Count(record => record.What == AccessRecord.SelectionNamed);
        var form = FilledForm.On(lead, address, await lead.OpenAsync(address), "name", kept, ("Names.Ids[0]", "EX1"), ("Names.Ids[1]", "EX2"));

        await SixAtOnce.AssertNeedsItsVersionAsync(form);
        await SixAtOnce.AssertRecordsOnceAsync(form);
    }

    private Func<Task<int>> Count<T>(Guid inspection)
        where T : Fact => async () =>
            (await host.Services.GetRequiredService<InspectionStore>().FindAsync(inspection))!.Case.Events.Count(recorded => recorded.Event is T);

    private static byte[] Sample(string name)
    {
        using var file = new MemoryStream();
        SampleLists.All.Single(sample => sample.Name == name).Write(file);
        return file.ToArray();
    }
}
