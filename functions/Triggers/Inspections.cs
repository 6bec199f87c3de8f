using AreaSend.Services.Engine.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace AreaSend.Functions.Triggers;

/// <summary>A list of inspections, by filter and page. It opens with a function key.</summary>
internal sealed class Inspections(CaseViews cases)
{
    [Function(nameof(Inspections))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "inspections")] HttpRequest request,
        CancellationToken cancellation) =>
        CaseFilter.Read(name => request.Query[name], out var because) is { } filter
            ? new OkObjectResult(await cases.ListAsync(filter, cancellation))
            : new BadRequestObjectResult(new Refusal(because));
}
