using AreaSend.Services.GettingReady;
using AreaSend.Services.Mail;
using AreaSend.Web.GettingReady.Audits;
using AreaSend.Web.Hosting;
using Microsoft.Extensions.Options;

namespace AreaSend.Web.GettingReady;

/// <summary>The rooms in which areas get ready, in the host.</summary>
internal static class ReadyRoom
{
    private const string FromInSandbox = "getting-ready@example.org";

    public static IServiceCollection AddReadyRoom(this IServiceCollection services, HostSettings settings)
    {
        services.AddGettingReady();
        services.AddSingleton<TrialResults>();
        services.AddHostedService<ReadyKeepingRounds>();
        services.AddOptions<ReadyOptions>().PostConfigure<IOptions<MailOptions>>((room, mail) => room.From =
            settings.Sandbox && room.From.Length == 0 ? FromInSandbox

            // Files in a folder reach nobody: outside the sandbox a link would be promised that never comes.
            : !settings.Sandbox && mail.Value.Sender == MailOptions.FolderSender ? ""
            : room.From);
        return services.AddReadySignIn();
    }

    public static void MapReadyRoom(this IEndpointRouteBuilder app)
    {
        app.MapListTrial();
        app.MapAuditExport();
    }
}
