using AreaSend.Core.Calendars;
using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Mail;
using AreaSend.Services.Store;
using AreaSend.Web.Inspections.History;
using AreaSend.Web.Reading;
using NodaTime;

namespace AreaSend.Web.Inspections.Actions;

/// <summary>The area named its nominated officer (¶ 83); the event holds the officer's entry in the list of people and no name.</summary>
internal sealed class NominateOfficer()
    : InspectionAction<LanoNominated>(Steps.LanoNominated, "Record the nominated officer (LANO)", "The nominated officer is recorded")
{
    private static readonly LineQuestion Name = new("Name", "Officer's name", "the officer's name");
    private static readonly LineQuestion Email = new("Email", "Officer's e-mail address", "the officer's e-mail address")
    {
        Type = "email",
        Hint = "Invitations and reminders go there",
    };

    public override IReadOnlyList<Question> Asks(InspectionView view) => [Name, Email, Days.Happened, Days.Clock];

    public override RecordRequest Request(Answers answers)
    {
        var at = Days.Clock.MomentOf(answers);
        var person = Person.With(RecipientRole.Lano, new Mailbox(answers.Line(Name.Name), answers.Line(Email.Name)), answers.View.Id, LondonTime.DateOf(at));
        return new RecordRequest([(_, _, _) => new LanoNominated(at, person.Id)], person);
    }

    protected override LanoNominated Fact(Answers answers, InspectionCase @case, Timetable plan, Instant now) =>
        throw new NotSupportedException("It is recorded with its officer.");

    protected override EventSentence Told(LanoNominated fact, FrameworkEdition edition) => Sentence("Local area nominated officer named");
}
