using System.CommandLine;
using AreaSend.Cli.Prompt;
using AreaSend.Services.Checkpoints;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Cli.Stores;

/// <summary>The log of checkpoints that a command works with, and the key that they are signed with.</summary>
internal sealed class CheckpointChoice
{
    private readonly Option<string?> _place = new("--checkpoints")
    {
        Description = "Where signed checkpoints are: a folder, or the https:// address of a blob container.",
    };

    private readonly Option<string?> _key = new("--checkpoint-key")
    {
        Description = "The key that they are signed with: a PEM file, of which the public half is enough to verify, or the https:// address of a key in a vault.",
    };

    public void AddTo(Command command)
    {
        command.Add(_place);
        command.Add(_key);
    }

    /// <summary>Whether a log was named.</summary>
    public bool IsTyped(ParseResult parsed) => !string.IsNullOrWhiteSpace(parsed.GetValue(_place));

    /// <summary>Does what is to be done with the log that was named.</summary>
    /// <exception cref="CommandRefusedException">No key was named, or what was named cannot be used.</exception>
    public async Task<T> UseAsync<T>(ParseResult parsed, Func<CheckpointBook, Task<T>> use)
    {
        if (parsed.GetValue(_key) is not { Length: > 0 } key)
        {
            throw new CommandRefusedException("Say which key the checkpoints are signed with: --checkpoint-key PEM-FILE, or the address of a key in a vault.");
        }

        var settings = new CheckpointOptions();
        (settings.Folder, settings.Container) = IsAddress(parsed.GetValue(_place)!) ? ("", parsed.GetValue(_place)!) : (parsed.GetValue(_place)!, "");
        (settings.KeyFile, settings.VaultKey) = IsAddress(key) ? ("", key) : (key, "");
        if (settings.Faults().FirstOrDefault() is { } fault)
        {
            throw new CommandRefusedException(fault);
        }

        var clients = new ServiceCollection();
        clients.AddHttpClient(CheckpointVaultKey.HttpClientName).AddStandardResilienceHandler();
        await using var services = clients.BuildServiceProvider();
        try
        {
            return await use(new CheckpointPlaces(services.GetRequiredService<IHttpClientFactory>(), new DefaultAzureCredential()).Open(settings));
        }
        catch (Exception problem) when (problem is WrongCheckpointException or CheckpointKeyException or IOException)
        {
            throw new CommandRefusedException(problem.Message);
        }
    }

    private static bool IsAddress(string text) => text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
}
