using AreaSend.Web.Components.Forms;

namespace AreaSend.Web.Components.Govuk;

/// <summary>Where a choice stands among its fellows, dividers counted. The first has the field's own id, so that an error can link to it.</summary>
internal readonly record struct ChoicePosition(int Number)
{
    public static ChoicePosition Of(IReadOnlyList<Choice> items, int index) =>
        new(index + 1 + items.Take(index + 1).Count(item => item.DividerBefore is not null));

    public string Id(string fieldId) => Number == 1 ? fieldId : $"{fieldId}-{Number}";
}
