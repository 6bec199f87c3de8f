using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The area named a deputy of its nominated officer, who gets a link and copies; a later one takes over from an earlier one.</summary>
internal sealed class NameDeputy() : InspectionAction<DeputyNamed>("deputy", "Record the officer's deputy", "The officer's deputy is recorded")
{
    private static readonly LineQuestion Name = new("Name", "Deputy's name", "the deputy's name");
    private static readonly LineQuestion Email = new("Email", "Deputy's e-mail address", "the deputy's e-mail address")
    {
        Type = "email",
        Hint = "A sign-in link goes there, and from now on a copy of what goes to the officer",
    };

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Name, Email, Days.Happened, Days.Clock];

    public override RecordRequest Request(Answers answers)
    {
        var at = Days.Clock.MomentOf(answers);
        var person = Person.With(
            RecipientRole.DeputyLano, new Mailbox(answers.Line(Name.Name), answers.Line(Email.Name)), answers.View.Id, LondonTime.DateOf(at));
        return new RecordRequest([(_, _, _) => new DeputyNamed(at, person.Id)], person);
    }

    protected override DeputyNamed Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        throw new NotSupportedException("It is recorded with its deputy.");

    protected override EventSentence Told(DeputyNamed fact, FrameworkEdition edition) =>
        Sentence(fact.Person is null ? "The nominated officer has no deputy any more" : "Deputy of the nominated officer named");
}
