using DurableTask.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AreaSend.Functions.Tests.Engine;

/// <summary>
/// The real Durable Task engine in this process: the side that hands out work by gRPC, as the platform's does, and the worker that takes it. What it
/// remembers lies in the storage that it is given, and outlives it if that does.
/// </summary>
internal sealed class TaskHub : IAsyncDisposable
{
    private readonly IHub _storage;
    private readonly WebApplication _side;
    private readonly GrpcChannel _channel;
    private readonly IHost _worker;

    private TaskHub(IHub storage, WebApplication side, GrpcChannel channel, IHost worker) =>
        (_storage, _side, _channel, _worker) = (storage, side, channel, worker);

    public DurableTaskClient Client => _worker.Services.GetRequiredService<DurableTaskClient>();

    public static async Task<TaskHub> StartAsync(IHub storage, Action<DurableTaskRegistry> register)
    {
        var side = Side(storage);
        await side.StartAsync();
        var channel = GrpcChannel.ForAddress(side.Urls.Single());
        var worker = Worker(channel, register);
        await worker.StartAsync();
        return new TaskHub(storage, side, channel, worker);
    }

    /// <summary>Ends as a process that is killed does: what it has in hand stays in hand, and nobody is told.</summary>
    public async ValueTask DisposeAsync()
    {
        await _storage.StopAsync(isForced: true);
        using (var atOnce = new CancellationTokenSource())
        {
            atOnce.Cancel();
            await _worker.StopAsync(atOnce.Token);
        }

        _worker.Dispose();
        _channel.Dispose();
        await _side.DisposeAsync();
    }

    private static WebApplication Side(IHub storage)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        builder.Services.AddRouting();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<IOrchestrationService>(storage);
        builder.Services.AddSingleton<IOrchestrationServiceClient>(storage);
        builder.Services.AddSingleton<TaskHubGrpcServer>();
        var side = builder.Build();
        side.MapGrpcService<TaskHubGrpcServer>();
        return side;
    }

    private static IHost Worker(GrpcChannel channel, Action<DurableTaskRegistry> register)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddDurableTaskWorker(worker =>
        {
            worker.UseGrpc(channel);
            worker.AddTasks(register);
        });
        builder.Services.AddDurableTaskClient(client =>
        {
            client.UseGrpc(channel);
            client.RegisterDirectly();
        });
        return builder.Build();
    }
}
