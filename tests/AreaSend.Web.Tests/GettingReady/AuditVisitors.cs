using AreaSend.Services.GettingReady;
using AreaSend.Services.GettingReady.Audits;
using AreaSend.Web.Tests.Shell;

namespace AreaSend.Web.Tests.GettingReady;

/// <summary>Auditors at work, by the pages and by the class behind them.</summary>
internal static class AuditVisitors
{
    public static Task<HttpResponseMessage> BeginAuditAsync(this Visitor visitor, string reference) =>
        visitor.SendAsync("/getting-ready/audits/begin", "begin", ("Form.Reference", reference));

    /// <summary>What is posted to give every criterion of a section the same grade.</summary>
    public static IEnumerable<(string Name, string Value)> Answers(string section, string grade, string comment = "Too little is said") =>
        AuditCriteria.Standard.Find(section)!.Asked.SelectMany(criterion => ((string, string)[])[($"Form.Grades[{criterion.Key}]", grade), ($"Form.Comments[{criterion.Key}]", comment)]);

    /// <summary>A colleague of the director's, let in by them, in the room by the link in the e-mail.</summary>
    public static async Task<Visitor> ColleagueAsync(this EmptyStoreHost host, Visitor director, string area = "888", string name = "Fictional Colleague")
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        await director.SendAsync("/getting-ready/people/add", "person", ("Form.Name", name), ("Form.Email", email));
        return await host.ComeInAsync(await host.LinkToAsync(email));
    }

    public static async Task<ReadyPerson> PersonAsync(this EmptyStoreHost host, string name, string area = "888") =>
        (await host.Get<ReadyAccess>().OfAsync(area)).Single(person => person.Name == name);

    /// <summary>An audit that somebody has begun, graded and finished: each criterion as told, the others met.</summary>
    public static async Task<Guid> AuditAsync(this EmptyStoreHost host, ReadyPerson by, string reference, params (string Criterion, AuditGrade Grade)[] otherwise)
    {
        var audits = host.Get<ReadyAudits>();
        var (audit, refusal) = await audits.BeginAsync(by, reference, await audits.VersionAsync(by.Area));
        Assert.Null(refusal);
        await host.GradeAsync(by, audit!.Value, otherwise);
        return audit.Value;
    }

    /// <summary>Another person grades the same plan, and finishes.</summary>
    public static async Task ModerateAsync(this EmptyStoreHost host, ReadyPerson by, Guid audit, params (string Criterion, AuditGrade Grade)[] otherwise)
    {
        Assert.Null(await host.Get<ReadyAudits>().ModerateAsync(by, audit, (await host.Get<ReadyAudits>().FindAsync(by.Area, audit))!.Version));
        await host.GradeAsync(by, audit, otherwise);
    }

    private static async Task GradeAsync(this EmptyStoreHost host, ReadyPerson by, Guid audit, (string Criterion, AuditGrade Grade)[] otherwise)
    {
        var audits = host.Get<ReadyAudits>();
        foreach (var section in AuditCriteria.Standard.Sections)
        {
            var state = (await audits.FindAsync(by.Area, audit))!;
            List<GradeEntry> grades = [.. section.Asked.Select(criterion => new GradeEntry(criterion.Key, Grade(criterion.Key), "Fictional"))];
            Assert.Null(await audits.GradeAsync(by, audit, section, grades, state.VersionOf(state.RoundOf(by)!.Value, section)));
        }

        Assert.Null(await audits.FinishAsync(by, audit, (await audits.FindAsync(by.Area, audit))!.Version));

        AuditGrade Grade(string criterion) => otherwise.Where(one => one.Criterion == criterion).Select(one => one.Grade).FirstOrDefault(AuditGrade.Met);
    }
}
