using System.Globalization;
using AreaSend.Core.Calendars;
using AreaSend.Services.GettingReady.Audits;
using NodaTime;
using NodaTime.Text;

namespace AreaSend.Web.GettingReady.Audits;

/// <summary>Words and colours for audits.</summary>
internal static class AuditWords
{
    private static readonly LocalDatePattern Month = LocalDatePattern.Create("MMM", CultureInfo.InvariantCulture);

    public static string Show(this AuditGrade grade) => grade switch
    {
        AuditGrade.Met => "Met",
        AuditGrade.PartlyMet => "Partly met",
        AuditGrade.NotMet => "Not met",
        AuditGrade.NotApplicable => "Does not apply",
        _ => throw new ArgumentOutOfRangeException(nameof(grade), grade, null),
    };

    public static string Colour(AuditGrade grade) => grade switch
    {
        AuditGrade.Met => "green",
        AuditGrade.PartlyMet => "yellow",
        AuditGrade.NotMet => "red",
        _ => "grey",
    };

    public static string Show(this AuditStanding standing) => standing switch
    {
        AuditStanding.UnderWay => "Under way",
        AuditStanding.Finished => "Finished",
        AuditStanding.BeingModerated => "Being moderated",
        AuditStanding.Moderated => "Moderated",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    public static string Colour(AuditStanding standing) => standing switch
    {
        AuditStanding.UnderWay => "blue",
        AuditStanding.Finished => "turquoise",
        AuditStanding.BeingModerated => "purple",
        _ => "green",
    };

    /// <summary>A part of 1 as "67%"; a dash where there is none.</summary>
    public static string Percent(double? part) => part is { } known ? $"{Hundredths(known)}%" : "–";

    public static int Hundredths(double part) => (int)Math.Round(part * 100, MidpointRounding.AwayFromZero);

    /// <summary>"Jul to Sep 2026".</summary>
    public static string Quarter(LocalDate first) => $"{Month.Format(first)} to {Month.Format(first.PlusMonths(2))} {first.Year}";

    public static string Day(Instant at) => LondonTime.ShowShort(LondonTime.DateOf(at));
}
