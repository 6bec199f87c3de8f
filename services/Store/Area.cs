using NodaTime;

namespace AreaSend.Services.Store;

/// <summary>A local area as this database knows it; which care boards serve it on a day, <see cref="Areas.AreaBoards"/> says.</summary>
public sealed class Area
{
    /// <summary>Three-figure code of the local authority.</summary>
    public required string Code { get; init; }

    /// <summary>The name as it reads in a sentence.</summary>
    public required string Name { get; set; }

    /// <summary>The Ofsted region.</summary>
    public required string Region { get; set; }
}

/// <summary>A school holiday of an area; planning warns when weeks 1 to 3 touch one (¶ 74).</summary>
public sealed class AreaSchoolHoliday
{
    /// <summary>Position among all.</summary>
    public long Id { get; init; }

    /// <summary>Three-figure code of the local authority.</summary>
    public required string Area { get; init; }

    /// <summary>Such as "October half-term".</summary>
    public required string Name { get; set; }

    /// <summary>The first day.</summary>
    public required LocalDate From { get; set; }

    /// <summary>The last day.</summary>
    public required LocalDate To { get; set; }
}
