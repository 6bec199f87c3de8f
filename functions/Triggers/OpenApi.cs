using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace AreaSend.Functions.Triggers;

/// <summary>The description of this interface, by OpenAPI 3.1. It tells nothing about any inspection, and needs no key.</summary>
internal sealed class OpenApi
{
    private const string Resource = "openapi.json";

    [Function(nameof(OpenApi))]
    public static IActionResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request) =>
        new FileStreamResult(typeof(OpenApi).Assembly.GetManifestResourceStream(Resource)!, "application/json");
}
