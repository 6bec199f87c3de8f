using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using NodaTime.Text;

namespace AreaSend.Services.Checkpoints;

/// <summary>Checkpoints in a log, signed with a key.</summary>
public sealed class CheckpointBook(ICheckpointLog log, ICheckpointKey key)
{
    private static readonly JsonSerializerOptions Json = new JsonSerializerOptions(JsonSerializerDefaults.Web).ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    private static readonly InstantPattern Name = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmssfffffff'Z'");

    /// <summary>Signs a checkpoint and keeps it.</summary>
    /// <exception cref="IOException">There is one of that moment already, or the log cannot be written to.</exception>
    /// <exception cref="CheckpointKeyException">It cannot be signed.</exception>
    public async Task AddAsync(Checkpoint checkpoint, CancellationToken cancellation = default)
    {
        var signature = await key.SignAsync(checkpoint.Signed(), cancellation);
        var signed = checkpoint with { Key = signature.Key, Signature = Convert.ToBase64String(signature.Bytes) };
        await log.AddAsync($"{Name.Format(signed.At)}.json", JsonSerializer.SerializeToUtf8Bytes(signed, Json), cancellation);
    }

    /// <summary>The newest checkpoint; null where there is none.</summary>
    /// <exception cref="WrongCheckpointException">The newest one is none, or is not as it was signed.</exception>
    /// <exception cref="CheckpointKeyException">Whether it is cannot be found out.</exception>
    public async Task<Checkpoint?> LatestAsync(CancellationToken cancellation = default)
    {
        if (await log.NewestAsync(cancellation) is not { } newest)
        {
            return null;
        }

        try
        {
            var read = JsonSerializer.Deserialize<Checkpoint>(newest.Content, Json);
            return read is { Heads: not null, Forgotten: not null, Signature: not null, IsSound: true }
                && await key.VerifyAsync(read.Signed(), new CheckpointSignature(read.Key ?? "", Convert.FromBase64String(read.Signature)), cancellation)
                ? read
                : throw new WrongCheckpointException(newest.Where);
        }
        catch (Exception none) when (none is JsonException or FormatException)
        {
            throw new WrongCheckpointException(newest.Where);
        }
    }
}

/// <summary>A checkpoint is not what was signed, so nothing can be held against it.</summary>
public sealed class WrongCheckpointException(string file)
    : Exception($"The checkpoint {file} is not as it was signed with this key: it was changed, or signed with another.");
