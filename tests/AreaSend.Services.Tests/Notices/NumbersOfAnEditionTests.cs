using AreaSend.Core.Inspections;
using AreaSend.Core.Timetables;
using AreaSend.Services.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace AreaSend.Services.Tests.Notices;

/// <summary>A number of the handbook that an e-mail says is the one of the inspection's own edition.</summary>
public sealed class NumbersOfAnEditionTests
{
    private static readonly FrameworkEdition Other = Counted(
        AreaSend2024.Edition.WithoutItems("1.1", "5.2", "6.4", "7.7"), (Steps.PriorityActionPlan, 40), (Steps.Publication, 1));

    [Theory]
    [InlineData(RecipientRole.Dcs, "Items 1.2 to 1.7", "Items 2.1 to 6.3", "Items 7.1 to 7.6 for each child")]
    [InlineData(RecipientRole.Icb, "Items 1.2 to 1.7", "Items 5.1, and what else health holds of items 2.1 to 6.3", "Items 7.1 to 7.6 for each child")]
    [InlineData(RecipientRole.Lano, "(items 7.1 to 7.6)")]
    public async Task AnnexA_OfAnotherEdition_IsAskedForByItsOwnItems(RecipientRole role, params string[] words)
    {
        var planned = SampleInspection.Planned(held: new Editions([Other]));

        (await WriteAsync(planned, role == RecipientRole.Lano ? "lano-invitation" : "notification", role)).Says(words);
    }

    [Fact]
    public async Task Publication_HeldByAComplaint_FollowsByAsManyWorkingDaysAsTheEditionSays()
    {
        var shared = SampleInspection.Planned(held: new Editions([Other]))
            .With(new Notified(SampleInspection.At(2025, 9, 8)))
            .With(new OnSiteStarted(SampleInspection.At(2025, 9, 22)))
            .With(new OnSiteEnded(SampleInspection.At(2025, 9, 26, 17)))
            .With(new DraftReportShared(SampleInspection.At(2025, 10, 16)))
            .With(new FinalReportShared(SampleInspection.At(2025, 11, 7), new Outcome.WidespreadFailings("Fictional Council")))
            .With(new ComplaintReceived(SampleInspection.At(2025, 11, 10)));

        (await WriteAsync(shared, "complaint-received", RecipientRole.Dcs))
            .Says("It will be published 1 working day after the complaint is resolved, but not earlier than 1 working day after the last day for a complaint");
    }

    [Fact]
    public async Task Plan_ThatALetterMayRequire_IsDueInAsManyWorkingDaysAsTheEditionSays()
    {
        var shared = SampleInspection.Planned(InspectionKind.Monitoring, held: new Editions([Other]));

        (await WriteAsync(shared, "final-shared", RecipientRole.Dcs)).Says("submits the plan to Ofsted and CQC within 40 working days of receiving the letter");
    }

    private static async Task<ComposedNotice> WriteAsync(SampleInspection inspection, string template, RecipientRole to)
    {
        await using var services = Composing.Host();
        return await services.GetRequiredService<NoticeComposer>().PreviewAsync(inspection.Request(template, to), TestContext.Current.CancellationToken);
    }

    private static FrameworkEdition Counted(FrameworkEdition edition, params (string Step, int Days)[] others) => edition with
    {
        Types =
        [
            .. edition.Types.Select(type => type with
            {
                Steps =
                [
                    .. type.Steps.Select(row => others.FirstOrDefault(other => other.Step == row.Key) is { Step: not null, Days: var days }
                        ? row with { Due = (WorkingDaysAfter)row.Due with { Count = days } }
                        : row),
                ],
            }),
        ],
    };
}
