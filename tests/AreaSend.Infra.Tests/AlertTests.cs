using System.Text.RegularExpressions;
using System.Xml;
using AreaSend.Testing;

namespace AreaSend.Infra.Tests;

/// <summary>Somebody is told of what must not pass unseen, and the runbook says what to do then.</summary>
public partial class AlertTests(Deployed deployed)
{
    [Theory]
    [InlineData("missed-wake", "\"areasend.wake.overdue\"", 0)]
    [InlineData("missed-wake-unknown", "\"areasend.wake.overdue\"", 0)]
    [InlineData("dead-notice", "\"areasend.notices.dead\"", 1)]
    [InlineData("bounced-statutory-notice", "\"areasend.notices.statutory_bounced\"", 0)]
    [InlineData("feed-stale", "\"areasend.bank_holidays.age_days\"", 2)]
    [InlineData("feed-stale-unknown", "\"areasend.bank_holidays.age_days\"", 2)]
    [InlineData("reconcile-restarts", "\"areasend.reconcile.restarts\"", 2)]
    [InlineData("poison-message", "\"areasend.queues.poison\"", 1)]
    [InlineData("undelivered-event", "\"/dead-letters/\"", 1)]
    public void Alert_OfEachKind_ReachesSomebodyAndTheRunbook(string name, string looksFor, int severity)
    {
        var rule = Rule(name);

        Assert.True(rule.Flag("properties.enabled"));
        Assert.Equal(severity, rule.Number("properties.severity"));
        Assert.Contains(looksFor, Condition(rule, "query"), StringComparison.Ordinal);
        Assert.Single(rule.At("properties.actions.actionGroups")!.AsArray());
        Assert.Contains($"\n| `{name}` |", Repository.Read("docs/operations.md"), StringComparison.Ordinal);
    }

    /// <summary>Log Analytics takes points in minutes late: a window as long as the time between two looks would miss them for good.</summary>
    [Fact]
    public void Window_OfEveryAlert_IsThreeTimesItsFrequency() =>
        Assert.All(deployed.OfType("prod", "Microsoft.Insights/scheduledQueryRules"), rule =>
            Assert.True(Length(rule, "windowSize") >= 3 * Length(rule, "evaluationFrequency"), rule.Name));

    /// <summary>When nobody runs who writes the metric, there is no row to be above anything: no row at all has to be the alarm.</summary>
    [Theory]
    [InlineData("missed-wake-unknown", 45)]
    [InlineData("feed-stale-unknown", 180)]
    public void Silence_OfWhoeverLooks_IsAnAlarm(string name, int minutes)
    {
        var rule = Rule(name);

        Assert.Equal(("Count", "LessThan", "1"), (Condition(rule, "timeAggregation"), Condition(rule, "operator"), Condition(rule, "threshold")));
        Assert.DoesNotContain("summarize", Condition(rule, "query"), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(minutes), Length(rule, "windowSize"));
    }

    /// <summary>One alert reads what storage writes down of itself, so it has to write that down.</summary>
    [Fact]
    public void Logs_OfStorage_HoldWhatTheAlertLooksFor() =>
        Assert.Single(deployed.OfType("prod", "Microsoft.Insights/diagnosticSettings"), setting =>
            setting.Json["id"]!.GetValue<string>().Contains("/blobServices/default", StringComparison.Ordinal)
            && setting.At("properties.logs")!.AsArray().Any(log => log!["category"]?.GetValue<string>() == "StorageWrite" && log["enabled"]!.GetValue<bool>()));

    /// <summary>An alert about a metric that nobody writes would never fire.</summary>
    [Fact]
    public void Metrics_OfTheAlerts_AreTheOnesThatAreWritten()
    {
        var written = Repository.Read("services/Engine/EngineMetrics.cs");
        var read = deployed.OfType("prod", "Microsoft.Insights/scheduledQueryRules").Select(rule => Metric().Match(Condition(rule, "query"))).Where(match => match.Success).Select(match => match.Value).ToList();

        Assert.All(read, metric => Assert.Contains(metric, written, StringComparison.Ordinal));
        Assert.Equal(Metric().Matches(written).Select(match => match.Value).Order(StringComparer.Ordinal), read.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ActionGroup_Duty_HasAnAddress() =>
        Assert.Equal("areasend-duty@example.org", Assert.Single(deployed.OfType("prod", "Microsoft.Insights/actionGroups")).At("properties.emailReceivers")![0]!["emailAddress"]!.GetValue<string>());

    private Resource Rule(string name) => Assert.Single(deployed.OfType("prod", "Microsoft.Insights/scheduledQueryRules"), each => each.Name == $"alert-areasend-prod-{name}");

    private static string Condition(Resource rule, string name) => rule.At("properties.criteria.allOf")![0]![name]!.ToString();

    [GeneratedRegex("\"areasend\\.[a-z_.]+\"")]
    private static partial Regex Metric();

    private static TimeSpan Length(Resource rule, string name) => XmlConvert.ToTimeSpan(rule.Text($"properties.{name}")!);
}
