using AreaSend.Services.Mail;

namespace AreaSend.Web.Components.Forms;

/// <summary>A passage in which each line is an answer of its own.</summary>
internal static class Lines
{
    /// <summary>The lines that say something, without what cannot be seen.</summary>
    public static IReadOnlyList<string> Of(string? text) => [.. (text ?? "").Split('\n').Select(VisibleText.Of).Where(line => line.Length > 0)];
}
