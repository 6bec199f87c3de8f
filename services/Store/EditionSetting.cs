using AreaSend.Core.Timetables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Store;

/// <summary>The setting that names the edition which new inspections are planned under; without it they take the one in force on their notification day.</summary>
public static class EditionSetting
{
    /// <summary>Where it stands: the identifier of an edition, for instance <c>area-send-2024-01-30</c>.</summary>
    public const string Name = "AreaSend:Framework:Edition";

    /// <summary>The editions that come with AreaSend, by this configuration.</summary>
    /// <exception cref="OptionsValidationException">It names an edition that is not held.</exception>
    public static Editions Editions(IConfiguration? configuration)
    {
        try
        {
            return Core.Timetables.Editions.Shipped.Naming(configuration?[Name]);
        }
        catch (ArgumentException unknown)
        {
            throw new OptionsValidationException(Name, typeof(Editions), [$"{unknown.Message} Check the setting {Name}."]);
        }
    }
}
