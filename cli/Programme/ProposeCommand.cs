using System.CommandLine;
using AreaSend.Cli.Prompt;
using AreaSend.Core.Calendars;
using AreaSend.Core.Programme;
using AreaSend.Core.Timetables;
using AreaSend.Services.Areas;
using NodaTime;

namespace AreaSend.Cli.Programme;

/// <summary><c>propose --from 2027-01-04 --to 2027-12-17 --per-week 2</c>: weeks for what is due in a span.</summary>
internal static class ProposeCommand
{
    public static Command Create(Editions editions)
    {
        var from = DateInput.Option("--from", "The first day of the span, for instance 2027-01-04.");
        var to = DateInput.Option("--to", "The last day of the span, for instance 2027-12-17.");
        var perWeek = NumberInput.Option("--per-week", "Inspections on site in one week, at most.");
        var perRegion = NumberInput.Optional("--per-region", "In one week in one region, at most.");
        var leaveOut = DateInput.Options("--leave-out", "A day of a week in which nothing is planned; may be given again and again.");
        var seed = NumberInput.Option("--seed", "Decides between inspections due on one day; the same seed gives the same programme.", otherwise: 1);
        var asOf = ProgrammeCommand.AsOf();
        var json = Output.AsJson();
        var command = new Command("propose", "A programme for a span that keeps every due-by date it can, and names those it cannot.")
        {
            from, to, perWeek, perRegion, leaveOut, seed, asOf, json,
        };
        command.SetAction(parsed =>
        {
            var day = parsed.GetValue(asOf) ?? ProgrammeCommand.Today();
            var request = Checked(new(
                parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(perWeek), parsed.GetValue(perRegion),
                parsed.GetValue(leaveOut), parsed.GetValue(seed))
            {
                AsOf = day, NoticeInWorkingDays = editions.On(day).NoticeInWorkingDays,
            });
            var proposal = Proposal.For(Due(editions, day, request.To), request, ShippedCalendar.Load());
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                output.WriteJson(ProposalJson.Of(request, proposal));
            }
            else
            {
                ProposalTable.Write(output, proposal);
            }

            return 0;
        });
        return command;
    }

    private static IEnumerable<InspectionDue> Due(Editions editions, LocalDate asOf, LocalDate until) =>
        ProgrammeCommand.Areas(editions, asOf).SelectMany(area => InspectionDue.Of(area, LocalAuthorities.Find(area.Area)!.Region, until));

    private static ProposalRequest Checked(ProposalRequest request) => request switch
    {
        _ when request.To < request.From => throw new CommandRefusedException(
            $"The span ends on {request.To:uuuu-MM-dd}, before it begins on {request.From:uuuu-MM-dd}."),
        { PerWeek: < 1 or > 153 } => throw new CommandRefusedException("Give --per-week as a number from 1 to 153."),
        { PerRegion: < 1 } => throw new CommandRefusedException("Give --per-region as a number from 1, or leave it out."),
        _ => request,
    };
}
