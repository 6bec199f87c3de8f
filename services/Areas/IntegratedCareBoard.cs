using NodaTime;

namespace AreaSend.Services.Areas;

/// <summary>An integrated care board: the health body that leads a local area partnership together with the local authority.</summary>
/// <param name="OdsCode">The NHS Organisation Data Service's code, such as QE1.</param>
/// <param name="OnsCode">The Office for National Statistics' nine-character code.</param>
/// <param name="Name">The name as it reads in a sentence.</param>
/// <param name="From">The first day on which the board existed.</param>
/// <param name="Until">The last day on which it existed; nothing while it does.</param>
public sealed record IntegratedCareBoard(string OdsCode, string OnsCode, string Name, LocalDate From, LocalDate? Until)
{
    /// <summary>Whether the board existed on a day.</summary>
    public bool ExistsOn(LocalDate day) => From <= day && (Until is not { } last || day <= last);
}
