namespace AreaSend.Services.Store;

/// <summary>What became of an attempt to record something.</summary>
public abstract record Recording
{
    private Recording()
    {
    }

    /// <summary>It is in the store.</summary>
    /// <param name="Inspection">The inspection with it.</param>
    public sealed record Recorded(LoadedInspection Inspection) : Recording;

    /// <summary>It cannot be true, or not yet; nothing was stored.</summary>
    /// <param name="Because">A sentence that says what to do.</param>
    public sealed record Refused(string Because) : Recording;
}
