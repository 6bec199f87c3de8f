namespace AreaSend.Services.Programme;

/// <summary>The kinds of activity in words.</summary>
public static class ActivityKinds
{
    /// <summary>For a sentence: <c>monitoring inspection</c>.</summary>
    public static string Name(this ActivityKind kind) => kind switch
    {
        ActivityKind.Full => "full inspection",
        ActivityKind.Monitoring => "monitoring inspection",
        ActivityKind.Revisit => "re-visit",
        ActivityKind.WrittenStatement => "written statement of action",
        ActivityKind.Ilacs => "ILACS monitoring visit",
        ActivityKind.Thematic => "thematic visit",
        ActivityKind.Engagement => "engagement meeting",
        ActivityKind.Other => "other visit",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>It counts among the monitoring visits of which there are usually no more than three in 12 months (¶ 22).</summary>
    public static bool IsMonitoring(this ActivityKind kind) => kind is ActivityKind.Monitoring or ActivityKind.Ilacs;
}
