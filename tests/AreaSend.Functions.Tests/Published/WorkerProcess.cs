using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using AreaSend.Functions.Tests.Published.Rpc;
using Grpc.Core;

namespace AreaSend.Functions.Tests.Published;

/// <summary>The published app at work, as the host has it: a process at the other end of a stream of messages.</summary>
internal sealed class WorkerProcess(string folder) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> asked = new();
    private readonly ConcurrentQueue<string> said = new();
    private readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;

    /// <summary>The name under which it reports to the host.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("D");

    public async Task StartAsync(Uri host, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            "AreaSend.Functions.dll", "--functions-uri", host.AbsoluteUri, "--functions-worker-id", Id, "--functions-request-id", Guid.NewGuid().ToString("D"),
            "--functions-grpc-max-message-length", "2147483647",
        ])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["FUNCTIONS_APPLICATION_DIRECTORY"] = folder, ["FUNCTIONS_WORKER_DIRECTORY"] = folder },
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.Exited += (_, _) => ended.TrySetResult();
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await UnlessEndedAsync(connected.Task);
        var ready = await AskAsync(new() { WorkerInitRequest = new() { HostVersion = "4.1037.0.0", WorkerDirectory = folder, FunctionAppDirectory = folder } });
        Succeeded(ready.WorkerInitResponse.Result);
    }

    /// <summary>The functions that it says it has.</summary>
    public async Task<IReadOnlyList<RpcFunctionMetadata>> IndexAsync()
    {
        var index = await AskAsync(new() { FunctionsMetadataRequest = new() { FunctionAppDirectory = folder } });
        Succeeded(index.FunctionMetadataResponse.Result);
        return index.FunctionMetadataResponse.FunctionMetadataResults;
    }

    /// <summary>Has it make a function ready to be called, with its bindings as the host reads them.</summary>
    public async Task LoadAsync(RpcFunctionMetadata function)
    {
        var known = function.Clone();
        known.Directory = folder;
        foreach (var binding in known.RawBindings.Select(raw => JsonNode.Parse(raw)!))
        {
            known.Bindings[binding["name"]!.GetValue<string>()] = new() { Type = binding["type"]!.GetValue<string>(), Direction = BindingInfo.Types.Direction.In };
        }

        Succeeded((await AskAsync(new() { FunctionLoadRequest = new() { FunctionId = known.FunctionId, Metadata = known } })).FunctionLoadResponse.Result);
    }

    /// <summary>Calls a function with what triggers it, as JSON.</summary>
    /// <returns>What it returns, as JSON; null when it returns nothing.</returns>
    public async Task<JsonNode?> CallAsync(RpcFunctionMetadata function, string json)
    {
        var trigger = function.RawBindings.Select(raw => JsonNode.Parse(raw)!).Single(binding => binding["type"]!.GetValue<string>().EndsWith("Trigger", StringComparison.Ordinal));
        var call = await AskAsync(new()
        {
            InvocationRequest = new()
            {
                InvocationId = Guid.NewGuid().ToString("D"),
                FunctionId = function.FunctionId,
                InputData = { new ParameterBinding { Name = trigger["name"]!.GetValue<string>(), Data = new() { Json = json } } },
                TraceContext = new() { TraceParent = $"00-{Guid.NewGuid():N}-00f067aa0ba902b7-01" },
            },
        });
        Succeeded(call.InvocationResponse.Result);
        return call.InvocationResponse.ReturnValue is { Json.Length: > 0 } value ? JsonNode.Parse(value.Json) : null;
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>The host's end of the stream.</summary>
    public async Task TalkAsync(IAsyncStreamReader<StreamingMessage> from, IServerStreamWriter<StreamingMessage> to, CancellationToken cancellation)
    {
        connected.TrySetResult();
        var talking = Task.Run(
            async () =>
            {
                await foreach (var message in outgoing.Reader.ReadAllAsync(cancellation))
                {
                    await to.WriteAsync(message, cancellation);
                }
            },
            cancellation);
        while (await from.MoveNext(cancellation))
        {
            if (from.Current.RpcLog is { } log)
            {
                said.Enqueue($"{log.Category}: {log.Message} {log.Exception?.Message}");
            }
            else if (asked.TryRemove(from.Current.RequestId, out var answer))
            {
                answer.SetResult(from.Current);
            }
        }

        outgoing.Writer.TryComplete();
        await talking;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
            process.Dispose();
        }
    }

    private async Task<StreamingMessage> AskAsync(StreamingMessage message)
    {
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        message.RequestId = Guid.NewGuid().ToString("D");
        asked[message.RequestId] = answer;
        await outgoing.Writer.WriteAsync(message);
        await UnlessEndedAsync(answer.Task);
        return await answer.Task;
    }

    private async Task UnlessEndedAsync(Task task)
    {
        var first = await Task.WhenAny(task, ended.Task, Task.Delay(Patience));
        Assert.True(first == task, $"The worker did not answer.\n{string.Join('\n', said)}");
    }

    private void Succeeded(StatusResult result) => Assert.True(
        result.Status == StatusResult.Types.Status.Success, $"{result.Result} {result.Exception?.Message}\n{result.Exception?.StackTrace}\n{string.Join('\n', said)}");
}
