using AreaSend.Core.Calendars;
using AreaSend.Lists.Files;
using AreaSend.Services.Uploads;
using NodaTime;

namespace AreaSend.Services.GettingReady;

/// <summary>
/// Checks a person-level list without keeping it: it is read into a file without a name that nobody else can open and that is gone when the check ends, also
/// when the
/// process is killed. What comes back holds positions and rules, and nothing of a child.
/// </summary>
public sealed class ListTrial(IClock clock)
{
    /// <summary>The largest list that is taken, in bytes.</summary>
    public const long MostBytes = 50L << 20;

    private const string TooLarge = "The file is larger than 50 MB, which is more than any area's list needs: save the list as a workbook of its own.";

    /// <summary>One at a time: a list with millions of cells keeps a processor for seconds, and other pages need the rest.</summary>
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Reads and checks the list; nothing is left of it.</summary>
    public async Task<ListReading> CheckAsync(Stream content, string name, CancellationToken cancellation = default)
    {
        await using var copy = TemporaryCopy.Create();
        try
        {
            await using var limited = new LimitedStream(content, MostBytes);
            await limited.CopyToAsync(copy, cancellation);
        }
        catch (TooLargeException)
        {
            return new ListReading([], TooLarge);
        }

        copy.Position = 0;
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            return await Task.Run(
                () => PersonListReader.Check(copy, name, LondonTime.DateOf(clock.GetCurrentInstant()), cancellation: cancellation),
                cancellation);
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
