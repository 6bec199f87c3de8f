using System.Text.Json;
using AreaSend.Services.ReferenceData;

namespace AreaSend.Services.GettingReady.Audits;

/// <summary>The criteria by which EHC plans are audited: data, shipped in <c>data/getting-ready/ehc-plan-criteria.json</c>.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Source">Where they come from, in sentences for whoever audits.</param>
/// <param name="Sections">In the order in which a plan is gone through.</param>
public sealed record AuditCriteria(string Title, string Source, IReadOnlyList<AuditSection> Sections)
{
    /// <summary>Those that ship.</summary>
    public static AuditCriteria Standard { get; } =
        JsonSerializer.Deserialize<AuditCriteria>(ShippedFile.Read("ehc-plan-criteria.json"), JsonSerializerOptions.Web)
        ?? throw new InvalidOperationException("ehc-plan-criteria.json is empty.");

    /// <summary>Every criterion that a plan is graded by, in order.</summary>
    public IEnumerable<AuditCriterion> Asked => Sections.SelectMany(section => section.Asked);

    /// <summary>The section with this key; null when there is none.</summary>
    public AuditSection? Find(string section) => Sections.FirstOrDefault(known => known.Key == section);
}

/// <summary>A part of a plan that is looked at together.</summary>
/// <param name="Key">What addresses call it.</param>
/// <param name="Title">What is looked at.</param>
/// <param name="Of">Where in the plan it stands.</param>
/// <param name="Cites">The law and guidance that ask for it.</param>
/// <param name="Criteria">What is asked, and what was asked once.</param>
public sealed record AuditSection(string Key, string Title, string Of, string Cites, IReadOnlyList<AuditCriterion> Criteria)
{
    /// <summary>What a plan is graded by now.</summary>
    public IEnumerable<AuditCriterion> Asked => Criteria.Where(criterion => !criterion.Retired);
}

/// <summary>One thing that is graded.</summary>
/// <param name="Key">What rows call it; never given to another criterion.</param>
/// <param name="Short">In a few words, for pictures and tables.</param>
/// <param name="Text">The criterion, as a sentence that is true of a good plan.</param>
/// <param name="Retired">No longer asked; kept so that older audits can be read.</param>
public sealed record AuditCriterion(string Key, string Short, string Text, bool Retired = false);
