using AreaSend.Services.Mail;
using AreaSend.Services.Notices;
using AreaSend.Services.Storage;
using AreaSend.Services.Store;
using AreaSend.Web;
using AreaSend.Web.Engine;
using AreaSend.Web.Failures;
using AreaSend.Web.GettingReady;
using AreaSend.Web.Hosting;
using AreaSend.Web.Lano;
using AreaSend.Web.Mail;
using AreaSend.Web.Regions;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;
using AreaSend.Web.SignInLinks;
using AreaSend.Web.Uploads;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;

var builder = WebApplication.CreateBuilder(args);
if (!builder.TryReadHostSettings(args, out var settings, out var refusal))
{
    await Console.Error.WriteLineAsync(refusal);
    return 1;
}

builder.Listen(settings);
builder.AddPublicHosting();
builder.Services.AddKeyRing();
builder.Services.AddSignIn(settings.SignIn, settings.IsSecure);
builder.Services.AddGuests();
builder.Services.AddLanoPortal();
builder.Services.AddReadyRoom(settings);
builder.Services.AddFormSecurity();
builder.Services.AddFailurePages();
builder.Services.AddConsole();

try
{
    builder.AddTelemetry();
    builder.AddStore();
    builder.Services.AddBlobStorage();
    builder.AddUploads();
    builder.Services.AddNotices();
    builder.Services.AddMail();
    builder.AddEngine(settings);
    var app = builder.Build();
    if (settings.Sandbox)
    {
        app.UseLoopbackOnly();
    }
    else
    {
        app.UsePublicHosting(settings);
    }

    app.UseSecurityHeaders(settings.SignsIn ? new Uri(settings.SignIn.Authority) : null);
    app.UseFailurePages();
    app.UseRouting();
    app.UseRoomsNotFound();
    app.UseRateLimiter();
    app.UseSignIn();
    app.UseRegionLimit();
    app.UseFormSecurity();
    app.MapConsole();
    app.MapSignIn(settings.SignIn);
    app.MapEmailEvents();

    // Refuses a port that is taken, before anything is touched.
    _ = app.Services.GetRequiredService<IServer>();
    await app.OpenStoreAsync();
    await app.RunAsync();
    return Environment.ExitCode;
}
catch (Exception refused)
    when (refused is PortTakenException or StoreUnavailableException or StoreInUseException or OtherStoreException or NewerStoreException
        or AzuriteException or OptionsValidationException)
{
    await Console.Error.WriteLineAsync(refused is OptionsValidationException options ? string.Join('\n', options.Failures) : refused.Message);
    return 1;
}
catch (OperationCanceledException)
{
    // Stopped before it had started, by Ctrl-C or by what could not start with it; that has said why.
    return 1;
}
