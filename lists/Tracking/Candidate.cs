
namespace AreaSend.Lists.Tracking;

/// <summary>What the draw knows of a child or young person on the accepted lists; of all this the record keeps the unique ID alone.</summary>
/// <param name="UniqueId">The local authority's own identifier.</param>
/// <param name="List">List 1 for an EHC plan, list 2 for SEN support.</param>
/// <param name="Need">The area of the primary need.</param>
/// <param name="Age">The age group.</param>
/// <param name="Setting">Where the child is educated.</param>
/// <param name="SocialCare">How far social care is involved.</param>
public sealed record Candidate(string UniqueId, PersonList List, AreaOfNeed Need, AgeGroup Age, Setting Setting, SocialCare SocialCare);
