using System.CommandLine;
using AreaSend.Cli.Prompt;
using AreaSend.Core.Calendars;
using AreaSend.Lists;
using AreaSend.Lists.Files;
using AreaSend.Lists.Findings;
using NodaTime;

namespace AreaSend.Cli.CheckList;

/// <summary><c>check-list FILE</c>: checks a person-level list before it is sent (¶ 196 to 199). Exit 0 clean, 1 findings, 2 unreadable.</summary>
internal static class CheckListCommand
{
    private const int Clean = 0;
    private const int HasFindings = 1;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The list: .xlsx, .ods, .xls or .csv." };
        var list = NumberInput.Optional("--list", "Check list 1 (EHC plans) or list 2 (SEN support) alone; without it, whatever the file holds.");
        list.AcceptOnlyFromAmong("1", "2");
        var json = Output.AsJson();
        var findings = new Option<FileInfo?>("--findings")
        {
            Description = "Write the findings as a workbook as well; it holds positions and rules, and nothing of a child.",
        };

        var command = new Command("check-list", "Check person-level list 1 or 2 before sending it: exit 0 clean, 1 findings, 2 unreadable.")
        {
            file,
            list,
            json,
            findings,
        };
        command.SetAction(parsed =>
        {
            var reading = Read(parsed.GetRequiredValue(file), (PersonList?)parsed.GetValue(list));
            Print(reading, parsed.InvocationConfiguration.Output, parsed.GetValue(json));
            if (parsed.GetValue(findings) is { } workbook)
            {
                Save(reading, workbook);
            }

            return reading.IsClean ? Clean : HasFindings;
        });
        return command;
    }

    private static void Print(ListReading reading, TextWriter output, bool asJson)
    {
        if (asJson)
        {
            output.WriteJson(ReportAsJson.Of(reading.Reports));
        }
        else
        {
            output.WriteLine(ReportAsText.Of(reading.Reports));
        }
    }

    /// <exception cref="CommandRefusedException">The file cannot be read as a list.</exception>
    private static ListReading Read(FileInfo file, PersonList? wanted)
    {
        try
        {
            using var content = file.Open(FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var today = SystemClock.Instance.GetCurrentInstant().InZone(LondonTime.Zone).Date;
            var reading = PersonListReader.Check(content, file.Name, today, wanted);
            return reading.IsReadable ? reading : throw new CommandRefusedException(reading.Unreadable!);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandRefusedException($"There is no file {file.Name}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefusedException($"The file {file.Name} cannot be opened.");
        }
    }

    private static void Save(ListReading reading, FileInfo workbook)
    {
        try
        {
            using var target = workbook.Create();
            FindingsWorkbook.Write(reading.Reports, target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandRefusedException($"The file {workbook.Name} cannot be written.");
        }
    }
}
