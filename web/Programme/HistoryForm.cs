namespace AreaSend.Web.Programme;

/// <summary>History that somebody brings in: a file first, then its text with the confirmation.</summary>
internal sealed class HistoryForm
{
    /// <summary>The text whose preview was on the page.</summary>
    public string? Text { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Intent { get; set; }
}
