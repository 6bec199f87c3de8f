using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;

namespace AreaSend.Conformance;

/// <summary>An inspection as people live through it. What the engine has to make of it stands in <c>Expected/</c> under the same name.</summary>
/// <param name="Name">The name.</param>
/// <param name="OnSite">S, the first on-site day.</param>
/// <param name="Acts">What people do, in order.</param>
/// <param name="Until">When the script ends, in London.</param>
/// <param name="Mail">What the mail service answers to the nth try of a notice; null: it takes everything.</param>
public sealed record Script(
    string Name, LocalDate OnSite, IReadOnlyList<Act> Acts, LocalDateTime Until, Func<string, int, MailResult?>? Mail = null)
{
    /// <summary>When it is planned, in London, and the bank holidays that are held then; null: where a store's clock begins, and the ones that are shipped.</summary>
    public (LocalDateTime At, string BankHolidays)? Begins { get; init; }

    /// <summary>The kind of inspection.</summary>
    public string Kind { get; init; } = InspectionKind.Full;

    /// <summary>The edition that it is planned under; null for the one that is planned under by default. Hosts that run it afterwards are not told.</summary>
    public string? Edition { get; init; }

    /// <summary>Why there is such an inspection, where its kind follows from something before it.</summary>
    public Grounds? Grounds { get; init; }

    /// <summary>The name: how test runners show it.</summary>
    public override string ToString() => Name;
}

/// <summary>Something a person does.</summary>
/// <param name="At">When, in London.</param>
/// <param name="Do">What.</param>
/// <param name="EngineRuns">Whether the engine runs until then; if not, it meets the past as it stands.</param>
public sealed record Act(LocalDateTime At, Func<Stage, Task> Do, bool EngineRuns = true);
