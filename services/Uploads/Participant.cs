namespace AreaSend.Services.Uploads;

/// <summary>Who does something with documents: a role, and where it is a person of the inspection's list of people, their entry there. Never a name.</summary>
/// <param name="Role">As events have it: <c>Lano</c>, <c>Coordinator</c>, <c>LeadInspector</c>.</param>
/// <param name="Person">The entry in the list of people.</param>
public sealed record Participant(string Role, Guid? Person = null);
