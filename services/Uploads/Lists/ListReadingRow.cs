using AreaSend.Lists;
using NodaTime;

namespace AreaSend.Services.Uploads.Lists;

/// <summary>A person-level list in a document, as it was read: the head of its report.</summary>
public sealed class ListReadingRow
{
    /// <summary>The document.</summary>
    public required Guid Document { get; init; }

    /// <summary>Which list.</summary>
    public required PersonList List { get; init; }

    /// <summary>Its place in the document, from 0.</summary>
    public required int Place { get; init; }

    /// <summary>The sheet's name.</summary>
    public required string Sheet { get; init; }

    /// <summary>The row that names the columns.</summary>
    public required int HeaderRow { get; init; }

    /// <summary>How many children and young people it names.</summary>
    public required int Rows { get; init; }

    /// <summary>The date that ages were counted at (¶ 199).</summary>
    public required LocalDate AsAt { get; init; }

    /// <summary>Whether the list itself says that date.</summary>
    public required bool SaysAsAt { get; init; }

    /// <summary>What its reader should know that is no finding, in sentences.</summary>
    public required List<string> Notes { get; init; }
}

/// <summary>The findings of one rule in one column of a list: positions and kinds of value, never a value.</summary>
public sealed class ListFindingRow
{
    /// <summary>The document.</summary>
    public required Guid Document { get; init; }

    /// <summary>Which list.</summary>
    public required PersonList List { get; init; }

    /// <summary>The place of the group in the report, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The template's name of the column, or its letter.</summary>
    public required string Column { get; init; }

    /// <summary>The column's letter; null where the sheet lacks it.</summary>
    public string? Letter { get; init; }

    /// <summary>How many findings there are.</summary>
    public required int Count { get; init; }

    /// <summary>The first of them: <c>row:kind:other row</c>, with spaces between.</summary>
    public required string Places { get; init; }
}
