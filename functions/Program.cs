using AreaSend.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
if (EngineServices.IsSandbox(builder.Configuration))
{
    builder.UseMiddleware<SandboxPresent>();
}

builder.Services.AddEngineServices(builder.Configuration, builder.Environment.ContentRootPath);
builder.Services.AddTelemetry(builder.Configuration);
await builder.Build().RunAsync();
