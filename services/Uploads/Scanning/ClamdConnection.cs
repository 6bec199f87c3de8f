using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace AreaSend.Services.Uploads.Scanning;

/// <summary>One conversation with clamd: one command, one answer, as <c>clamd(8)</c> describes with commands that begin with <c>z</c>.</summary>
internal sealed class ClamdConnection : IDisposable
{
    private const int ChunkBytes = 64 << 10;
    private const int LongestAnswer = 4096;

    private readonly TcpClient _client = new();

    // Asked for once: a client that has failed to send gives its stream no more, and an answer may still be read from it.
    private NetworkStream? _stream;

    private NetworkStream Conversation => _stream ?? throw new InvalidOperationException("No connection has been opened.");

    public async Task OpenAsync(string host, int port, CancellationToken cancellation)
    {
        await _client.ConnectAsync(host, port, cancellation);
        _stream = _client.GetStream();
    }

    /// <summary>Sends a command without content, such as VERSION.</summary>
    public async Task<string> AskAsync(string command, CancellationToken cancellation)
    {
        await SendCommandAsync(command, cancellation);
        return await ReadAnswerAsync(cancellation);
    }

    /// <summary>Sends the content in chunks, each with its length in front, and a length of nought at the end.</summary>
    public async Task<string> InstreamAsync(Stream content, CancellationToken cancellation)
    {
        await SendCommandAsync("INSTREAM", cancellation);
        try
        {
            await SendContentAsync(content, cancellation);
        }
        catch (IOException) when (_client.Available > 0)
        {
            // Over its size limit clamd answers and hangs up while we still send: the answer says why.
        }

        return await ReadAnswerAsync(cancellation);
    }

    public void Dispose() => _client.Dispose();

    private async Task SendCommandAsync(string command, CancellationToken cancellation) =>
        await Conversation.WriteAsync(Encoding.ASCII.GetBytes($"z{command}\0"), cancellation);

    private async Task SendContentAsync(Stream content, CancellationToken cancellation)
    {
        var chunk = new byte[sizeof(int) + ChunkBytes];
        int count;
        do
        {
            count = await content.ReadAsync(chunk.AsMemory(sizeof(int)), cancellation);
            BinaryPrimitives.WriteInt32BigEndian(chunk, count);
            await Conversation.WriteAsync(chunk.AsMemory(0, sizeof(int) + count), cancellation);
        }
        while (count > 0);
    }

    private async Task<string> ReadAnswerAsync(CancellationToken cancellation)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length)
        {
            var count = await Conversation.ReadAsync(answer.AsMemory(length), cancellation);
            length += count;
            if (count == 0 || answer.AsSpan(0, length).Contains((byte)0))
            {
                break;
            }
        }

        return Encoding.UTF8.GetString(answer, 0, length).TrimEnd('\0', '\n').Trim();
    }
}
