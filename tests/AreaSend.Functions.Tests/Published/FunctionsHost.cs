using System.Collections.Concurrent;
using AreaSend.Functions.Tests.Published.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AreaSend.Functions.Tests.Published;

/// <summary>Stands in for the Functions host: starts the published app as a process of its own, and speaks to it as the host does.</summary>
internal sealed class FunctionsHost : FunctionRpc.FunctionRpcBase, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, WorkerProcess> _workers = new();
    private readonly WebApplication _server;

    private FunctionsHost()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddRouting();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(this);
        _server = builder.Build();
        _server.MapGrpcService<FunctionsHost>();
    }

    public static async Task<FunctionsHost> StartAsync()
    {
        var host = new FunctionsHost();
        await host._server.StartAsync();
        return host;
    }

    /// <summary>A worker that has been told where it is and says that it is ready.</summary>
    /// <param name="folder">The published app.</param>
    /// <param name="settings">The app's settings.</param>
    public async Task<WorkerProcess> StartWorkerAsync(string folder, IReadOnlyDictionary<string, string> settings)
    {
        var worker = new WorkerProcess(folder);
        _workers[worker.Id] = worker;
        await worker.StartAsync(new Uri(_server.Urls.Single()), settings);
        return worker;
    }

    public override async Task EventStream(IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        if (await requestStream.MoveNext(context.CancellationToken))
        {
            await _workers[requestStream.Current.StartStream.WorkerId].TalkAsync(requestStream, responseStream, context.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers.Values)
        {
            await worker.DisposeAsync();
        }

        await _server.DisposeAsync();
    }
}
