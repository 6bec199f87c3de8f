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
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromMinutes(5);

    private readonly Channel<StreamingMessage> _outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> _asked = new();
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

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

        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.Exited += (_, _) => _ended.TrySetResult();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await UnlessEndedAsync(_connected.Task);
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
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>The host's end of the stream.</summary>
    public async Task TalkAsync(IAsyncStreamReader<StreamingMessage> from, IServerStreamWriter<StreamingMessage> to, CancellationToken cancellation)
    {
        _connected.TrySetResult();
        var talking = Task.Run(
            async () =>
            {
                await foreach (var message in _outgoing.Reader.ReadAllAsync(cancellation))
                {
                    await to.WriteAsync(message, cancellation);
                }
            },
            cancellation);
        while (await from.MoveNext(cancellation))
        {
            if (from.Current.RpcLog is { } log)
            {
                _said.Enqueue($"{log.Category}: {log.Message} {log.Exception?.Message}");
            }
            else if (_asked.TryRemove(from.Current.RequestId, out var answer))
            {
                answer.SetResult(from.Current);
            }
        }

        _outgoing.Writer.TryComplete();
        await talking;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
            _process.Dispose();
        }
    }

    private async Task<StreamingMessage> AskAsync(StreamingMessage message)
    {
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        message.RequestId = Guid.NewGuid().ToString("D");
        _asked[message.RequestId] = answer;
        await _outgoing.Writer.WriteAsync(message);
        await UnlessEndedAsync(answer.Task);
        return await answer.Task;
    }

    private async Task UnlessEndedAsync(Task task)
    {
        var first = await Task.WhenAny(task, _ended.Task, Task.Delay(WaitTimeout));
        Assert.True(first == task, $"The worker did not answer.\n{string.Join('\n', _said)}");
    }

    private void Succeeded(StatusResult result) => Assert.True(
        result.Status == StatusResult.Types.Status.Success, $"{result.Result} {result.Exception?.Message}\n{result.Exception?.StackTrace}\n{string.Join('\n', _said)}");
}
