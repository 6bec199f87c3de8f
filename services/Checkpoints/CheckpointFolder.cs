using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using NodaTime.Text;

namespace AreaSend.Services.Checkpoints;

/// <summary>
/// Where checkpoints are kept: a file each, written once and never changed. It is as good as what keeps it: a disk of another machine, or a share of a storage
/// account with an immutability policy.
/// </summary>
/// <param name="path">The folder.</param>
public sealed class CheckpointFolder(string path)
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    private static readonly InstantPattern Name = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmssfffffff'Z'");

    /// <summary>Keeps a checkpoint.</summary>
    /// <exception cref="IOException">There is one of that moment already, or the folder cannot be written to.</exception>
    public async Task AddAsync(Checkpoint checkpoint, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(path);
        await using var file = new FileStream(Path.Combine(path, $"{Name.Format(checkpoint.At)}.json"), FileMode.CreateNew);
        await JsonSerializer.SerializeAsync(file, checkpoint, Json, cancellation);
    }

    /// <summary>The newest checkpoint; null where there is none.</summary>
    /// <param name="key">The key that it must be signed with, its public half at least.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="WrongCheckpointException">The newest file is none, or is not as it was signed.</exception>
    public async Task<Checkpoint?> LatestAsync(ECDsa key, CancellationToken cancellation = default)
    {
        if (!Directory.Exists(path) || Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).LastOrDefault() is not { } newest)
        {
            return null;
        }

        try
        {
            await using var file = File.OpenRead(newest);
            return await JsonSerializer.DeserializeAsync<Checkpoint>(file, Json, cancellation) is { } read && read.IsSignedBy(key)
                ? read
                : throw new WrongCheckpointException(newest);
        }
        catch (JsonException)
        {
            throw new WrongCheckpointException(newest);
        }
    }
}

/// <summary>A checkpoint is not what was signed, so nothing can be held against it.</summary>
public sealed class WrongCheckpointException(string file)
    : Exception($"The checkpoint {file} is not as it was signed with this key: it was changed, or signed with another.");
