namespace AreaSend.Conformance;

/// <summary>An engine at work on a store, for a script to drive. Time is the store's fake clock: the script moves it, and has the engine look.</summary>
public interface IEngineRun : IAsyncDisposable
{
    /// <summary>Comes back when everything that is due by the store's clock is done.</summary>
    Task SettleAsync();

    /// <summary>Does what the engine's host does once a day: asks the feed for the bank holidays.</summary>
    /// <param name="feed">Where it is asked.</param>
    Task RefreshAsync(Uri feed);
}
