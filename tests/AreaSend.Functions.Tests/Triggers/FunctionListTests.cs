using System.Reflection;
using AreaSend.Functions.Orchestrations;
using Microsoft.Azure.Functions.Worker;

namespace AreaSend.Functions.Tests.Triggers;

/// <summary>What the app offers to the platform: <c>infra/</c> and the runbook count on these names.</summary>
public class FunctionListTests
{
    private static readonly IReadOnlyList<MethodInfo> Functions =
    [
        .. from type in typeof(InspectionOrchestrator).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           where method.GetCustomAttribute<FunctionAttribute>() is not null
           select method,
    ];

    [Theory]
    [InlineData("orchestration", "FollowUp InspectionOrchestrator PlanChain ReportChain ThreeWeekTimeline")]
    [InlineData("activity", "Advance Disseminate ScanUpload SendNotice")]
    [InlineData("queue inspection-changed of AzureWebJobsStorage", "InspectionChanged")]
    [InlineData("queue malware-verdicts of Uploads", "MalwareVerdict")]
    [InlineData("timer", "Keeping Reconcile RefreshBankHolidays Retention SweepUploads")]
    [InlineData("blob", "AnnexAUploaded")]
    [InlineData("http", "EmailEvents InspectionStatus Inspections NotifyReceipts OpenApi StatusForConsole")]
    public void Functions_OfEachTrigger_AreThese(string trigger, string names)
    {
        var found = Functions.Where(method => TriggerOf(method) == trigger).Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);
        Assert.Equal(names.Split(' '), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Functions_EachHasATriggerOfThese() => Assert.All(Functions, method => Assert.NotEqual("none", TriggerOf(method)));

    // What needs no key says nothing about any inspection, or knows its caller by a signature or an identity.
    [Fact]
    public void Http_WithoutKey_KnowsItsCallerOrTellsNothing()
    {
        var open = Functions.Where(method => Find<HttpTriggerAttribute>(method) is { AuthLevel: AuthorizationLevel.Anonymous });
        Assert.Equal(["EmailEvents", "NotifyReceipts", "OpenApi", "StatusForConsole"], open.Select(method => method.DeclaringType!.Name).Order(StringComparer.Ordinal));
    }

    private static string TriggerOf(MethodInfo method) =>
        Find<OrchestrationTriggerAttribute>(method) is not null ? "orchestration"
        : Find<ActivityTriggerAttribute>(method) is not null ? "activity"
        : Find<QueueTriggerAttribute>(method) is { } queue ? $"queue {queue.QueueName} of {queue.Connection}"
        : Find<TimerTriggerAttribute>(method) is not null ? "timer"
        : Find<BlobTriggerAttribute>(method) is { BlobPath: "quarantine/{name}", Connection: "Uploads", Source: BlobTriggerSource.EventGrid } ? "blob"
        : Find<HttpTriggerAttribute>(method) is not null ? "http"
        : "none";

    private static TAttribute? Find<TAttribute>(MethodInfo method)
        where TAttribute : Attribute => method.GetParameters().Select(parameter => parameter.GetCustomAttribute<TAttribute>()).FirstOrDefault(found => found is not null);
}
