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

    /// <summary>An option that need not be given.</summary>
    public static Option<LocalDate?> Optional(string name, string description) =>
        new(name) { Description = description, CustomParser = result => Read(result) };

    /// <summary>An option that may be given several times.</summary>
    public static Option<LocalDate[]> Options(string name, string description) =>
        new(name)
        {
            Description = description,
            CustomParser = result => [.. result.Tokens.Select(token => Read(result, token.Value))],
            DefaultValueFactory = _ => [],
        };

    public static Argument<LocalDate> Argument(string name, string description) =>
        new(name) { Description = description, CustomParser = Read };

    private static LocalDate Read(ArgumentResult result) => Read(result, result.Tokens.Count == 0 ? "" : result.Tokens[0].Value);

    private static LocalDate Read(ArgumentResult result, string text)
    {
        var date = LocalDatePattern.Iso.Parse(text);
        if (!date.Success)
        {
            result.AddError($"'{text}' is not a date. Write year, month and day: 2025-09-22.");
        }

        return date.Success ? date.Value : default;
    }
}
