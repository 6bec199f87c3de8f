namespace AreaSend.Services.Keeping;

/// <summary>An entry under which somebody is held, to choose from: two people may have one name.</summary>
/// <param name="Key">What the page calls it: a kind and an identifier, and no name or address.</param>
/// <param name="Name">The name.</param>
/// <param name="Address">The e-mail address; null where none is held.</param>
/// <param name="As">What the person is or was, in a few words: "Director of children's services, area 888".</param>
public sealed record HeldEntry(string Key, string Name, string? Address, string As);

/// <summary>All that is held on a person.</summary>
/// <param name="Json">As JSON.</param>
/// <param name="Mails">The e-mails to the person that lie in the folder of e-mails, by the name of the file.</param>
public sealed record HeldFile(byte[] Json, IReadOnlyDictionary<string, byte[]> Mails);
