using AreaSend.Services.GettingReady.Audits;
using AreaSend.Web.Components.Forms;

namespace AreaSend.Web.GettingReady.Audits;

/// <summary>What somebody answered about the criteria of one section.</summary>
internal sealed class SectionForm
{
    public static IReadOnlyList<Choice> Choices { get; } = [.. Enum.GetValues<AuditGrade>().Select(grade => new Choice(grade.ToString(), grade.Show()))];

    /// <summary>By the criterion's key.</summary>
    public Dictionary<string, string?> Grades { get => field ??= []; set; }

    /// <summary>By the criterion's key.</summary>
    public Dictionary<string, string?> Comments { get => field ??= []; set; }

    /// <summary>The section to go on to; null to go back to the audit.</summary>
    public string? Then { get; set; }

    public static string GradeOf(AuditCriterion criterion) => $"Form.Grades[{criterion.Key}]";

    public static string CommentOf(AuditCriterion criterion) => $"Form.Comments[{criterion.Key}]";

    /// <summary>What an auditor has said already, to fill the form with.</summary>
    public static SectionForm Of(AuditState audit, AuditRound round, AuditSection section)
    {
        var form = new SectionForm();
        foreach (var criterion in section.Asked)
        {
            if (audit.Find(round, criterion.Key) is { } row)
            {
                (form.Grades[criterion.Key], form.Comments[criterion.Key]) = (row.Grade.ToString(), row.Comment);
            }
        }

        return form;
    }

    /// <summary>What was meant, or null after saying at each field what to put right.</summary>
    public IReadOnlyList<GradeEntry>? Read(AuditSection section, FormErrors errors)
    {
        List<GradeEntry> entries = [.. section.Asked.Select(criterion => Read(criterion, errors))];
        return errors.Any ? null : entries;
    }

    private GradeEntry Read(AuditCriterion criterion, FormErrors errors)
    {
        if (!Enum.TryParse<AuditGrade>(Grades.GetValueOrDefault(criterion.Key), out var grade) || !Enum.IsDefined(grade))
        {
            errors.Add(GradeOf(criterion), $"Select a grade: {criterion.Short}");
            grade = AuditGrade.Met;
        }

        var comment = errors.OptionalText(CommentOf(criterion), Comments.GetValueOrDefault(criterion.Key), "a comment", RequiredText.Passage);
        if (comment.Length == 0 && grade is AuditGrade.PartlyMet or AuditGrade.NotMet)
        {
            errors.Add(CommentOf(criterion), $"Enter what is missing: {criterion.Short}");
        }
        else if (ChildNumber.In(comment) is { } number)
        {
            errors.Add(CommentOf(criterion), $"Take out what looks like {number}: {criterion.Short}");
        }

        return new GradeEntry(criterion.Key, grade, comment);
    }
}
