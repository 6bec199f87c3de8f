using NodaTime;

namespace AreaSend.Services.ReferenceData;

/// <summary>The files of <c>data/</c> that travel inside this assembly, so that a fresh machine knows them before it has read anything.</summary>
public static class ShippedFile
{
    /// <summary>The day on which <see cref="BankHolidays"/> was taken from the feed.</summary>
    public static readonly LocalDate BankHolidaysAsOf = new(2026, 2, 25);

    /// <summary>The bank holidays from 2012 on in the form of GOV.UK's feed, JSON: its own years, merged with those that it has dropped.</summary>
    public static string BankHolidays() => Read("bank-holidays.json");

    internal static string Read(string name)
    {
        using var stream = typeof(ShippedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
