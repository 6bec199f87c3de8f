using AreaSend.Services.Background;
using AreaSend.Services.Uploads.Ingesting;

namespace AreaSend.Web.Uploads;

/// <summary>
/// Looks at the start, and then every hour, whether storage still has what was accepted: nobody may find out on the day on which it is wanted.
/// </summary>
internal sealed class LostDocumentRounds(LostDocuments lost, UploadContainers containers, ILogger<LostDocumentRounds> logger) : TimedRounds
{
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task WorkAsync(CancellationToken stopping)
    {
        await containers.Made.WaitAsync(stopping);
        await lost.FindAsync(stopping);
    }

    protected override void Failed(Exception problem) => UploadHostLog.IngestionFailed(logger, problem);
}
