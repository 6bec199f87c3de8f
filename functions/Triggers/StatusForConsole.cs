using AreaSend.Functions.Hosting;
using AreaSend.Services.Engine.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AreaSend.Functions.Triggers;

/// <summary>What <see cref="InspectionStatus"/> answers, to the console alone, which is known by its identity and has no key.</summary>
internal sealed class StatusForConsole(CaseViews cases, ConsoleCaller caller)
{
    [Function(nameof(StatusForConsole))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/inspections/{id:guid}/status")] HttpRequest request,
        Guid id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        caller.Asks(request) ? await InspectionStatus.AnswerAsync(cases, id, client, cancellation) : new UnauthorizedResult();
}
