namespace AreaSend.Web.Planning;

/// <summary>A plan for many areas: a file first, then its text with the confirmation.</summary>
internal sealed class ImportForm
{
    public const string Commit = "plan";

    /// <summary>The text whose preview was on the page.</summary>
    public string? Text { get; set; }

    /// <summary>What that preview showed.</summary>
    public string? Previewed { get; set; }

    /// <summary>Which button was pressed.</summary>
    public string? Intent { get; set; }
}
