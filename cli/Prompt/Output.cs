using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AreaSend.Cli.Prompt;

/// <summary>What a command prints: a table for people, or JSON for programs.</summary>
internal static class Output
{
    private const int WidthWhenNobodyLooks = 160;

    // Names such as New Year’s Day are printed as they are written; nothing here ends up inside HTML.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The option of every command that can answer a program.</summary>
    public static Option<bool> AsJson() => new("--json") { Description = "Print JSON instead of a table." };

    public static void WriteJson(this TextWriter output, object value) => output.WriteLine(JsonSerializer.Serialize(value, Json));

    public static void WriteTable(this TextWriter output, IRenderable table)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (output != Console.Out || Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthWhenNobodyLooks;
        }

        console.Write(table);
    }

    /// <summary>A plain table with these headings.</summary>
    public static Table Table(params string[] headings) => new Table().Border(TableBorder.Simple).AddColumns(headings);
}
