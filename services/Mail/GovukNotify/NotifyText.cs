using System.Text;
using System.Text.RegularExpressions;

namespace AreaSend.Services.Mail.GovukNotify;

/// <summary>A notice as the body of a Notify template: its plain-text part, with headings and lists in the few signs of which Notify makes some.</summary>
internal static partial class NotifyText
{
    public static string Of(string plainText)
    {
        var lines = plainText.ReplaceLineEndings("\n").Split('\n');
        var text = new StringBuilder(plainText.Length);
        var inList = false;
        for (var number = 0; number < lines.Length; number++)
        {
            var (line, next) = (lines[number], number + 1 < lines.Length ? lines[number + 1] : "");
            if (Heading(line, next) is { } heading)
            {
                text.Append(heading).Append('\n');
                number++;
                continue;
            }

            // Notify takes lines for a list only after an empty one.
            var item = line.StartsWith("- ", StringComparison.Ordinal);
            if (item && !inList && number > 0 && lines[number - 1].Length > 0)
            {
                text.Append('\n');
            }

            text.Append(item ? $"* {Links(line[2..])}" : Links(line)).Append('\n');
            inList = item;
        }

        return text.ToString().Trim('\n');
    }

    private static string? Heading(string line, string next) => line.Length == 0 || next.Length != line.Length ? null
        : next.All(sign => sign == '=') ? $"# {line}"
        : next.All(sign => sign == '-') ? $"## {line}"
        : null;

    // Notify makes a link of an address up to the next space: a bracket or full stop after it would become a part of a link that works once.
    private static string Links(string line) => Address().Replace(line, link => link.Groups["address"].Value + (link.Groups["close"].Success ? " " : ""));

    [GeneratedRegex(@"<(?<address>[a-z]+:[^>\s]+)>(?=(?<close>\S))?")]
    private static partial Regex Address();
}
