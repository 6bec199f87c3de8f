namespace AreaSend.Lists;

/// <summary>A sheet of a book, or the whole of a text file.</summary>
/// <param name="Name">The sheet's name; for a text file the file's name without its ending, as Excel shows it.</param>
/// <param name="IsHidden">Whether the book hides it.</param>
/// <param name="IsPlainText">Whether it comes from a file that holds nothing but text (CSV), which has no dates, only their writing.</param>
public sealed record SheetInfo(string Name, bool IsHidden = false, bool IsPlainText = false);
