using AreaSend.FileChecks.Archives;

namespace AreaSend.FileChecks;

/// <summary>
/// Decides whether inspectors may have a file, by its content; its name must only agree. The file is never opened by a program that would run what is in it,
/// nothing it points at is fetched, and memory does not grow with it: whatever is packed is inflated piece by piece and counted.
/// </summary>
public sealed class UploadCheck(UploadLimits limits)
{
    /// <summary>Checks one upload and takes its fingerprint.</summary>
    /// <param name="content">The file; seekable, left open.</param>
    /// <param name="fileName">Its name as the LANO gave it: data, never a path.</param>
    /// <param name="cancellation">Ends the check between two reads.</param>
    /// <exception cref="OperationCanceledException">The check was ended.</exception>
    public UploadVerdict Check(Stream content, string fileName, CancellationToken cancellation = default)
    {
        var pass = FirstPass.Read(content, cancellation);
        var scope = new CheckScope(limits, new InflationBudget(limits), Depth: 0, cancellation);
        try
        {
            return new UploadVerdict(KindOf(content, fileName, pass, scope), null, pass.Bytes, pass.Sha256) { PassedOver = scope.PassedOver.Count };
        }
        catch (RefusedException refused)
        {
            return new UploadVerdict(null, refused.Refusal, pass.Bytes, pass.Sha256);
        }
        catch (EndOfStreamException)
        {
            return new UploadVerdict(null, Refusals.Damaged, pass.Bytes, pass.Sha256);
        }
    }

    private FileKind KindOf(Stream content, string fileName, FirstPass pass, CheckScope scope)
    {
        if (pass.Bytes > limits.FileBytes)
        {
            throw new RefusedException(Refusals.TooLarge(limits.FileBytes));
        }

        var kind = DocumentCheck.KindOf(content, pass, scope);
        EndingCheck.Require(kind, fileName);
        return kind;
    }
}
