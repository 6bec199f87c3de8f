using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>Inspectors talked with officials of the DfE and NHS England about the support they have given the area (¶ 167).</summary>
internal sealed class DiscussSupport() : InspectionAction<SupportDiscussed>(
    "support-discussed", "Record the discussion with the DfE and NHS England", "The discussion is recorded; what was said belongs in the evidence base")
{
    public override IReadOnlyList<Question> Asks(InspectionView view) =>
    [
        new ChoicesQuestion(
            "With",
            "Whose officials took part?",
            "who took part",
            [.. Enum.GetValues<SupportPartner>().Select(partner => new Choice(partner.ToString(), partner.Show()))])
        {
            Hint = "Only that it took place is kept here. What was said is recorded in the evidence base (paragraph 167)",
        },
        Days.Happened,
    ];

    protected override SupportDiscussed Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        new(
            Days.Happened.MomentOf(answers),
            [
                .. answers.Many("With")
                    .Select(name => Enum.TryParse<SupportPartner>(name, out var partner) ? partner : (SupportPartner?)null)
                    .OfType<SupportPartner>(),
            ]);

    protected override IEnumerable<(string Name, string Value)> AnswersOf(SupportDiscussed fact, InspectionCase @case) =>
        fact.With.Select(partner => ("With", partner.ToString()));

    protected override EventSentence Told(SupportDiscussed fact, FrameworkEdition edition) =>
        Sentence($"Discussion with officials of the {string.Join(" and ", fact.With.Select(partner => partner.Show()))}");
}
