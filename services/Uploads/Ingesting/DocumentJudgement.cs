using AreaSend.Core.Calendars;
using AreaSend.FileChecks;
using NodaTime;

namespace AreaSend.Services.Uploads.Ingesting;

/// <summary>Says what a document is by what is in it. Nothing is stored.</summary>
internal sealed class DocumentJudgement(UploadLimits limits, IClock clock)
{
    private readonly UploadCheck _check = new(limits);

    /// <summary>What the document is by its content, before anybody reads its lists.</summary>
    public Finding Inspect(Document document, Stream file, CancellationToken cancellation)
    {
        file.Position = 0;
        var verdict = _check.Check(file, document.FileName, cancellation);
        return new Finding(verdict.Refusal, verdict.Bytes, verdict.Sha256, verdict.Kind, []) { PassedOver = verdict.PassedOver };
    }

    /// <summary>What it is, with its lists read.</summary>
    public Finding Judge(Document document, Stream file, CancellationToken cancellation)
    {
        var found = Inspect(document, file, cancellation);
        if (found.Refusal is not null)
        {
            return found;
        }

        file.Position = 0;
        var (reports, refusal) = ListJudgement.Of(document, file, LondonTime.DateOf(clock.GetCurrentInstant()), cancellation);
        return found with { Refusal = refusal, Lists = reports };
    }
}
