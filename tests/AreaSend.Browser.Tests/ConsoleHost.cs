using AreaSend.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AreaSend.Browser.Tests;

/// <summary>The real host on a free loopback port, with a store and an outbox of its own.</summary>
public sealed class ConsoleHost : WebApplicationFactory<Program>
{
    private readonly HostFolder folder = new();
    private readonly Lazy<Uri> address;

    public ConsoleHost() => address = new Lazy<Uri>(Start);

    public Uri Address => address.Value;

    /// <summary>The folder of the e-mails that it has sent.</summary>
    public string Outbox => folder.Settings["AreaSend:Mail:Folder"];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in folder.Settings)
        {
            builder.UseSetting(name, value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            folder.Dispose();
        }
    }

    private Uri Start()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }
}
