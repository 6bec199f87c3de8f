using AreaSend.Core.Calendars;
using AreaSend.Services.Inspections;
using AreaSend.Services.Mail;
using AreaSend.Services.Uploads;
using AreaSend.Services.Uploads.Papers;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Reading;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>What somebody answered to an action's questions: text, as it came.</summary>
/// <param name="View">The inspection, and the moment.</param>
/// <param name="Form">The posted form; null before one has been posted.</param>
public sealed record Answers(InspectionView View, IFormCollection? Form)
{
    public const string Confirm = "confirm";
    public const string Change = "change";

    private const string Prefix = "Form.";

    /// <summary>Ends the name of the field that carries the file of a question along.</summary>
    public const string HeldField = ".Held";

    // Of the page with the preview, not of the questions.
    private static readonly string[] OfThePage = ["Form.Intent", "Form.Previewed", "Form.Known"];

    /// <summary>The files that came with the form, by the name of their question: held until it is confirmed.</summary>
    public IReadOnlyDictionary<string, Document> Held { get; init; } = new Dictionary<string, Document>();

    /// <summary>What stands recorded, where an entry is corrected: the form is filled with it to begin with. By the name of the question.</summary>
    public ILookup<string, string> Recorded { get; init; } = Array.Empty<string>().ToLookup(name => name);

    /// <summary>When what is corrected happened, as it stands recorded: an answer that is left as it was names no other moment.</summary>
    public Instant? RecordedAt { get; init; }

    public Instant Now => View.Now;

    public LocalDate Today => LondonTime.DateOf(View.Now);

    /// <summary>Which button was pressed: null for the form's own.</summary>
    public string? Intent => this["Intent"];

    /// <summary>What the preview on the page showed, so that nobody confirms what they have not seen.</summary>
    public string? Previewed => this["Previewed"];

    /// <summary>Whoever confirms says that they know what the page warns of.</summary>
    public bool IsKnown => this["Known"] == "yes";

    /// <summary>A field as it came, or as it is filled to begin with; null where there is neither.</summary>
    public string? this[string name] => Form is null ? Recorded[name].FirstOrDefault() : Form[Prefix + name] is [var first, ..] ? first : null;

    /// <summary>A passage without the spaces around it and without what cannot be seen; empty where there is none.</summary>
    public string Text(string name) => VisibleText.Passage(this[name] ?? "");

    /// <summary>The same in one line: a name, an address.</summary>
    public string Line(string name) => VisibleText.Of(this[name] ?? "");

    /// <summary>All values of a field.</summary>
    public IReadOnlyList<string> Many(string name) => Form is null ? [.. Recorded[name]] : [.. Form[Prefix + name].OfType<string>()];

    /// <summary>A date as it was typed.</summary>
    public DateParts Date(string name) => new() { Day = this[$"{name}.Day"], Month = this[$"{name}.Month"], Year = this[$"{name}.Year"] };

    /// <summary>All that was answered, for the page with the preview to carry along.</summary>
    public IEnumerable<(string Name, string Value)> Carried() => Form is null ? [] :
        (from field in Form
         where field.Key.StartsWith(Prefix, StringComparison.Ordinal) && !field.Key.EndsWith(HeldField, StringComparison.Ordinal)
           && !OfThePage.Contains(field.Key)
         from value in field.Value
         select (field.Key, value ?? "")).Concat(Held.Select(held => ($"{Prefix}{held.Key}{HeldField}", held.Value.Id.ToString())));

    /// <summary>The moment of a day for which no time is asked.</summary>
    public Instant MomentOf(LocalDate day) => RecordedAt is { } at && LondonTime.DateOf(at) == day ? at : MomentOf(day, time: null);

    /// <summary>The moment of a day and a time. Without a time, today is now, and a past day is taken at noon: only its date counts.</summary>
    public Instant MomentOf(LocalDate day, LocalTime? time) =>
        time is { } at ? LondonTime.At(day, at) : day == Today ? Now : LondonTime.At(day, new LocalTime(12, 0));
}

/// <summary>What is to be recorded.</summary>
/// <param name="Facts">In order; mostly one.</param>
/// <param name="Person">The officer, where one is named.</param>
/// <param name="PrivateReason">Why, for Ofsted and CQC alone; null where none is given.</param>
public sealed record RecordRequest(IReadOnlyList<Services.Inspections.BuildFact> Facts, Services.Store.Person? Person, string? PrivateReason = null)
{
    /// <summary>The papers that came with the form.</summary>
    public IReadOnlyList<HeldPaper> Papers { get; init; } = [];
}
