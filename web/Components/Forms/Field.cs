using Microsoft.AspNetCore.Components;

namespace AreaSend.Web.Components.Forms;

/// <summary>What all form fields share: a name that the form model binds by, an id that follows from it, a hint, and the error found there.</summary>
public abstract class Field : ComponentBase
{
    /// <summary>The path of the value in the page's form model, <c>Form.Reason</c>.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>A sentence under the label, without a full stop.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>What is wrong with the field; by default what the page's <see cref="FormErrors"/> say of it.</summary>
    [Parameter]
    public string? Error { get; set; }

    /// <summary>More classes for the control itself, such as <c>govuk-input--width-10</c>.</summary>
    [Parameter]
    public string? Class { get; set; }

    [CascadingParameter]
    private FormErrors? PageErrors { get; set; }

    protected string Id => FieldId.Of(Name);

    protected string? ErrorText => Error ?? PageErrors?.For(Name);

    protected bool HasError => ErrorText is not null;

    /// <summary>The ids of the hint and of the error, whichever are there, after whatever else describes the field.</summary>
    protected string? DescribedBy(string? first = null)
    {
        string?[] ids = [first, Hint is null ? null : $"{Id}-hint", HasError ? $"{Id}-error" : null];
        var present = string.Join(' ', ids.Where(id => id is not null));
        return present.Length == 0 ? null : present;
    }

    protected FormErrors? ErrorsOfPage => PageErrors;
}
