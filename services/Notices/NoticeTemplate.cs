using Microsoft.AspNetCore.Components;

namespace AreaSend.Services.Notices;

/// <summary>A notice as a component. The e-mail's plain-text part is made from what it renders, so both say the same.</summary>
public abstract class NoticeTemplate : ComponentBase
{
    /// <summary>What to write from.</summary>
    [Parameter, EditorRequired]
    public required Notice Notice { get; set; }

    /// <summary>The e-mail's subject; it names the area and the matter, never a finding.</summary>
    protected abstract string Subject { get; }

    /// <summary>The subject of a notice; nothing is rendered for it.</summary>
    internal string SubjectOf(Notice notice)
    {
        Notice = notice;
        return Subject;
    }
}

/// <summary>Which notice a template has the words of.</summary>
/// <param name="name">The name that the matrix calls it by.</param>
/// <param name="version">Raised when its words change, so that the record says which words were sent.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class NoticeWordsAttribute(string name, int version) : Attribute
{
    public string Name => name;

    public int Version => version;

    /// <summary>The kind of inspection that it is for; null for every kind that has none of its own.</summary>
    public string? Kind { get; set; }
}
