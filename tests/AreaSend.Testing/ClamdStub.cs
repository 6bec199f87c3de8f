using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AreaSend.Testing;

/// <summary>Speaks clamd's protocol on a loopback port: takes one command a connection, gathers what INSTREAM brings, and answers as the test says.</summary>
public sealed class ClamdStub : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public ClamdStub()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Version { get; init; } = "ClamAV 1.4.6/27500/Mon Jan  1 09:00:00 2024";

    /// <summary>What INSTREAM is answered with; null: clamd hangs up without a word.</summary>
    public string? Answer { get; init; } = "stream: OK";

    /// <summary>Content beyond this is answered at once, as clamd does, and the connection is closed.</summary>
    public int SizeLimit { get; init; } = int.MaxValue;

    /// <summary>Hangs up at the size limit without a word, as one does that is stopped in the middle.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Takes the content and never answers.</summary>
    public bool IsSilent { get; init; }

    public MemoryStream Received { get; } = new();

    public int LargestChunk { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Stop();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            // The test is over, or the client went away.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        switch (await CommandAsync(stream))
        {
            case "zPING":
                await SayAsync(stream, "PONG");
                break;
            case "zVERSION":
                await SayAsync(stream, Version);
                break;
            case "zINSTREAM":
                await InstreamAsync(stream);
                break;
        }
    }

    private async Task InstreamAsync(NetworkStream stream)
    {
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length, _end.Token);
            var chunk = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (chunk.Length == 0)
            {
                break;
            }

            LargestChunk = Math.Max(LargestChunk, chunk.Length);
            await stream.ReadExactlyAsync(chunk, _end.Token);
            Received.Write(chunk);
            if (Received.Length > SizeLimit)
            {
                if (IsStopped)
                {
                    return;
                }

                await SayAsync(stream, "INSTREAM size limit exceeded. ERROR");
                return;
            }
        }

        if (IsSilent)
        {
            await new TaskCompletionSource().Task.WaitAsync(_end.Token);
        }

        if (Answer is not null)
        {
            await SayAsync(stream, Answer);
        }
    }

    private async Task<string> CommandAsync(NetworkStream stream)
    {
        var command = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _end.Token) == 1 && one[0] != 0)
        {
            command.Append((char)one[0]);
        }

        return command.ToString();
    }

    private async Task SayAsync(NetworkStream stream, string answer) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\0"), _end.Token);
}
