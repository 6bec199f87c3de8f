using AreaSend.Core.Inspections;
using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>Who holds a role, and where they can be written to.</summary>
public sealed class Contact : IRoleHolder
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Three-figure code of the local authority; null for a national role, such as a Secretary of State.</summary>
    public string? Area { get; init; }

    /// <summary>The role.</summary>
    public required RecipientRole Role { get; init; }

    /// <summary>Name of the person or office.</summary>
    public required string Name { get; set; }

    /// <summary>The e-mail address, as entered: it may be malformed, and is then not written to.</summary>
    public required string Email { get; set; }

    /// <summary>The first day in the role.</summary>
    public required LocalDate From { get; set; }

    /// <summary>The last day in the role; null while it goes on.</summary>
    public LocalDate? To { get; set; }
}
