using System.Collections.Concurrent;

namespace AreaSend.Services.Areas;

/// <summary>
/// Something that is remembered between requests and was made of many inspections: one for each sight, so that nobody is shown what was made for somebody who
/// sees more. There are as many as there are regions, and combinations of them that somebody is limited to.
/// </summary>
internal sealed class BySight<T>
    where T : class
{
    private readonly ConcurrentDictionary<string, T> _remembered = new();

    /// <summary>What is remembered for the sight of this moment; null for nothing.</summary>
    public T? Value
    {
        get => _remembered.GetValueOrDefault(Key);
        set => _remembered[Key] = value!;
    }

    private static string Key => Sight.Current.Text ?? "";
}
