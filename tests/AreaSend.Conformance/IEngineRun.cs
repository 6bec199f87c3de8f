namespace AreaSend.Conformance;

/// <summary>An engine at work on a store, for a script to drive. Time is the store's fake clock: the script moves it, and has the engine look.</summary>
public interface IEngineRun : IAsyncDisposable
{
    /// <summary>Comes back when everything that is due by the store's clock is done.</summary>
    Task SettleAsync();
}
