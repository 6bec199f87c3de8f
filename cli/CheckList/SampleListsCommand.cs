using System.CommandLine;
using AreaSend.Lists.Samples;

namespace AreaSend.Cli.CheckList;

/// <summary><c>sample-lists --out FOLDER</c>: writes the fictional lists, clean ones and one for every fault, that the checks can be tried on.</summary>
internal static class SampleListsCommand
{
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--out") { Description = "The folder to write them to; it is created where there is none.", Required = true };
        var command = new Command("sample-lists", "Write sample person-level lists: clean ones, and one for every fault that check-list knows.") { folder };
        command.SetAction(parsed =>
        {
            var target = parsed.GetRequiredValue(folder);
            target.Create();
            foreach (var sample in SampleLists.All)
            {
                using var file = File.Create(Path.Combine(target.FullName, sample.Name));
                sample.Write(file);
            }

            parsed.InvocationConfiguration.Output.WriteLine($"Wrote {SampleLists.All.Count} lists to {target.FullName}.");
            return 0;
        });
        return command;
    }
}
