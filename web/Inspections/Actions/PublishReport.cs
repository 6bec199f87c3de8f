using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Web.Components.Forms;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The report was published on the reports website (¶ 138).</summary>
internal sealed class PublishReport() : InspectionAction<ReportPublished>("published", "Record publication", "The report is recorded as published")
{
    private static readonly LineQuestion Link = new("Link", "Web address of the report", "the web address of the report")
    {
        Type = "url",
        Longest = RequiredText.Passage,
        Short = "Web address",
    };

    public override IReadOnlyList<Question> Asks(InspectionView view) =>
        [Link with { Label = view.Case.Type.Product.Say(Link.Label), What = view.Case.Type.Product.Say(Link.What) }, Days.Happened];

    protected override ReportPublished Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        new(Days.Happened.MomentOf(answers), answers.Line(Link.Name));

    protected override IEnumerable<(string Name, string Value)> AnswersOf(ReportPublished fact, InspectionCase @case) =>
        [(Link.Name, fact.Link)];

    protected override EventSentence Told(ReportPublished fact, FrameworkEdition edition) => Sentence("Report published", fact.Link);
}
