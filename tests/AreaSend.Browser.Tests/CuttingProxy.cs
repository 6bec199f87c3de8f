using System.Net;
using System.Net.Sockets;

namespace AreaSend.Browser.Tests;

/// <summary>Stands between a browser and storage, and cuts connections when the test says so, as networks do.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _port;
    private readonly Task _accepting;
    private long _uploaded;
    private long _cutAfter = long.MaxValue;

    /// <param name="port">The loopback port of what lies behind.</param>
    public CuttingProxy(int port)
    {
        _port = port;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether every connection is cut at once.</summary>
    public bool IsDown { get; set; }

    /// <summary>How many connections were cut in the middle.</summary>
    public int Cuts { get; private set; }

    /// <summary>Cuts one connection when so many more bytes have gone towards storage.</summary>
    public void CutAfter(long bytes)
    {
        Interlocked.Exchange(ref _uploaded, 0);
        Interlocked.Exchange(ref _cutAfter, bytes);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(PassAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var storage = new TcpClient();
        using (client)
        using (var cut = CancellationTokenSource.CreateLinkedTokenSource(_end.Token))
        {
            // Closed without a goodbye, so that neither side takes what it has for the whole.
            client.LingerState = storage.LingerState = new LingerOption(true, 0);
            try
            {
                await storage.ConnectAsync(IPAddress.Loopback, _port, cut.Token);
                var up = CopyAsync(client.GetStream(), storage.GetStream(), isUp: true, cut.Token);
                var down = CopyAsync(storage.GetStream(), client.GetStream(), isUp: false, cut.Token);
                await Task.WhenAny(up, down);
                await cut.CancelAsync();
                await Task.WhenAll(up, down);
            }
            catch (Exception problem) when (problem is OperationCanceledException or SocketException or IOException)
            {
                // One side hung up, or the connection was cut.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool isUp, CancellationToken cancellation)
    {
        var buffer = new byte[64 << 10];
        for (int count; !IsDown && (count = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (isUp && Interlocked.Add(ref _uploaded, count) > Interlocked.Read(ref _cutAfter))
            {
                Interlocked.Exchange(ref _cutAfter, long.MaxValue);
                Cuts++;
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }
    }
}
