using System.Reflection;

namespace AreaSend.Services.Notices;

/// <summary>One notice's template.</summary>
/// <param name="Name">The name that the matrix calls it by.</param>
/// <param name="Version">Which words of it, and of what stands around those of every notice.</param>
/// <param name="Kind">The kind of inspection that it is for; null for every kind that has none of its own.</param>
/// <param name="Component">Renders it.</param>
internal sealed record NoticeTemplateRow(string Name, int Version, string? Kind, Type Component)
{
    /// <summary>The subject of a notice.</summary>
    public string SubjectOf(Notice notice) => ((NoticeTemplate)Activator.CreateInstance(Component)!).SubjectOf(notice);
}

/// <summary>All templates, as each says which notice it has the words of.</summary>
internal static class NoticeTemplates
{
    // Raised when the words change that stand around those of every notice.
    private const int Frame = 1;

    public static IReadOnlyList<NoticeTemplateRow> All { get; } =
    [
        .. from component in typeof(NoticeTemplate).Assembly.GetTypes()
           where component.IsSubclassOf(typeof(NoticeTemplate))
           from words in component.GetCustomAttributes<NoticeWordsAttribute>(inherit: false)
           select new NoticeTemplateRow(words.Name, words.Version + Frame, words.Kind, component),
    ];

    /// <summary>The template of a notice, in the words of a kind of inspection where it has its own.</summary>
    public static NoticeTemplateRow? Find(string name, string kind) =>
        All.FirstOrDefault(template => template.Name == name && template.Kind == kind)
        ?? All.FirstOrDefault(template => template.Name == name && template.Kind is null);
}
