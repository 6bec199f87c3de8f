using System.Data.Common;
using AreaSend.Functions.Hosting;
using AreaSend.Services.Store;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
if (EngineServices.IsSandbox(builder.Configuration))
{
    builder.UseMiddleware<SandboxPresent>();
}

builder.Services.AddEngineServices(builder.Configuration, builder.Environment.ContentRootPath);
builder.Services.AddTelemetry(builder.Configuration);
var app = builder.Build();
try
{
    await app.Services.GetRequiredService<StoreDatabase>().RefuseNewerAsync();
}
catch (NewerStoreException newer)
{
    await Console.Error.WriteLineAsync(newer.Message);
    return 1;
}
catch (DbException)
{
    // The database is away: the functions say so as they are called.
}

await app.RunAsync();
return 0;
