namespace AreaSend.Services.SignInLinks;

/// <summary>A link that signs a nominated officer, a leader or the Parent Carer Forum in to one inspection.</summary>
public sealed class GuestLink : OneTimeLink
{
    /// <summary>The inspection it leads to.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>Key of the e-mail that carries it.</summary>
    public required string MailKey { get; init; }
}
