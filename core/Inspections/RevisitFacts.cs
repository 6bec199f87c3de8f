using NodaTime;

namespace AreaSend.Core.Inspections;

/// <summary>The letter of a re-visit under the earlier framework was shared: whether sufficient progress has been made with each weakness.</summary>
/// <param name="HappenedAt">When.</param>
/// <param name="Progress">For each significant weakness of the written statement of action.</param>
/// <param name="OtherWeaknesses">Other significant weaknesses that the letter highlights: they may decide when the area is inspected next.</param>
public sealed record RevisitLetterShared(Instant HappenedAt, IReadOnlyList<WeaknessProgress> Progress, IReadOnlyList<string> OtherWeaknesses) : Fact(HappenedAt)
{
    /// <summary>Sufficient progress has been made with all of them.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSufficient => Progress.All(weakness => weakness.IsSufficient);

    /// <summary>What follows from the result.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Consequence => IsSufficient
        ? "The DfE and NHS England stop their formal quarterly support and challenge visits."
        : "Possible next steps include that the Secretary of State uses powers of intervention.";
}

/// <summary>Whether sufficient progress has been made with one significant weakness.</summary>
/// <param name="Weakness">The weakness, as the written statement of action names it.</param>
/// <param name="IsSufficient">Whether it has.</param>
public sealed record WeaknessProgress(string Weakness, bool IsSufficient);

/// <summary>What a re-visit looks at.</summary>
/// <param name="StatementFit">The day on which the written statement of action was declared fit for purpose.</param>
/// <param name="Weaknesses">The significant weaknesses that it addresses.</param>
public sealed record RevisitGrounds(LocalDate StatementFit, IReadOnlyList<string> Weaknesses) : Grounds
{
    /// <summary>Re-visits usually occur within this many months of the statement's being declared fit for purpose.</summary>
    public const int UsualMonths = 18;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Matters => Weaknesses;

    /// <inheritdoc/>
    internal override string? WhyNot(LocalDate planned) =>
        StatementFit >= planned
            ? "The written statement of action was declared fit for purpose before a re-visit can be planned. Enter a day before the first on-site day."
            : MattersOf("significant weakness", "Name at least one significant weakness that the written statement of action addresses.");
}
