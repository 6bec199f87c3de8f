using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace AreaSend.Browser.Tests;

/// <summary>The real host on a free loopback port, for as long as the tests of this assembly run.</summary>
public sealed class ConsoleHost : WebApplicationFactory<Program>
{
    private readonly Lazy<Uri> address;

    public ConsoleHost() => address = new Lazy<Uri>(Start);

    public Uri Address => address.Value;

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("AreaSend:Port", "0");

    private Uri Start()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }
}
