using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>One of an area's own people, who may come into its room for getting ready. Nobody of the inspectorates ever stands here.</summary>
public sealed class ReadyPerson
{
    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Three-figure code of the local authority.</summary>
    public required string Area { get; init; }

    /// <summary>The person's name.</summary>
    public required string Name { get; set; }

    /// <summary>Where links are sent to.</summary>
    public required string Email { get; set; }

    /// <summary>When the person was let in.</summary>
    public required Instant AddedAt { get; init; }

    /// <summary>Which colleague let the person in; null for whoever came by the address that the console holds for the area.</summary>
    public Guid? AddedBy { get; init; }

    /// <summary>When the person last used a link; null for one who never has.</summary>
    public Instant? LastInAt { get; set; }

    /// <summary>When a colleague took the access away, or the person left; null while it stands.</summary>
    public Instant? RemovedAt { get; set; }
}
