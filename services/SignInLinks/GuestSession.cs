namespace AreaSend.Services.SignInLinks;

/// <summary>The time that somebody spends in a room of one inspection: the officer's upload room, or the leaders' page.</summary>
public sealed class GuestSession : LinkSession
{
    /// <summary>The link that began it.</summary>
    public required Guid Link { get; init; }

    /// <summary>The inspection whose room it opens.</summary>
    public required Guid Inspection { get; init; }
}
