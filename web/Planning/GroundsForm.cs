using AreaSend.Web.Components.Forms;

namespace AreaSend.Web.Planning;

/// <summary>What somebody typed of why an inspection takes place, for the kinds that ask.</summary>
internal class GroundsForm
{
    /// <summary>Of a monitoring inspection: whether an outcome demands it, or concerns have been raised.</summary>
    public string? Grounds { get; set; }

    /// <summary>Of a monitoring inspection at discretion: why.</summary>
    public string? Reason { get; set; }

    /// <summary>Of a monitoring inspection: what it looks at, one area on each line.</summary>
    public string? PriorityAreas { get; set; }

    /// <summary>Of a re-visit: when the written statement of action was declared fit for purpose.</summary>
    public DateParts StatementFit { get => field ??= new(); set; }

    /// <summary>Of a re-visit: the significant weaknesses, one on each line.</summary>
    public string? Weaknesses { get; set; }
}
