using System.Net;
using System.Net.Sockets;

namespace AreaSend.Web.Hosting;

/// <summary>Another program listens on the port that the console was given.</summary>
internal sealed class PortTakenException(int port, string why)
    : Exception($"Port {port} {why}: stop what uses it, or choose another with --port {(port < 65535 ? port + 1 : port - 1)}.")
{
    public static void ThrowIfTaken(int port)
    {
        foreach (var address in (IPAddress[])[IPAddress.Loopback, IPAddress.IPv6Loopback])
        {
            if (Refusal(address, port) is { } why)
            {
                throw new PortTakenException(port, why);
            }
        }
    }

    private static string? Refusal(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return null;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return "is already in use";
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AccessDenied)
        {
            return "may not be used by this account";
        }
        catch (SocketException)
        {
            // A machine without IPv6: Kestrel listens on the other loopback address.
            return null;
        }
    }
}
