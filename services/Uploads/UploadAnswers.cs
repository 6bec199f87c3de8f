using NodaTime;

namespace AreaSend.Services.Uploads;

/// <summary>Leave to send one file straight to storage, or why there is none.</summary>
public abstract record UploadStart
{
    private UploadStart()
    {
    }

    /// <summary>The browser may PUT the file to the address.</summary>
    /// <param name="Document">The document's identifier.</param>
    /// <param name="Address">Takes this one file, cannot be read from, and ends soon. Whoever has it may use it: keep it out of logs.</param>
    /// <param name="Expires">When it ends.</param>
    public sealed record Ticket(Guid Document, Uri Address, Instant Expires) : UploadStart;

    /// <summary>It is not taken.</summary>
    /// <param name="Because">A sentence that says what to do.</param>
    public sealed record Refused(string Because) : UploadStart;
}

/// <summary>What became of a file that was sent.</summary>
public abstract record UploadEnd
{
    private UploadEnd()
    {
    }

    /// <summary>It is in, and is being checked.</summary>
    /// <param name="Document">The document; its fingerprint follows once it has been checked.</param>
    public sealed record Arrived(Document Document) : UploadEnd
    {
        /// <summary>The same form had brought the same file in before: this is that document, and nothing was stored a second time.</summary>
        public bool Again { get; init; }
    }

    /// <summary>It did not come in.</summary>
    /// <param name="Because">A sentence that says what to do.</param>
    public sealed record Refused(string Because) : UploadEnd;
}

/// <summary>An accepted document, open for reading. Send it as an attachment, with <c>nosniff</c>; dispose it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Content">Its bytes, streamed from storage.</param>
/// <param name="Length">How many there are.</param>
/// <param name="MediaType">What it is by its content, never what its sender said.</param>
public sealed record OpenDocument(Document Document, Stream Content, long Length, string MediaType) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
