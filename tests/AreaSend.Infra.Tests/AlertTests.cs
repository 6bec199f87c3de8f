using AreaSend.Testing;

namespace AreaSend.Infra.Tests;

/// <summary>Somebody is told of what must not pass unseen, and the runbook says what to do then.</summary>
public class AlertTests(Deployed deployed)
{
    [Theory]
    [InlineData("missed-wake", "areasend.wake.overdue", 0)]
    [InlineData("dead-notice", "areasend.notices.dead", 1)]
    [InlineData("bounced-statutory-notice", "areasend.notices.statutory_bounced", 0)]
    [InlineData("feed-stale", "areasend.bank_holidays.age_days", 2)]
    [InlineData("reconcile-restarts", "areasend.reconcile.restarts", 2)]
    public void Alert_OfMetric_ReachesSomebodyAndTheRunbook(string name, string metric, int severity)
    {
        var rule = Assert.Single(deployed.OfType("prod", "Microsoft.Insights/scheduledQueryRules"), each => each.Name == $"alert-areasend-prod-{name}");

        Assert.True(rule.Flag("properties.enabled"));
        Assert.Equal(severity, rule.Number("properties.severity"));
        Assert.Contains($"\"{metric}\"", rule.At("properties.criteria.allOf")![0]!["query"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Single(rule.At("properties.actions.actionGroups")!.AsArray());
        Assert.Contains($"`{name}`", Repository.Read("docs/operations.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void ActionGroup_Duty_HasAnAddress() =>
        Assert.Equal("areasend-duty@example.org", Assert.Single(deployed.OfType("prod", "Microsoft.Insights/actionGroups")).At("properties.emailReceivers")![0]!["emailAddress"]!.GetValue<string>());
}
