namespace AreaSend.Services.Engine;

/// <summary>Settings under <c>AreaSend:Engine</c>.</summary>
public sealed class EngineOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:Engine";

    /// <summary>How often a notice is tried before it is dead and a person has to act.</summary>
    public int NoticeAttempts { get; set; } = 10;

    /// <summary>How many inspections and notices are worked on at once. SQLite takes one.</summary>
    public int Workers { get; set; } = 4;
}
