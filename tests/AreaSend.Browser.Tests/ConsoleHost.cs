using AreaSend.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AreaSend.Browser.Tests;

/// <summary>The real host on a free loopback port, with a store and an outbox of its own.</summary>
public sealed class ConsoleHost : WebApplicationFactory<Program>
{
    private readonly HostFolder _folder = new();
    private readonly Lazy<Uri> _address;

    public ConsoleHost() => _address = new Lazy<Uri>(Start);

    public Uri Address => _address.Value;

    /// <summary>The folder of the e-mails that it has sent.</summary>
    public string Outbox => _folder.Settings["AreaSend:Mail:Folder"];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.ConfigureServices(TestPresent.Give);
        foreach (var (name, value) in _folder.Settings)
        {
            builder.UseSetting(name, value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _folder.Dispose();
        }
    }

    private Uri Start()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }
}
