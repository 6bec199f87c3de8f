namespace AreaSend.Architecture.Tests;

/// <summary>What no room of the house may do, for the rules to find.</summary>
internal static class BreaksEveryRuleManager
{
    public static string Report() => $"{DateTime.UtcNow} {SystemClock.Instance.GetCurrentInstant()} {File.Exists("report.txt")}";
}
