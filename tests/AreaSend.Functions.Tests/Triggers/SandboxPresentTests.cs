using System.Collections.Immutable;
using AreaSend.Functions.Hosting;
using AreaSend.Functions.Orchestrations;
using AreaSend.Functions.Triggers;
using AreaSend.Services.Engine;
using AreaSend.Services.Sandbox;
using AreaSend.Services.Store;
using AreaSend.Testing;
using Microsoft.Azure.Functions.Worker;
using Moq;
using NodaTime.Testing;

namespace AreaSend.Functions.Tests.Triggers;

public sealed class SandboxPresentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // Whoever has no use for the clock runs before the console has made the store, and without waiting for a database.
    [Theory]
    [InlineData(nameof(OpenApi), "httpTrigger", true)]
    [InlineData(nameof(InspectionOrchestrator), "orchestrationTrigger", true)]
    [InlineData(nameof(Inspections), "httpTrigger", false)]
    [InlineData(nameof(Reconcile), "timerTrigger", false)]
    public async Task Invoke_NoStoreYet_RunsWhatNeedsNoClock(string function, string trigger, bool runs)
    {
        var empty = new StoreDatabase(StoreSettings.SqliteFile(_folder.File("empty.db")));
        var present = new SandboxPresent(new SandboxClock(empty, new ChangeSignal(), new MachineClock(new FakeClock(ThrowawayStore.Start))));
        var hasRun = false;

        var problem = await Record.ExceptionAsync(() => present.Invoke(Context(function, trigger), _ =>
        {
            hasRun = true;
            return Task.CompletedTask;
        }));

        Assert.Equal(runs, hasRun);
        Assert.Equal(runs, problem is null);
    }

    public void Dispose() => _folder.Dispose();

    // Only the platform makes these.
    private static FunctionContext Context(string function, string trigger)
    {
        var binding = Mock.Of<BindingMetadata>(metadata => metadata.Type == trigger);
        var definition = Mock.Of<FunctionDefinition>(of => of.Name == function && of.InputBindings == ImmutableDictionary<string, BindingMetadata>.Empty.Add("trigger", binding));
        return Mock.Of<FunctionContext>(context => context.FunctionDefinition == definition);
    }
}
