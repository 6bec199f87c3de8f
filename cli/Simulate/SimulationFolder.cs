using AreaSend.Cli.Prompt;
using AreaSend.Services.Store;

namespace AreaSend.Cli.Simulate;

/// <summary>Where a simulation leaves its store and its e-mails. An earlier simulation in it is replaced; nothing else ever is.</summary>
internal sealed class SimulationFolder
{
    private const string Store = "simulation.db";

    private SimulationFolder(string path) => Path = path;

    public string Path { get; }

    public StoreSettings Settings => StoreSettings.SqliteFile(System.IO.Path.Combine(Path, Store));

    /// <summary>Lets go of the store's file, so that whatever looks at it next finds it whole.</summary>
    public void Close() => Settings.CloseFile();

    /// <exception cref="CommandRefusedException">The folder cannot be made or written to, or holds something else.</exception>
    public static SimulationFolder Prepare(string path)
    {
        try
        {
            var folder = Directory.CreateDirectory(path);
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Store)))
            {
                foreach (var file in folder.EnumerateFiles("*.eml").Concat(folder.EnumerateFiles(Store + "*")).ToList())
                {
                    file.Delete();
                }
            }

            return folder.EnumerateFileSystemInfos().Any()
                ? throw new CommandRefusedException($"{folder.FullName} holds other things than a simulation. Choose an empty folder.")
                : new SimulationFolder(folder.FullName);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandRefusedException($"The folder '{path}' cannot be written to: {problem.Message}");
        }
    }
}
