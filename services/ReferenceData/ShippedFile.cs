namespace AreaSend.Services.ReferenceData;

/// <summary>The files of <c>data/</c> that travel inside this assembly, so that a fresh machine knows them before it has read anything.</summary>
public static class ShippedFile
{
    /// <summary>The GOV.UK bank-holiday feed, JSON, as it stood when this version was built: the calendar's last known good.</summary>
    public static string BankHolidays() => Read("bank-holidays.json");

    internal static string Read(string name)
    {
        using var stream = typeof(ShippedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
