using AreaSend.Services.GettingReady;
using AreaSend.Web.Components.Forms;
using NodaTime;

namespace AreaSend.Web.GettingReady;

/// <summary>What somebody typed about an item of Annex A.</summary>
internal sealed class ItemForm
{
    public const string Ready = "yes";
    public const string Missing = "no";

    public string? IsReady { get; set; }

    public string? Owner { get; set; }

    public string? Place { get; set; }

    public DateParts UpToDateOn { get => field ??= new(); set; }

    /// <summary>What stands there now, to fill the form with.</summary>
    public static ItemForm Of(ReadyItem state) => new()
    {
        IsReady = state.IsReady ? Ready : Missing,
        Owner = state.Row?.Owner,
        Place = state.Row?.Place,
        UpToDateOn = state.Row?.UpToDateOn is { } day ? DateParts.Of(day) : new DateParts(),
    };

    /// <summary>What was meant, or null after saying at each field what to put right.</summary>
    public ItemEntry? Read(string item, LocalDate today, FormErrors errors)
    {
        if (IsReady is not (Ready or Missing))
        {
            errors.Add("Form.IsReady", "Select whether the item is ready");
        }

        var owner = errors.OptionalText("Form.Owner", Owner, "a name or post");
        var place = errors.OptionalText("Form.Place", Place, "where it is,");
        var day = UpToDateOn.IsEmpty && IsReady != Ready ? null : UpToDateOn.Read("Form.UpToDateOn", "Day on which it was brought up to date", errors);
        if (day > today)
        {
            errors.Add("Form.UpToDateOn.Day", "Day on which it was brought up to date must be today or in the past");
        }

        return errors.Any ? null : new ItemEntry(item, IsReady == Ready, owner, place, day);
    }
}
