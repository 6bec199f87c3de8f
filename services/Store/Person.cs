using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Services.Mail;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>
/// Somebody with a part in one inspection: its nominated officers and their deputies,
/// its lead inspectors, and the leaders and the forum of its area to whom a link was sent. Events name people by <see cref="Id"/> alone.
/// </summary>
public sealed class Person : IRoleHolder
{
    /// <summary>What events call the person.</summary>
    public required Guid Id { get; init; }

    /// <summary>The inspection.</summary>
    public required Guid Inspection { get; init; }

    /// <summary>One of <see cref="RecipientRoles.Officers"/>, of <see cref="RecipientRoles.Leads"/> or of <see cref="RecipientRoles.Leaders"/>.</summary>
    public required RecipientRole Role { get; init; }

    /// <summary>The person's name.</summary>
    public required string Name { get; set; }

    /// <summary>The e-mail address.</summary>
    public required string Email { get; set; }

    /// <summary>The number on which the area can call a lead inspector; null where none is entered.</summary>
    public string? Telephone { get; set; }

    /// <summary>The first day in the role.</summary>
    public required LocalDate From { get; set; }

    /// <summary>The last day in the role; null while it goes on.</summary>
    public LocalDate? To { get; set; }

    /// <summary>When the coordinator withdrew the access of somebody who comes in by a link; null while it stands.</summary>
    public Instant? AccessWithdrawnAt { get; set; }

    /// <summary>Where the person is written to.</summary>
    public Mailbox Mailbox => new(Name, Email);

    /// <summary>Somebody new in a role of an inspection, from a day on.</summary>
    public static Person With(RecipientRole role, Mailbox mailbox, Guid inspection, LocalDate from) =>
        new() { Id = Guid.CreateVersion7(), Inspection = inspection, Role = role, Name = mailbox.Name, Email = mailbox.Address, From = from };
}
