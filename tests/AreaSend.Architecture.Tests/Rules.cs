using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AreaSend.Architecture.Tests;

/// <summary>The rules of the house. Each answers with what breaks it, and with nothing when all is well.</summary>
internal static partial class Rules
{
    private static readonly string[] WallClocks =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System",
    ];

    private static readonly string[] OutsideWorld = ["System.IO.", "System.Net.", "System.Data.", "System.Diagnostics.Process", "Azure.", "Microsoft."];

    // Code attributes that the compiler itself puts on every assembly and every lambda live there.
    private static readonly string[] CompilersOwn = ["Microsoft.CodeAnalysis."];

    /// <summary>Time comes from a NodaTime clock that a test or the sandbox can move, never from the machine.</summary>
    public static IEnumerable<string> ReadsTheWallClock(BuiltRoom room) => room.Members.Intersect(WallClocks);

    /// <summary>The core computes: it reaches for no file, no network, no database and no clock.</summary>
    public static IEnumerable<string> TouchesTheWorld(BuiltRoom room) =>
        room.Types.Where(type => OutsideWorld.Any(type.StartsWith) && !CompilersOwn.Any(type.StartsWith) || type is "NodaTime.IClock" or "NodaTime.SystemClock");

    /// <summary>The core stands on NodaTime and the runtime.</summary>
    public static IEnumerable<string> StandsOnMoreThanNodaTime(BuiltRoom room) =>
        room.Assemblies.Where(name => name != "NodaTime" && !name.StartsWith("System.", StringComparison.Ordinal));

    /// <summary>Arrows point downwards only: a project refers to no room but those it may use.</summary>
    public static IEnumerable<string> RefersUpwards(string projectFile, params string[] mayUse) =>
        XDocument.Parse(projectFile).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Except(mayUse);

    /// <summary>A name says what a thing is, and these words do not.</summary>
    public static IEnumerable<string> NamesThatSayNothing(IEnumerable<string> names) => names.Where(name => SaysNothing().IsMatch(name));

    /// <summary>The time zone has one owner.</summary>
    public static IEnumerable<string> NamesTheTimeZone(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Text.Contains("Europe/London", StringComparison.Ordinal)).Select(file => file.Path);

    [GeneratedRegex("(Manager|Helper|Util|Utility|Utilitie|Common|Base)s?$")]
    private static partial Regex SaysNothing();
}
