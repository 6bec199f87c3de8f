using AreaSend.Core.Inspections;
using AreaSend.Services.Areas;
using AreaSend.Services.Store;
using NodaTime;

namespace AreaSend.Services.Search;

/// <summary>What was found under a text.</summary>
/// <param name="Areas">Local areas, in order of name.</param>
/// <param name="People">People, in order of name.</param>
/// <param name="Inspections">Inspections: those that go on first, then the latest. Only for those who are shown.</param>
public sealed record Found(FoundPart<LocalAuthority> Areas, FoundPart<FoundPerson> People, FoundPart<InspectionRow> Inspections)
{
    /// <summary>What stands where nothing was asked for.</summary>
    public static Found Nothing { get; } = new(new([], 0), new([], 0), new([], 0));

    /// <summary>How many in all.</summary>
    public int Count => Areas.Count + People.Count + Inspections.Count;
}

/// <summary>What was found of one sort.</summary>
/// <param name="Shown">The first of them.</param>
/// <param name="Count">How many there are.</param>
public sealed record FoundPart<T>(IReadOnlyList<T> Shown, int Count);

/// <summary>Somebody who has a role or is to take it; of two contacts whose days overlap both, as their area shows both.</summary>
/// <param name="Name">The name.</param>
/// <param name="Email">The e-mail address; null where none is known.</param>
/// <param name="Role">The role in inspections or in an area; null for a coordinator of the inspectorates.</param>
/// <param name="Area">Code of the area whose contact this is; null for a national contact, and for people of inspections.</param>
/// <param name="Coordinator">What a coordinator is called in records; null for others.</param>
/// <param name="Inspections">The inspections that somebody leads or answers for: those that go on first, then the latest. Only for those who are shown.</param>
public sealed record FoundPerson(
    string Name, string? Email, RecipientRole? Role, string? Area, Guid? Coordinator, FoundPart<FoundInspection> Inspections)
{
    /// <summary>The first day of a contact who is to come; null for one in the role, and for people of inspections.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The inspections of somebody who has none.</summary>
    public static FoundPart<FoundInspection> OfNoInspection { get; } = new([], 0);
}

/// <summary>An inspection that somebody leads or answers for.</summary>
/// <param name="Id">The inspection.</param>
/// <param name="Area">Three-figure code of its area.</param>
/// <param name="OnSiteStarts">Its first on-site day.</param>
/// <param name="Ended">Whether it has ended.</param>
/// <param name="From">The first day in the role of somebody who is to take it; null where that has come.</param>
public sealed record FoundInspection(Guid Id, string Area, LocalDate OnSiteStarts, bool Ended, LocalDate? From);
