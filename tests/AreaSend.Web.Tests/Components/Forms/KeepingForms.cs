using AreaSend.Core.Inspections;
using AreaSend.Core.Keeping;
using AreaSend.Services.Keeping;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Web.Tests.Components.Forms;

/// <summary>The forms of keeping and disposing, filled in.</summary>
internal static class KeepingForms
{
    public static async Task<FilledForm> DisposeAsync(FormsHost forms)
    {
        var id = await forms.InspectionAsync((_, _, now) => new InspectionWithdrawn(now, "Planned for the wrong area"));
        await forms.Host.Get<DisposalProposals>().ProposeAsync(new LocalDate(2036, 1, 1));
        var batch = (await forms.Host.Get<KeepingBook>().WaitingAsync()).Single(view => view.Batch.Rule == KeepingSchedule.PersonLevel && view.Items.Any(item => item.Inspection == id)).Batch.Id;
        var (visitor, address) = (await forms.Host.VisitorAsync(Role.Administrator), $"/keeping/batches/{batch}");
        return FilledForm.On(
            visitor, address, await visitor.OpenAsync(address), "dispose", () => forms.RowsAsync(context => context.Set<DisposalBatch>().CountAsync(row => row.Id == batch && row.ConfirmedAt != null)),
            ("Form.Reason", "The schedule says so"));
    }

    public static async Task<FilledForm> KeepAsync(FormsHost forms)
    {
        var (visitor, id) = (await forms.Host.VisitorAsync(Role.Administrator), await forms.InspectionAsync());
        var address = $"/keeping/inspections/{id}";
        return FilledForm.On(visitor, address, await visitor.OpenAsync(address), "keep", forms.Count<KeptForLonger>(id), ("Form.Why", "Research"), ("Form.Reason", "A study of 2026"));
    }

    public static async Task<FilledForm> LiftAsync(FormsHost forms)
    {
        var id = await forms.InspectionAsync((_, _, now) => new KeptForLonger(now, Guid.NewGuid(), KeepingPurpose.Litigation, "A claim"));
        var (visitor, address) = (await forms.Host.VisitorAsync(Role.Administrator), $"/keeping/inspections/{id}");
        return FilledForm.On(visitor, address, await visitor.OpenAsync(address), "lift", forms.Count<KeptNoLonger>(id), ("Lift.Reason", "It is settled"));
    }
}
