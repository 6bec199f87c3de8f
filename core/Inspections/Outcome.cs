using System.Text.Json.Serialization;

namespace AreaSend.Core.Inspections;

/// <summary>
/// The three outcomes of a full inspection (¶ 20, 37). Only the third demands a priority action plan, and it cannot be written without naming who makes it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "outcome")]
[JsonDerivedType(typeof(TypicallyPositive), "1")]
[JsonDerivedType(typeof(Inconsistent), "2")]
[JsonDerivedType(typeof(WidespreadFailings), "3")]
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>1, 2 or 3, in the order of the handbook.</summary>
    [JsonIgnore]
    public abstract int Number { get; }

    /// <summary>In a few words.</summary>
    public abstract string Show();

    /// <summary>"Arrangements typically lead to positive experiences and outcomes": next full inspection within 5 years.</summary>
    public sealed record TypicallyPositive : Outcome
    {
        /// <inheritdoc/>
        public override int Number => 1;

        /// <inheritdoc/>
        public override string Show() => "typically positive experiences and outcomes";
    }

    /// <summary>"Arrangements lead to inconsistent experiences and outcomes": next full inspection within about 3 years.</summary>
    public sealed record Inconsistent : Outcome
    {
        /// <inheritdoc/>
        public override int Number => 2;

        /// <inheritdoc/>
        public override string Show() => "inconsistent experiences and outcomes";
    }

    /// <summary>"Widespread and/or systemic failings": a priority action plan, a monitoring inspection, a full reinspection.</summary>
    /// <param name="PrincipalAuthority">Who HMCI names as responsible for the plan: one partner, or the partnership as a whole (¶ 147).</param>
    /// <param name="IsSeparate">It is not the local authority or the partnership that it leads, so it is told in its own right (¶ 140).</param>
    /// <param name="PriorityAreas">The areas for priority action, as the report names them (¶ 17); null where they have not been recorded.</param>
    public sealed record WidespreadFailings(
        string PrincipalAuthority,
        bool IsSeparate = false,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? PriorityAreas = null) : Outcome
    {
        /// <inheritdoc/>
        public override int Number => 3;

        /// <inheritdoc/>
        public override string Show() => "widespread or systemic failings";
    }

    /// <summary>The areas for priority action that an outcome names; none for the first two.</summary>
    public static IReadOnlyList<string> PriorityAreasOf(Outcome? outcome) => (outcome as WidespreadFailings)?.PriorityAreas ?? [];

    /// <summary>The outcome that was typed in, or the sentence that says what is wrong with it.</summary>
    /// <param name="number">1, 2 or 3.</param>
    /// <param name="principalAuthority">Needed for outcome 3; not wanted otherwise.</param>
    /// <param name="isSeparate">The principal authority is not the local authority, and has an address of its own.</param>
    /// <param name="refusal">What to do, when null is returned.</param>
    public static Outcome? Of(int number, string? principalAuthority, bool isSeparate, out string? refusal)
    {
        refusal = (number, string.IsNullOrWhiteSpace(principalAuthority)) switch
        {
            ( < 1 or > 3, _) => "Choose outcome 1, 2 or 3.",
            (3, true) => "Name the principal authority: with outcome 3 the report says who makes the priority action plan (paragraph 147).",
            (1 or 2, false) => $"Leave the principal authority empty: outcome {number} asks for no priority action plan.",
            _ => null,
        };
        return refusal is not null ? null : number switch
        {
            1 => new TypicallyPositive(),
            2 => new Inconsistent(),
            _ => new WidespreadFailings(principalAuthority!.Trim(), isSeparate),
        };
    }
}
