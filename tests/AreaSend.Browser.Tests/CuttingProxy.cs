using System.Net;
using System.Net.Sockets;

namespace AreaSend.Browser.Tests;

/// <summary>Stands between a browser and storage, and cuts connections when the test says so, as networks do.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly int port;
    private readonly Task accepting;
    private long uploaded;
    private long cutAfter = long.MaxValue;

    /// <param name="port">The loopback port of what lies behind.</param>
    public CuttingProxy(int port)
    {
        this.port = port;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether every connection is cut at once.</summary>
    public bool IsDown { get; set; }

    /// <summary>How many connections were cut in the middle.</summary>
    public int Cuts { get; private set; }

    /// <summary>Cuts one connection when so many more bytes have gone towards storage.</summary>
    public void CutAfter(long bytes)
    {
        Interlocked.Exchange(ref uploaded, 0);
        Interlocked.Exchange(ref cutAfter, bytes);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(PassAsync(await listener.AcceptTcpClientAsync(end.Token)));
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
        using (var cut = CancellationTokenSource.CreateLinkedTokenSource(end.Token))
        {
            // Closed without a goodbye, so that neither side takes what it has for the whole.
            client.LingerState = storage.LingerState = new LingerOption(true, 0);
            try
            {
                await storage.ConnectAsync(IPAddress.Loopback, port, cut.Token);
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
            if (isUp && Interlocked.Add(ref uploaded, count) > Interlocked.Read(ref cutAfter))
            {
                Interlocked.Exchange(ref cutAfter, long.MaxValue);
                Cuts++;
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }
    }
}
