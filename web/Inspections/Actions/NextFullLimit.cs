using AreaSend.Core.Calendars;
using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.Programme;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>
/// A monitoring inspection's letter may bring the next full inspection forward (¶ 173), and cannot put it off: the programme knows when it is due anyway.
/// </summary>
internal sealed class NextFullLimit(NationalProgramme programme)
{
    /// <summary>Why the letter cannot say that day, in a sentence; null when it can, or says none.</summary>
    /// <param name="before">The case as it stands.</param>
    /// <param name="after">The case with the letter.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string?> WhyNotAsync(InspectionCase before, InspectionCase after, CancellationToken cancellation = default)
    {
        if (after.Monitoring?.NextFullBy is not { } by || by == before.Monitoring?.NextFullBy
            || (await programme.ReadAsync(cancellation)).Find(after.Area) is not { } standing)
        {
            return null;
        }

        // What this letter itself had said until now does not count against it.
        var due = standing.Programme.Limits.FirstOrDefault(limit => limit.Basis != DueBasis.BroughtForward || limit.By != before.Monitoring?.NextFullBy);
        return due is not null && by > due.By
            ? $"{LondonTime.Show(by)} brings nothing forward: the next full inspection is due by {LondonTime.Show(due.By)}. {due.Because} Choose an earlier day, or leave it out"
            : null;
    }
}
