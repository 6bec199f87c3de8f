using System.Collections.Concurrent;
using AreaSend.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AreaSend.Web.Tests.Shell;

/// <summary>The real host in memory, with an address that fails and the log lines it wrote.</summary>
public sealed class ConsoleFactory : WebApplicationFactory<Program>
{
    /// <summary>An address, for those signed in, that throws.</summary>
    public const string BrokenAddress = "/broken";

    private readonly HostFolder _folder = new();

    internal ConcurrentQueue<LogLine> Log { get; } = [];

    /// <summary>Settings of one test, beside the folder's.</summary>
    internal IDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    /// <summary>A visitor with a cookie jar of their own, who follows no redirect.</summary>
    internal Visitor NewVisitor() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = ClientOptions.BaseAddress }));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in _folder.Settings.Concat(Settings))
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.AddProvider(new LogCollector(Log)));
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, BrokenPage>());
        builder.ConfigureServices(TestPresent.Give);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _folder.Dispose();
        }
    }

    /// <summary>Runs where no page of the console has the address, inside all that guards the pages.</summary>
    private sealed class BrokenPage : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.Map(BrokenAddress, broken => broken.Run(_ => throw new InvalidOperationException("The cupboard is bare.")));
        };
    }
}
