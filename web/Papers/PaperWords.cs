using AreaSend.Core;
using AreaSend.Core.Inspections;
using AreaSend.Core.Rules;
using AreaSend.Core.Timetables;

namespace AreaSend.Web.Papers;

/// <summary>Papers in words.</summary>
internal static class PaperWords
{
    /// <summary>The kind in the words of a kind of inspection: a letter where there is no report.</summary>
    public static string Title(this PaperKind kind, InspectionType type) => type.Product.Say(kind.Title);

    /// <summary>Whose it is, as in "Given to …".</summary>
    public static string ReadersInWords(this PaperKind kind) =>
        kind.Readers.Contains(RecipientRole.Lano)
            ? "the nominated officer, the director of children’s services and the chief executive of the integrated care board, in their rooms"
            : "the director of children’s services and the chief executive of the integrated care board, on their page";

    public static string Show(this PaperState state) => state switch
    {
        PaperState.BeingChecked => "Being checked",
        PaperState.Given => "Here",
        PaperState.Missing => "Missing",
        PaperState.Replaced => "Replaced",
        PaperState.Withdrawn => "Withdrawn",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };

    public static string Colour(this PaperState state) => state switch
    {
        PaperState.BeingChecked => "light-blue",
        PaperState.Given => "green",
        PaperState.Missing => "red",
        _ => "grey",
    };
}
