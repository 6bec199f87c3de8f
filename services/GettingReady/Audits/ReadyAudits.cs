using AreaSend.Services.Store;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AreaSend.Services.GettingReady.Audits;

/// <summary>What an auditor says of a plan by one criterion.</summary>
public sealed record GradeEntry(string Criterion, AuditGrade Grade, string Comment);

/// <summary>
/// Audits of EHC plans in an area's room. One person grades a plan by every criterion; another may then grade the same plan without being shown the first one's
/// grades, so that it can be seen how far two people agree.
/// </summary>
public sealed class ReadyAudits(StoreDatabase database, IClock clock)
{
    private const string TooLate = "The audit has changed since you opened this page, so nothing was done. Open it again to see how it stands now";

    /// <summary>The audits of an area, the newest first.</summary>
    public async Task<IReadOnlyList<AuditState>> OfAsync(string area, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await OfAsync(context, area, cancellation);
    }

    /// <summary>The audit of an area; null when it has none such.</summary>
    public async Task<AuditState?> FindAsync(string area, Guid audit, CancellationToken cancellation = default) =>
        (await OfAsync(area, cancellation)).FirstOrDefault(state => state.Row.Id == audit);

    /// <summary>The version of an area's audits, for the form that begins another.</summary>
    public async Task<string> VersionAsync(string area, CancellationToken cancellation = default)
    {
        await using var context = database.Open();
        return await VersionAsync(context, area, cancellation);
    }

    /// <summary>Begins the audit of a plan.</summary>
    /// <param name="by">The first auditor, and so of which area.</param>
    /// <param name="reference">The plan's reference, which <see cref="PlanReference"/> has let pass.</param>
    /// <param name="shown">The version of the area's audits that somebody decided on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The new audit; or null and why not, in a sentence without a full stop.</returns>
    public async Task<(Guid? Audit, string? Refusal)> BeginAsync(ReadyPerson by, string reference, string shown, CancellationToken cancellation = default)
    {
        string? because = null;
        var id = Guid.NewGuid();
        var stored = await RowVersion.WriteAsync(database, shown, context => VersionAsync(context, by.Area, cancellation), async context =>
        {
            var open = await context.Set<AuditRow>().Where(audit => audit.Area == by.Area && audit.FinishedAt == null).ToListAsync(cancellation);
            because = open.Exists(audit => string.Equals(audit.Reference, reference, StringComparison.OrdinalIgnoreCase))
                ? "An audit of this plan is under way. Finish it first, or remove it"
                : null;
            if (because is null)
            {
                context.Add(new AuditRow { Id = id, Area = by.Area, Reference = reference, Auditor = by.Id, BegunAt = clock.GetCurrentInstant() });
            }
        }, cancellation);
        return !stored ? (null, "The audits of your area have changed since you opened this page, so nothing was done. Open the page again to see them")
            : because is null ? (id, null)
            : (null, because);
    }

    /// <summary>Writes down what an auditor says of one section, in place of what they said before.</summary>
    /// <param name="by">The auditor of the round that goes on.</param>
    /// <param name="audit">The audit.</param>
    /// <param name="section">The section.</param>
    /// <param name="grades">One for each of its criteria.</param>
    /// <param name="shown">The <see cref="AuditState.VersionOf"/> that somebody decided on.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Why not, in a sentence without a full stop; null when it is stored.</returns>
    public Task<string?> GradeAsync(
        ReadyPerson by,
        Guid audit,
        AuditSection section,
        IReadOnlyList<GradeEntry> grades,
        string shown,
        CancellationToken cancellation = default) =>
        WriteAsync(
            by,
            audit,
            state => state.RoundOf(by) is { } round ? state.VersionOf(round, section) : "",
            shown,
            (context, state) =>
            {
                var round = state.RoundOf(by)!.Value;
                foreach (var entry in grades)
                {
                    var row = new GradeRow
                    {
                        Audit = audit,
                        Round = round,
                        Criterion = entry.Criterion,
                        Grade = entry.Grade,
                        Comment = entry.Comment,
                    };
                    _ = state.Find(round, entry.Criterion) is null ? context.Add(row) : context.Update(row);
                }

                return null;
            },
            cancellation);

    /// <summary>Ends the round of whoever asks, once every criterion is graded.</summary>
    /// <returns>Why not, in a sentence without a full stop; null when it is done.</returns>
    public Task<string?> FinishAsync(ReadyPerson by, Guid audit, string shown, CancellationToken cancellation = default) =>
        WriteAsync(by, audit, state => state.Version, shown, (context, state) =>
        {
            if (state.RoundOf(by) is not { } round || state.HasFinished(round))
            {
                return TooLate;
            }

            if (state.Open(round).Count() is > 0 and var open)
            {
                return open == 1 ? "Grade the criterion that is left first" : $"Grade the {open} criteria that are left first";
            }

            _ = round == AuditRound.First ? state.Row.FinishedAt = clock.GetCurrentInstant() : state.Row.ModeratedAt = clock.GetCurrentInstant();
            context.Update(state.Row);
            return null;
        }, cancellation);

    /// <summary>Makes whoever asks the second auditor, from the start where somebody else had begun and not finished.</summary>
    /// <returns>Why not, in a sentence without a full stop; null when it is done.</returns>
    public Task<string?> ModerateAsync(ReadyPerson by, Guid audit, string shown, CancellationToken cancellation = default) =>
        WriteAsync(by, audit, state => state.Version, shown, (context, state) =>
        {
            if (state.Standing is AuditStanding.UnderWay or AuditStanding.Moderated || state.Row.Moderator == by.Id)
            {
                return TooLate;
            }

            if (!state.MayModerate(by))
            {
                return "You audited this plan yourself: somebody else has to moderate it";
            }

            context.RemoveRange(state.Grades.Where(grade => grade.Round == AuditRound.Moderation));
            state.Row.Moderator = by.Id;
            context.Update(state.Row);
            return null;
        }, cancellation);

    /// <summary>Removes an audit with all its grades and comments, for instance because it names a child.</summary>
    /// <returns>Why not, in a sentence without a full stop; null when it is done.</returns>
    public Task<string?> RemoveAsync(ReadyPerson by, Guid audit, string shown, CancellationToken cancellation = default) =>
        WriteAsync(by, audit, state => state.Version, shown, (context, state) =>
        {
            context.RemoveRange(state.Grades);
            context.Remove(state.Row);
            return null;
        }, cancellation);

    private async Task<string?> WriteAsync(
        ReadyPerson by,
        Guid audit,
        Func<AuditState, string> version,
        string shown,
        Func<StoreContext, AuditState, string?> write,
        CancellationToken cancellation)
    {
        AuditState? state = null;
        string? because = null;
        var stored = await RowVersion.WriteAsync(
            database,
            shown,
            async context =>
            {
                state = (await OfAsync(context, by.Area, cancellation)).FirstOrDefault(known => known.Row.Id == audit);
                return state is null ? "" : version(state);
            },
            context =>
            {
                because = write(context, state!);
                return Task.CompletedTask;
            },
            cancellation);
        return stored ? because : TooLate;
    }

    private static async Task<IReadOnlyList<AuditState>> OfAsync(StoreContext context, string area, CancellationToken cancellation)
    {
        var rows = await context.Set<AuditRow>().AsNoTracking().Where(audit => audit.Area == area).ToListAsync(cancellation);
        var grades = (
            await context.Set<GradeRow>().AsNoTracking()
                .Where(grade => context.Set<AuditRow>().Any(audit => audit.Id == grade.Audit && audit.Area == area))
                .ToListAsync(cancellation))
            .OrderBy(grade => grade.Round)
            .ThenBy(grade => grade.Criterion, StringComparer.Ordinal)
            .ToLookup(grade => grade.Audit);
        var people = await context.Set<ReadyPerson>().AsNoTracking().Where(person => person.Area == area).ToDictionaryAsync(person => person.Id, cancellation);
        return
        [
            .. from row in rows
               orderby row.BegunAt descending, row.Id
               select new AuditState(row, [.. grades[row.Id]], people[row.Auditor], row.Moderator is { } moderator ? people[moderator] : null),
        ];
    }

    private static async Task<string> VersionAsync(StoreContext context, string area, CancellationToken cancellation) =>
        RowVersion.Of(
            await context.Set<AuditRow>().AsNoTracking()
                .Where(audit => audit.Area == area)
                .OrderBy(audit => audit.Id)
                .Select(audit => audit.Id)
                .ToListAsync(cancellation));
}
