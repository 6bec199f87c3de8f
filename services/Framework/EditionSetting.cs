using AreaSend.Core.Timetables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Framework;

/// <summary>The settings about editions: which one new inspections are planned under, and what of them somebody has confirmed.</summary>
public static class EditionSetting
{
    /// <summary>
    /// The identifier of the edition that new inspections are planned under, for instance <c>area-send-2024-01-30</c>; without it they take the
    /// one in force on their notification day, among those that are confirmed whole.
    /// </summary>
    public const string Name = "AreaSend:Framework:Edition";

    /// <summary>A file of rows that are confirmed; none without it.</summary>
    public const string Confirmations = "AreaSend:Framework:Confirmations";

    /// <summary>The editions that come with AreaSend, by this configuration.</summary>
    /// <exception cref="OptionsValidationException">It names an edition that is not held, or a file that cannot be taken: each fault in a sentence.</exception>
    public static Editions Editions(IConfiguration? configuration)
    {
        var editions = Confirmed(configuration?[Confirmations]);
        try
        {
            return editions.Naming(configuration?[Name]);
        }
        catch (ArgumentException unknown)
        {
            throw new OptionsValidationException(Name, typeof(Editions), [$"{unknown.Message} Check the setting {Name}."]);
        }
    }

    private static Editions Confirmed(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return Core.Timetables.Editions.Shipped;
        }

        var (editions, faults) = ConfirmationFile.Apply(Core.Timetables.Editions.Shipped, path);
        return faults.Count == 0 ? editions
            : throw new OptionsValidationException(Confirmations, typeof(Editions), faults.Select(fault => $"{path}, which {Confirmations} names: {fault}"));
    }
}
