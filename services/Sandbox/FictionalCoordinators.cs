using AreaSend.Services.Staff;
using NodaTime;

namespace AreaSend.Services.Sandbox;

/// <summary>Plainly fictional coordinators, as if they had signed in: without sign-in a sandbox has nobody to assign inspections to.</summary>
internal static class FictionalCoordinators
{
    private static readonly string[] Names = ["Fictional Maple", "Fictional Rowan"];

    public static IReadOnlyList<StaffMember> At(Instant now) =>
    [
        .. Names.Select((name, index) => new StaffMember
        {
            Id = new Guid(0xF1C71045, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)(index + 1)),
            Issuer = "sandbox",
            Subject = name,
            Name = name,
            Email = $"{name.Split(' ')[1].ToLowerInvariant()}@example.org",
            Coordinates = true,
            FirstSeenAt = now,
            LastSeenAt = now,
        }),
    ];
}
