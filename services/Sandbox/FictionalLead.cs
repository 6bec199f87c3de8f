using AreaSend.Services.Mail;

namespace AreaSend.Services.Sandbox;

/// <summary>A made-up lead inspector, with a number of the range that is kept for fiction.</summary>
/// <param name="Name">The name.</param>
/// <param name="Telephone">The number.</param>
internal sealed record FictionalLead(string Name, string Telephone)
{
    /// <summary>Where he or she is written to.</summary>
    public Mailbox Mailbox => new(Name, $"{Name.ToLowerInvariant().Replace(' ', '.')}@example.org");
}
