using AreaSend.Services.Sandbox;
using AreaSend.Web.Security;
using AreaSend.Web.SignIn;

namespace AreaSend.Web.Sandbox;

/// <summary>The HTML part of an e-mail as a page of its own: it may have styles of its own, and runs nothing.</summary>
internal static class MailHtml
{
    public static void MapSandboxMail(this WebApplication app)
    {
        if (app.Services.GetService<SandboxOutbox>() is not { } outbox)
        {
            return;
        }

        app.MapGet("/sandbox/outbox/{file}/html", async (string file, HttpContext context, CancellationToken cancellation) =>
        {
            if (await outbox.FindAsync(file, cancellation) is not { Html: { } html })
            {
                return Results.NotFound();
            }

            context.Features.Set(new ShownEmail());
            return Results.Content(html, "text/html; charset=utf-8");
        }).RequireAuthorization(Policies.Coordinator);
    }
}
