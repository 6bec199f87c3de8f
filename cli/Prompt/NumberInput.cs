using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace AreaSend.Cli.Prompt;

/// <summary>Whole numbers as they are typed: <c>2</c>. What a command can do with them it says itself.</summary>
internal static class NumberInput
{
    public static Option<int> Option(string name, string description) =>
        new(name) { Description = description, Required = true, CustomParser = result => Read(result) ?? 0 };

    /// <summary>An option that stands for <paramref name="otherwise"/> when it is not given.</summary>
    public static Option<int> Option(string name, string description, int otherwise) =>
        new(name) { Description = description, CustomParser = result => Read(result) ?? 0, DefaultValueFactory = _ => otherwise };

    /// <summary>An option that need not be given.</summary>
    public static Option<int?> Optional(string name, string description) =>
        new(name) { Description = description, CustomParser = Read };

    private static int? Read(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        result.AddError($"'{text}' is not a whole number. Write {(result.Parent as OptionResult)?.IdentifierToken?.Value ?? "it"} as digits, for instance 2.");
        return null;
    }
}
