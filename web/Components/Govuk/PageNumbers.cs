namespace AreaSend.Web.Components.Govuk;

/// <summary>Which numbers a pagination shows: the first, the last, and the neighbours of the page one is on.</summary>
internal static class PageNumbers
{
    /// <summary>Numbers in order; null where some are left out.</summary>
    public static IEnumerable<int?> Around(int page, int pages)
    {
        var last = 0;
        foreach (var number in Enumerable.Range(1, pages).Where(number => number == 1 || number == pages || Math.Abs(number - page) <= 1))
        {
            if (number > last + 1)
            {
                yield return null;
            }

            yield return number;
            last = number;
        }
    }
}
