using AreaSend.Services.Publication;
using AreaSend.Services.Store;
using AreaSend.Web.Inspections;
using AreaSend.Web.Reading;

namespace AreaSend.Web.Publication;

/// <summary>Holds of publication in words.</summary>
internal static class HoldWords
{
    /// <summary>Who reads the reason that is told.</summary>
    public const string ReadBy =
        "Read by: all whose dates move, by e-mail: the director of children’s services, the chief executive of the integrated care board, the nominated officer, the lead inspector and, for what concerns it, the Parent Carer Forum; and everybody with a role here, in the history.";

    /// <summary>"Every report", "Every report in London", "The report on Kent".</summary>
    /// <param name="hold">The hold.</param>
    /// <param name="inspection">The inspection it covers, where it covers one.</param>
    public static string Covers(PublicationHold hold, InspectionRow? inspection) => hold.Scope switch
    {
        HoldScope.Country => "Every report",
        HoldScope.Region => $"Every report in {hold.Region}",
        _ => inspection is null ? "One report" : $"The report on {AreaNames.Of(inspection.Area)}",
    };
}
