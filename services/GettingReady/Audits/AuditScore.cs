namespace AreaSend.Services.GettingReady.Audits;

/// <summary>How much of what applies is met: a criterion met counts 1, one met in part a half.</summary>
public static class AuditScore
{
    /// <summary>0 to 1; null where nothing applies.</summary>
    public static double? Of(IEnumerable<AuditGrade> grades)
    {
        List<AuditGrade> applying = [.. grades.Where(grade => grade != AuditGrade.NotApplicable)];
        return applying.Count == 0 ? null : applying.Average(grade => grade switch { AuditGrade.Met => 1.0, AuditGrade.PartlyMet => 0.5, _ => 0.0 });
    }
}
