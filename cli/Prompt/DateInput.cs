using System.CommandLine;
using System.CommandLine.Parsing;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Cli.Prompt;

/// <summary>Days as they are typed: <c>2025-09-22</c>.</summary>
internal static class DateInput
{
    public static Option<LocalDate> Option(string name, string description) =>
        new(name) { Description = description, Required = true, CustomParser = Read };

    public static Argument<LocalDate> Argument(string name, string description) =>
        new(name) { Description = description, CustomParser = Read };

    private static LocalDate Read(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        var date = LocalDatePattern.Iso.Parse(text);
        if (!date.Success)
        {
            result.AddError($"'{text}' is not a date. Write year, month and day: 2025-09-22.");
        }

        return date.Success ? date.Value : default;
    }
}
