using AreaSend.Services.Areas;

namespace AreaSend.Web.Worklist;

/// <summary>Something that is in the way, or soon will be, and belongs to no step: an engine that is stuck, a contact that is missing, an alarm.</summary>
/// <param name="Subject">What it is about: an area, the bank holidays.</param>
/// <param name="Href">Where it is put right.</param>
/// <param name="What">In a sentence.</param>
/// <param name="Region">The region it belongs to; null for what concerns all.</param>
public sealed record WorklistConcern(string Subject, string Href, string What, string? Region = null)
{
    /// <summary>One that belongs to an area.</summary>
    /// <param name="area">Its three-figure code.</param>
    /// <param name="href">Where it is put right.</param>
    /// <param name="what">In a sentence.</param>
    public static WorklistConcern In(string area, string href, string what)
    {
        var authority = LocalAuthorities.Find(area);
        return new(authority?.DisplayName ?? area, href, what, authority?.Region);
    }
}
