using AreaSend.Core.Inspections;

namespace AreaSend.Core.Timetables;

/// <summary>A question that a line of a matrix asks, with the words that stand for it wherever the matrix is shown.</summary>
/// <typeparam name="TAbout">What it is asked about.</typeparam>
public sealed class Condition<TAbout>
{
    private readonly Func<TAbout, bool> _holds;

    /// <param name="name">In words: <c>once the item is answered</c>. Another question has another name.</param>
    /// <param name="holds">The question. It uses nothing that the name does not say: what it is asked with goes through <see cref="Condition.With"/>.</param>
    /// <exception cref="ArgumentException">It was made with values that its name does not say.</exception>
    public Condition(string name, Func<TAbout, bool> holds)
        : this((name, Condition.Unbound(holds)))
    {
    }

    private Condition((string Name, Func<TAbout, bool> Holds) made) => (Name, _holds) = made;

    /// <summary>In words.</summary>
    public string Name { get; }

    /// <summary>Whether it is so.</summary>
    public bool Holds(TAbout about) => _holds(about);

    /// <summary>This one or another.</summary>
    public Condition<TAbout> Or(Condition<TAbout> other) => Made($"{Name} or {other.Name}", about => Holds(about) || other.Holds(about));

    /// <summary>This one and another.</summary>
    public Condition<TAbout> And(Condition<TAbout> other) => Made($"{Name} and {other.Name}", about => Holds(about) && other.Holds(about));

    // Whoever makes it puts all that it uses into its name.
    internal static Condition<TAbout> Made(string name, Func<TAbout, bool> holds) => new((name, holds));
}

/// <summary>Makes conditions that are asked with a value: it stands in their name.</summary>
public static class Condition
{
    /// <summary>A condition with a value, which stands after its words: <c>once surveys-close</c>.</summary>
    /// <param name="words">What comes before the value.</param>
    /// <param name="value">A key, a role, or a type of fact.</param>
    /// <param name="holds">The question. It uses nothing but the value and what it is asked about.</param>
    /// <exception cref="ArgumentException">It was made with more than the value.</exception>
    public static Condition<TAbout> With<TAbout, TValue>(string words, TValue value, Func<TAbout, TValue, bool> holds)
        where TValue : notnull
    {
        Unbound(holds);
        return Condition<TAbout>.Made($"{words} {Show(value)}", about => holds(about, value));
    }

    // What a function brings with it from where it was made stands in no name.
    internal static TQuestion Unbound<TQuestion>(TQuestion question)
        where TQuestion : Delegate => question.Target?.GetType().GetFields().Any(field => !field.IsStatic) == true
        ? throw new ArgumentException("It was made with a value that its name does not say. Make it with Condition.With.", nameof(question))
        : question;

    private static string Show(object value) => value switch
    {
        string key => key,
        RecipientRole role => role.Key(),
        RecorderRole role => role.Words(),
        Type fact => InspectionEvent.KindOf(fact),
        _ => throw new ArgumentException($"A {value.GetType().Name} has no words for a name.", nameof(value)),
    };
}
