using AreaSend.Services.Mail;
using AreaSend.Services.Uploads;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Keeping;

/// <summary>Removes what lies outside of the database: blobs with all their versions and snapshots, and the files of e-mails.</summary>
public sealed class RemovedOutside(DocumentBlobs blobs, IOptions<MailOptions> mail)
{
    private const string Blob = "blob:";
    private const string Mails = "mail:";

    internal static string BlobsOf(string blobName) => Blob + blobName;

    internal static string MailOf(Guid inspection) => $"{Mails}{inspection:D}";

    /// <summary>Removes what can be removed.</summary>
    /// <param name="left">What is to go.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What storage still holds: an account that keeps deleted blobs for a while lets go of them by itself.</returns>
    internal async Task<List<string>> RemoveAsync(IReadOnlyList<string> left, CancellationToken cancellation)
    {
        var still = new List<string>();
        foreach (var name in left)
        {
            var isGone = name.StartsWith(Blob, StringComparison.Ordinal)
                ? await blobs.RemoveAllAsync(name[Blob.Length..], cancellation)
                : RemoveMail(name[Mails.Length..]);
            if (!isGone)
            {
                still.Add(name);
            }
        }

        return still;
    }

    // Files are named after the keys of their e-mails, which begin with the inspection.
    private bool RemoveMail(string inspection)
    {
        if (Directory.Exists(mail.Value.Folder))
        {
            foreach (var file in Directory.EnumerateFiles(mail.Value.Folder, $"{inspection}_*.eml"))
            {
                File.Delete(file);
            }
        }

        return true;
    }
}
