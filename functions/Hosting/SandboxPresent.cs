using AreaSend.Functions.Triggers;
using AreaSend.Services.Engine;
using AreaSend.Services.Sandbox;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace AreaSend.Functions.Hosting;

/// <summary>In the sandbox the console moves the clock: each function begins by taking over what the store says of it.</summary>
internal sealed class SandboxPresent(SandboxClock clock) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (NeedsClock(context.FunctionDefinition))
        {
            await clock.ReadAsync(context.CancellationToken);
        }

        await next(context);
    }

    // An orchestrator has no clock, and is not to wait for anything but its own tasks. The interface's description is the same at any time, and
    // there before the console has made the store.
    private static bool NeedsClock(FunctionDefinition function) =>
        function.Name != nameof(OpenApi)
        && !function.InputBindings.Values.Any(binding => binding.Type.Equals("orchestrationTrigger", StringComparison.OrdinalIgnoreCase));
}
