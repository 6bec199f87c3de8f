using System.Text.RegularExpressions;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using NodaTime;

namespace AreaSend.Services.Tests.Notices.Truth;

/// <summary>
/// What a sentence says, and when it is so. In its words <c>{day}</c> stands for a date and <c>{said}</c> for anything, both for the predicate to look at;
/// <c>{inspection}</c>, <c>{noun}</c> and <c>{product}</c> for what this inspection is called, <c>{reviewers}</c> for who reviews a plan, <c>{reach}</c> for how to reach who leads it; and a date of a step for what it has to be by the timetable:
/// <c>{ahead:on-site}</c> one that lies ahead, <c>{past:on-site}</c> one that does not, <c>{by:on-site}</c> by when, <c>{stands:on-site}</c> in a table, <c>{date:on-site}</c> in a subject.
/// </summary>
internal sealed partial class Claim
{
    private readonly List<(string Kind, string Step)> _tokens = [];
    private readonly string _beginning;
    private readonly Regex _words;
    private readonly Func<Said, bool> _isTrue;
    private readonly Func<Sentence, bool> _isMeant;

    public Claim(string words, Func<Said, bool>? isTrue = null, Func<Sentence, bool>? where = null)
    {
        (_isTrue, _isMeant, _beginning) = (isTrue ?? (_ => true), where ?? (_ => true), words.Split('{')[0]);
        var pattern = Token().Replace(Regex.Escape(words).Replace(@"\{", "{", StringComparison.Ordinal), token =>
        {
            _tokens.Add((token.Groups["kind"].Value, token.Groups["step"].Value));
            return $"(?<t{_tokens.Count - 1}>{Shape(token.Groups["kind"].Value)})";
        });
        _words = new Regex($"^{pattern}$", RegexOptions.CultureInvariant);
    }

    /// <summary>Whether the sentence is so; null when it does not say this.</summary>
    public bool? Holds(Letter letter, Sentence sentence) =>
        sentence.Text.StartsWith(_beginning, StringComparison.Ordinal) && _isMeant(sentence) && _words.Match(sentence.Text) is { Success: true } match
            ? _tokens.Index().All(token => Dated(letter, token.Item, match.Groups[$"t{token.Index}"].Value)) && _isTrue(Said(letter, sentence, match))
            : null;

    private Said Said(Letter letter, Sentence sentence, Match match) => new(
        letter, sentence, [.. _tokens.Index().Where(token => token.Item.Kind is "day" or "said").Select(token => match.Groups[$"t{token.Index}"].Value)]);

    private static string Shape(string kind) => kind switch
    {
        "day" => DatePhrase.Day,
        "inspection" => "area SEND inspection|area SEND monitoring inspection|area SEND engagement meeting|area SEND thematic visit|area SEND re-visit",
        "noun" => "inspection|engagement meeting|visit|re-visit",
        "product" => "report|letter",
        "reviewers" => "Ofsted and CQC|DfE and NHS England",
        _ => ".+?",
    };

    private static bool Dated(Letter letter, (string Kind, string Step) token, string value) => token.Kind switch
    {
        "day" or "said" => true,
        "inspection" => value == letter.Case.Type.Name,
        "noun" => value == letter.Case.Type.Noun,
        "reach" => value == letter.Lead switch
        {
            { Telephone: { } number } => $"call the lead inspector, Fictional Lead, on {number}",
            not null => "reply to this e-mail and ask that the lead inspector, Fictional Lead, call you",
            null => "reply to this e-mail and ask that an inspector call you",
        },
        "product" => value == (letter.Case.Type.Product == Product.Report ? "report" : "letter"),
        "reviewers" => value == Claims.Reviewers(letter),
        "ahead" => DatePhrase.IsAhead(letter, Step(letter, token.Step), value),
        "past" => DatePhrase.IsPast(letter, Step(letter, token.Step), value),
        "by" => DatePhrase.IsBy(letter, Step(letter, token.Step), value),
        "date" => DatePhrase.IsPlain(letter, Step(letter, token.Step), value),
        "stands" => DatePhrase.Stands(letter, Step(letter, token.Step), value),
        var other => throw new ArgumentException($"There is no {{{other}}}."),
    };

    private static PlannedStep? Step(Letter letter, string key) => letter.Plan.Find(key switch
    {
        "plan" => letter.Case.Authority is null ? Steps.StrategicPlan : Steps.PriorityActionPlan,
        "extra" => letter.Told<ExtraItemAsked>().Item,
        _ => key,
    });

    [GeneratedRegex(@"\{(?<kind>[a-z]+)(?::(?<step>[a-z-]+))?\}")]
    private static partial Regex Token();
}

/// <summary>A sentence as it was said, for a predicate to look at.</summary>
/// <param name="Letter">The e-mail.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Words">What stood for each date and each word that the claim leaves open, in order.</param>
internal sealed record Said(Letter Letter, Sentence Sentence, IReadOnlyList<string> Words)
{
    public InspectionCase Case => Letter.Case;

    public bool IsOn(int place, LocalDate day) => DatePhrase.Read(Words[place]) == day;
}
