using AreaSend.Services.Engine;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace AreaSend.Functions.Hosting;

/// <summary>In the sandbox the console moves the clock: each function begins by taking over what the store says of it.</summary>
internal sealed class SandboxPresent(SandboxClock clock) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        // An orchestrator has no clock, and is not to wait for anything but its own tasks.
        if (!context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type.Equals("orchestrationTrigger", StringComparison.OrdinalIgnoreCase)))
        {
            await clock.ReadAsync(context.CancellationToken);
        }

        await next(context);
    }
}
