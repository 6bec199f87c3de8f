namespace AreaSend.Infra.Tests;

/// <summary>Each identity has the least role on the smallest thing.</summary>
public class AccessTests(Deployed deployed)
{
    private const string BlobDataOwner = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b";
    private const string BlobDataContributor = "ba92f5b4-2d11-453d-a403-e96b0029c9fe";
    private const string BlobDelegator = "db58b8e5-c6ad-4a2a-8342-4190687cbf4a";
    private const string QueueDataContributor = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
    private const string QueueMessageSender = "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a";
    private const string TableDataContributor = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3";
    private const string VaultCryptoUser = "12338af0-0e14-4627-93fc-d0b6abb2d6f9";
    private const string VaultSecretsUser = "4633458b-17de-408a-b874-0445c86b69e6";
    private const string DurableTaskDataContributor = "0ad04412-c4d5-4796-b79c-f76d14c8d402";
    private const string MetricsPublisher = "3913510d-42f4-4e42-8a64-420c390055eb";
    private const string AcrPull = "7f951dda-4ed3-4680-a7ca-43fe172d538d";

    [Fact]
    public void Functions_Roles_AreTheseAlone() =>
        Assert.Equal(
            new[] { BlobDataContributor, BlobDataOwner, BlobDataOwner, MetricsPublisher, QueueDataContributor, QueueDataContributor, TableDataContributor, VaultSecretsUser }.Order(),
            RolesOf("outputs.functionsName.value"));

    /// <summary>Durable Functions on Azure Storage writes blobs, queues and tables of the runtime account, and nobody else may.</summary>
    [Fact]
    public void Functions_OnRuntimeStorage_MayKeepOrchestrations()
    {
        var runtime = Assignments.Where(each => each.Json["id"]!.GetValue<string>().Contains("runtimeStorage-", StringComparison.Ordinal)).ToArray();

        var functions = runtime.Where(each => each.Text("properties.principalId")!.Contains("outputs.functionsName.value", StringComparison.Ordinal)).Select(RoleOf);
        Assert.Equal(new[] { BlobDataOwner, QueueDataContributor, TableDataContributor }.Order(), functions.Order());
        Assert.Equal(QueueMessageSender, RoleOf(Assert.Single(runtime, each => each.Text("properties.principalId")!.Contains("outputs.webName.value", StringComparison.Ordinal))));
    }

    [Fact]
    public void Scheduler_WhereItIsChosen_LetsTheFunctionsIn()
    {
        var chosen = deployed.OfType(Deployed.WithScheduler, "Microsoft.Authorization/roleAssignments");

        Assert.Equal(Assignments.Count + 1, chosen.Count);
        var role = Assert.Single(chosen, each => RoleOf(each) == DurableTaskDataContributor);
        Assert.Contains("outputs.functionsName.value", role.Text("properties.principalId"), StringComparison.Ordinal);
        Assert.Contains("/taskHubs/", role.Json["id"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Web_Roles_AreTheseAlone() =>
        Assert.Equal(
            new[] { AcrPull, BlobDataContributor, BlobDataOwner, BlobDataOwner, BlobDelegator, MetricsPublisher, QueueMessageSender, VaultCryptoUser }.Order(),
            RolesOf("outputs.webName.value"));

    /// <summary>Deleting a version takes an owner: of the two containers that documents lie in, and of no account and no checkpoint.</summary>
    [Fact]
    public void Web_OwnsTheContainersOfDocumentsAlone()
    {
        var web = Assignments.Where(each => each.Text("properties.principalId")!.Contains("outputs.webName.value", StringComparison.Ordinal)).ToArray();

        Assert.Equal(["documents", "quarantine"], web.Where(each => RoleOf(each) == BlobDataOwner).Select(ContainerOf).Order());
        Assert.Equal("checkpoints", ContainerOf(Assert.Single(web, each => RoleOf(each) == BlobDataContributor)));
        Assert.Contains("Microsoft.KeyVault/vaults/keys", Assert.Single(web, each => RoleOf(each) == VaultCryptoUser).Json["id"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Web_WhereItSendsLinksToRooms_MayReadThatOneKeyOfTheMailService()
    {
        var more = deployed.OfType(Deployed.WithGettingReady, "Microsoft.Authorization/roleAssignments").Single(each => RoleOf(each) == VaultSecretsUser && each.Text("properties.principalId")!.Contains("outputs.webName.value", StringComparison.Ordinal));

        Assert.Contains("'sendgrid-api-key'", more.Json["id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("Microsoft.KeyVault/vaults/secrets", more.Json["id"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Topics_Roles_AreToKeepDeadLettersAndToSendVerdictsToTheirQueue()
    {
        var topics = Assignments.Where(each => each.Text("properties.principalId")!.Contains("Microsoft.EventGrid", StringComparison.Ordinal)).ToArray();

        Assert.Equal(new[] { BlobDataContributor, BlobDataContributor, QueueMessageSender }.Order(), topics.Select(RoleOf).Order());
        var verdicts = Assert.Single(topics, each => RoleOf(each) == QueueMessageSender);
        Assert.Contains("Microsoft.EventGrid/topics", verdicts.Text("properties.principalId"), StringComparison.Ordinal);
        Assert.Contains("'malware-verdicts'", verdicts.Json["id"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("queueServices/queues', reference(", verdicts.Json["id"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Assignments_All_BelongToSomebodyNamed() =>
        Assert.Equal(Assignments.Count, RolesOf("outputs.functionsName.value").Count() + RolesOf("outputs.webName.value").Count() + 3);

    [Fact]
    public void Assignments_All_AreForIdentitiesOnOneResource() =>
        Assert.All(Assignments, each =>
        {
            Assert.Equal("ServicePrincipal", each.Text("properties.principalType"));
            Assert.Contains("Microsoft.", each.Json["id"]!.GetValue<string>().Split("Microsoft.Authorization")[0], StringComparison.Ordinal);
        });

    private IReadOnlyList<Resource> Assignments => deployed.OfType("prod", "Microsoft.Authorization/roleAssignments");

    private IEnumerable<string> RolesOf(string principal) =>
        Assignments.Where(each => each.Text("properties.principalId")!.Contains(principal, StringComparison.Ordinal)).Select(RoleOf).Order();

    private static string ContainerOf(Resource assignment) =>
        Array.Find(["documents", "quarantine", "checkpoints"], name => assignment.Json["id"]!.GetValue<string>().Contains($"'{name}'", StringComparison.Ordinal))!;

    private static string RoleOf(Resource assignment) => assignment.Text("properties.roleDefinitionId")!.Split('/')[^1].TrimEnd('\'', ')', ']');
}
