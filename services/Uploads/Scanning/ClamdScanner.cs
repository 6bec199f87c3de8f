using System.Net.Sockets;

namespace AreaSend.Services.Uploads.Scanning;

/// <summary>Asks ClamAV's daemon over TCP.</summary>
internal sealed class ClamdScanner(ClamdOptions options) : IMalwareScanner
{
    /// <inheritdoc />
    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancellation)
    {
        try
        {
            var version = await AskVersionAsync(cancellation);
            return ClamdAnswer.Verdict(await SendAsync(content, cancellation), version);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ScanVerdict.NoVerdict($"clamd at {Address} did not answer in time.");
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return new ScanVerdict.NoVerdict($"clamd at {Address} cannot be reached: {exception.Message}");
        }
    }

    /// <summary>Whether clamd is there and answers.</summary>
    public async Task<bool> IsAliveAsync(CancellationToken cancellation)
    {
        try
        {
            return await AskAsync("PING", cancellation) == "PONG";
        }
        catch (Exception exception) when (exception is SocketException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private string Address => $"{options.Host}:{options.Port}";

    private Task<string> AskVersionAsync(CancellationToken cancellation) => AskAsync("VERSION", cancellation);

    private async Task<string> AskAsync(string command, CancellationToken cancellation)
    {
        using var limit = Limit(options.ConnectTimeout, cancellation);
        using var connection = new ClamdConnection();
        await connection.OpenAsync(options.Host, options.Port, limit.Token);
        return await connection.AskAsync(command, limit.Token);
    }

    private async Task<string> SendAsync(Stream content, CancellationToken cancellation)
    {
        using var limit = Limit(options.ScanTimeout, cancellation);
        using var connection = new ClamdConnection();
        await connection.OpenAsync(options.Host, options.Port, limit.Token);
        return await connection.InstreamAsync(content, limit.Token);
    }

    private static CancellationTokenSource Limit(TimeSpan longest, CancellationToken cancellation)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest);
        return limit;
    }
}
