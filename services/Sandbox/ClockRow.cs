namespace AreaSend.Services.Sandbox;

/// <summary>How far the sandbox's clock has been moved ahead of the machine's.</summary>
public sealed class ClockRow
{
    /// <summary>There is one row.</summary>
    public required int Id { get; init; }

    /// <summary>Ticks ahead; never less than before.</summary>
    public required long AheadTicks { get; set; }
}
