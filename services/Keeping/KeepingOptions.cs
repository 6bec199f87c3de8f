using AreaSend.Core.Keeping;

namespace AreaSend.Services.Keeping;

/// <summary>Settings under <c>AreaSend:Keeping</c>.</summary>
public sealed class KeepingOptions
{
    /// <summary>The section that these settings stand in.</summary>
    public const string Section = "AreaSend:Keeping";

    /// <summary>Periods that the inspectorates have set, in months, by the key of the rule (<see cref="KeepingSchedule"/>).</summary>
    public Dictionary<string, int> Months { get; set; } = [];
}
