using AreaSend.Services.Store;
using AreaSend.Services.Uploads.Lists;
using Microsoft.EntityFrameworkCore;

namespace AreaSend.Services.Uploads.Ingesting;

/// <summary>What is stored in the transaction that decides on a document.</summary>
internal static class DecisionRows
{
    /// <summary>The findings in its lists, and, once it is accepted, that it has taken the place of an earlier version.</summary>
    public static async Task AlongsideAsync(StoreContext context, Document document, Finding finding)
    {
        ListFindings.Keep(context, document.Id, finding.Lists);
        await ReplaceAsync(context, document);
    }

    /// <summary>That a document has taken the place of an earlier version, once it is accepted.</summary>
    public static async Task ReplaceAsync(StoreContext context, Document document)
    {
        if (document is { State: DocumentState.Accepted, Replaces: { } earlier }
            && await context.Set<Document>().SingleOrDefaultAsync(row => row.Id == earlier) is { ReplacedBy: null } replaced)
        {
            replaced.ReplacedBy = document.Id;
            replaced.Version++;
        }
    }
}
