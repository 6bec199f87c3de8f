using AreaSend.Services.Notices.Templates;

namespace AreaSend.Services.Notices;

/// <summary>One notice's template.</summary>
/// <param name="Name">The name that the matrix calls it by.</param>
/// <param name="Version">Raised when its words change, so that the record says which words were sent.</param>
/// <param name="Component">Renders it.</param>
/// <param name="Subject">The e-mail's subject; it names the area and the matter, never a finding.</param>
internal sealed record NoticeTemplateRow(string Name, int Version, Type Component, Func<Notice, string> Subject);

/// <summary>All templates.</summary>
internal static class NoticeTemplates
{
    public static IReadOnlyList<NoticeTemplateRow> All { get; } =
    [
        Row<Notification>("notification", 1, notice => $"Area SEND inspection of {notice.Area}: notification"),
        Row<AnnexAReminder>("annex-a-reminder", 1, notice => $"{notice.Area}: Annex A information still outstanding"),
        Row<DraftShared>("draft-shared", 1, notice => $"{notice.Area}: draft report shared, comments by {Notice.Day(notice.Step("draft-comments")!, notice.Step("draft-comments")!.DueDate!.Value)}"),
    ];

    public static NoticeTemplateRow? Find(string name) => All.FirstOrDefault(template => template.Name == name);

    private static NoticeTemplateRow Row<TComponent>(string name, int version, Func<Notice, string> subject)
        where TComponent : NoticeTemplate => new(name, version, typeof(TComponent), subject);
}
