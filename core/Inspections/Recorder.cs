namespace AreaSend.Core.Inspections;

/// <summary>Who recorded something: a role and, where a person is known, the identifier under which they are kept elsewhere. Never a name.</summary>
/// <param name="Role">The role.</param>
/// <param name="Person">The person, where one is known.</param>
public sealed record Recorder(RecorderRole Role, Guid? Person = null)
{
    /// <summary>A coordinator, whoever it was.</summary>
    public static readonly Recorder Coordinator = new(RecorderRole.Coordinator);

    /// <summary>A lead inspector, whoever it was.</summary>
    public static readonly Recorder LeadInspector = new(RecorderRole.LeadInspector);

    /// <summary>The clock, through the engine.</summary>
    public static readonly Recorder Engine = new(RecorderRole.Engine);

    /// <summary>The checks of documents.</summary>
    public static readonly Recorder Ingestion = new(RecorderRole.Ingestion);

    /// <summary>A simulated person.</summary>
    public static readonly Recorder Simulation = new(RecorderRole.Simulation);

    /// <summary>Nobody that this version knows.</summary>
    public static readonly Recorder Unknown = new(RecorderRole.Unknown);

    private const int LengthOfPerson = 36;

    /// <summary>As it is kept and hashed: <c>Coordinator</c>, or <c>Coordinator 0199…</c> with the person.</summary>
    /// <exception cref="InvalidOperationException">Nothing is recorded by nobody.</exception>
    public string Text => Role == RecorderRole.Unknown ? throw new InvalidOperationException("Nothing is recorded by nobody.")
        : Person is { } person ? $"{Role.Words()} {person:D}"
        : Role.Words();

    /// <summary>Reads <see cref="Text"/>. A role that only a later version knows is <see cref="Unknown"/>: what was recorded stays readable.</summary>
    public static Recorder Read(string text)
    {
        var space = text.Length - LengthOfPerson - 1;
        return space > 0 && text[space] == ' ' && Guid.TryParseExact(text[(space + 1)..], "D", out var person)
            ? new Recorder(RecorderRoles.Read(text[..space]), person)
            : new Recorder(RecorderRoles.Read(text));
    }
}
