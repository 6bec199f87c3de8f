using System.CommandLine;
using AreaSend.Core.Calendars;

namespace AreaSend.Cli.Prompt;

/// <summary>
/// Runs a command line. Bad input ends in one sentence on the error stream and <see cref="BadInput"/>, never in a stack trace or a page of usage.
/// </summary>
internal static class Entry
{
    /// <summary>Exit status when what was asked could not be done as asked.</summary>
    public const int BadInput = 2;

    public static int Run(string[] args, TextWriter output, TextWriter error, IReadOnlyList<Command> commands)
    {
        var root = new RootCommand("AreaSend: timetables of area SEND inspections, worked out, explained and checked.");
        foreach (var command in commands)
        {
            root.Add(command);
        }

        // A file named after an @ is somebody's argument, not more of the command line.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.CommandResult.Command == root)
        {
            return Refuse(error, $"Say what to do: {string.Join(", ", commands.Select(command => command.Name))}; or ask for --help.");
        }

        if (parsed.Errors.Count > 0)
        {
            return Refuse(error, parsed.Errors[0].Message);
        }

        try
        {
            return parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception refused) when (refused is CommandRefusedException or OutsideCalendarException)
        {
            return Refuse(error, refused.Message);
        }
    }

    private static int Refuse(TextWriter error, string sentence)
    {
        error.WriteLine(sentence.ReplaceLineEndings(" "));
        return BadInput;
    }
}

/// <summary>What was asked cannot be done; the message is a sentence for the person who asked.</summary>
internal sealed class CommandRefusedException(string sentence) : Exception(sentence);
