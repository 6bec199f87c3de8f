using System.CommandLine;
using AreaSend.Cli.CheckList;
using AreaSend.Cli.Explain;
using AreaSend.Cli.Programme;
using AreaSend.Cli.Simulate;
using AreaSend.Cli.Stores;
using AreaSend.Cli.Timetables;
using AreaSend.Core.Timetables;

namespace AreaSend.Cli;

/// <summary>What can be asked at the prompt. One command, one line.</summary>
internal static class Commands
{
    public static IReadOnlyList<Command> All(Editions editions) =>
    [
        TimetableCommand.Create(editions),
        ExplainCommand.Create(),
        SimulateCommand.Create(editions),
        ProgrammeCommand.Create(editions),
        ProposeCommand.Create(editions),
        MigrateCommand.Create(),
        VerifyCommand.Create(),
        RebuildCommand.Create(),
        CheckListCommand.Create(),
        SampleListsCommand.Create(),
    ];
}
