using AreaSend.Lists.Codes;
using AreaSend.Lists.Dates;
using AreaSend.Lists.Headers;
using NodaTime;

namespace AreaSend.Lists;

/// <summary>One child's row, by the template's columns. Refilled for every row, like the row it looks at.</summary>
public sealed class ListRecord
{
    private readonly ListHeader _header;
    private readonly SheetRow _row;
    private readonly DateReading[] _dates = new DateReading[ListTemplate.ColumnCount];

    internal ListRecord(PersonList list, ListHeader header, SheetRow row, LocalDate asAt, LocalDate today, bool isPlainText)
    {
        List = list;
        AsAt = asAt;
        Today = today;
        IsPlainText = isPlainText;
        _header = header;
        _row = row;
    }

    /// <summary>The list that the row belongs to.</summary>
    public PersonList List { get; }

    /// <summary>The row's number as Excel shows it.</summary>
    public int Row => _row.Number;

    /// <summary>The age in whole years on the date that the list represents; null without a date of birth or before it.</summary>
    public int? Age { get; private set; }

    internal LocalDate AsAt { get; }

    internal LocalDate Today { get; }

    /// <summary>Whether the list comes from a file that holds nothing but text, where a date in writing is as it should be.</summary>
    internal bool IsPlainText { get; }

    /// <summary>The cell of the column; blank where the list lacks the column.</summary>
    public Cell this[ListColumn column] => _row[_header.PlaceOf(column)];

    /// <summary>The code in the column, or null when it is blank or outside the set.</summary>
    public Code? CodeIn(ListColumn column) => CodeSets.Of(column)?.Find(this[column].Text);

    internal bool Has(ListColumn column) => _header.PlaceOf(column) >= 0;

    /// <summary>Whether the list has the column and the row leaves it blank: a column that is not there is told once, not on every row.</summary>
    internal bool LeavesBlank(ListColumn column) => Has(column) && this[column].IsBlank;

    internal bool Gives(ListColumn column) => !this[column].IsBlank;

    internal DateReading DateIn(ListColumn column) => _dates[(int)column];

    /// <summary>Reads what several rules ask of the row that has just been filled.</summary>
    internal void Refresh()
    {
        ReadDate(ListColumn.DateOfBirth);
        ReadDate(ListColumn.PlanIssued);
        ReadDate(ListColumn.PlanUpdated);
        ReadDate(ListColumn.PlanReviewed);
        Age = AgeAt(AsAt);
    }

    private void ReadDate(ListColumn column) => _dates[(int)column] = DateReading.Of(this[column], _row.Uses1904);

    /// <summary>A child born on 29 February is a year older on 1 March of other years, as in English law.</summary>
    private int? AgeAt(LocalDate day)
    {
        var birth = DateIn(ListColumn.DateOfBirth);
        if (!birth.IsKnown || birth.Date > day)
        {
            return null;
        }

        var born = birth.Date;
        var hadBirthday = day.Month > born.Month || (day.Month == born.Month && day.Day >= born.Day);
        return day.Year - born.Year - (hadBirthday ? 0 : 1);
    }
}
