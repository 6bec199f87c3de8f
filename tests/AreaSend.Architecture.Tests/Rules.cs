using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AreaSend.Core.Timetables;
using AreaSend.Services.Background;
using AreaSend.Services.Store;
using Microsoft.Extensions.Hosting;
using NodaTime;

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

    /// <summary>
    /// Each step's key is written once, among the keys: elsewhere it is named. A word that a step shares with a kind of event, a notice, an anchor or a
    /// page of the console may stand where that other thing has its name.
    /// </summary>
    public static IEnumerable<string> WritesAStepsKey(IEnumerable<SourceFile> files, IReadOnlySet<string> keys) =>
        from file in files
        where file.Path != KeysOfSteps
        from Match literal in Literal().Matches(file.Text)
        let word = literal.Groups[1].Value
        where keys.Contains(word) && !OtherNames.Contains((file.Path, word))
        select $"{file.Path}: \"{word}\"";

    /// <summary>What <see cref="WritesAStepsKey"/> excuses and no file needs.</summary>
    public static IEnumerable<string> ExcusesThatNobodyNeeds(IReadOnlyList<SourceFile> files) => OtherNames
        .Where(excuse => !files.Any(file => file.Path == excuse.File && Literal().Matches(file.Text).Any(literal => literal.Groups[1].Value == excuse.Word)))
        .Select(excuse => $"{excuse.File}: \"{excuse.Word}\"");

    /// <summary>The table of an edition is named by the list of those that are shipped: everything else is given the editions, so that a test can give it others.</summary>
    public static IEnumerable<string> NamesAnEdition(IEnumerable<SourceFile> files) => files
        .Where(file => file.Path != "core/Timetables/Editions.cs" && !TableOfAnEdition().IsMatch(file.Path) && NameOfAnEdition().IsMatch(file.Text))
        .Select(file => file.Path);

    /// <summary>
    /// A line that has to be scrolled to be read. Of C# what stands in quotes does not count, and no markup or table of a raw string: a sentence is easier
    /// to find whole. Of a page or an e-mail everything counts but an address on the web, which cannot be broken.
    /// </summary>
    public static IEnumerable<string> IsTooLong(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.Path.Contains("/Migrations/", StringComparison.Ordinal)
        let isMarkup = file.Path.EndsWith(".razor", StringComparison.Ordinal)
        from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        where line.Text.Length > Longest && (isMarkup || !line.Text.TrimStart().StartsWith('<'))
        where (isMarkup ? WebAddress() : Quoted()).Replace(line.Text, "").Length > Longest
        select $"{file.Path}:{line.Number}";

    /// <summary>
    /// A private field of an object is <c>_field</c>, in a class and in the state of a page alike, so that a reader sees what a method changes. What the
    /// compiler makes is not asked.
    /// </summary>
    public static IEnumerable<string> FieldsWithoutUnderscore(IEnumerable<Type> types) =>
        from type in types
        where !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.IsDefined(typeof(GeneratedCodeAttribute))
        from field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where field.IsPrivate && !field.IsDefined(typeof(CompilerGeneratedAttribute)) && !field.Name.StartsWith('_') && !field.Name.StartsWith('<')
        select $"{type.FullName}.{field.Name}";

    /// <summary>A page asks a class of its folder, or of the services, for what it shows. One that asks the store itself cannot be read, or tested, without it.</summary>
    public static IEnumerable<string> PagesThatAskTheStore(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Path.EndsWith(".razor", StringComparison.Ordinal) && NameOfTheStore().IsMatch(file.Text)).Select(file => file.Path);

    /// <summary>
    /// Facts are recorded in one way, which asks the rules. Beside it the engine appends what its clock brings about, and those who send or serve notices
    /// what becomes of them; the stream alone makes rows of it. Events of a calendar that people subscribe to are no facts.
    /// </summary>
    public static IEnumerable<string> AppendsToAStream(IEnumerable<SourceFile> files) =>
        files.Where(file => !MayAppend.Contains(file.Path) && AppendsEvents().IsMatch(file.Text)).Select(file => file.Path);

    /// <summary>
    /// What is done again and again beside the requests has one base, so that a failed round is said and tried again in one way: nothing else is a background
    /// service.
    /// </summary>
    public static IEnumerable<string> BackgroundServicesOfTheirOwn(IEnumerable<Type> types) => types
        .Where(type => typeof(BackgroundService).IsAssignableFrom(type) && type != typeof(Rounds) && !type.IsSubclassOf(typeof(Rounds)))
        .Select(type => type.FullName!);

    /// <summary>A pause between two tries, outside the base of the rounds, is a loop of one's own.</summary>
    public static IEnumerable<string> WaitsInALoopOfItsOwn(IEnumerable<SourceFile> files) => files
        .Where(file => !file.Path.StartsWith("services/Background/", StringComparison.Ordinal) && !MayWait.Contains(file.Path) && Waits().IsMatch(file.Text))
        .Select(file => file.Path);

    /// <summary>What <see cref="WaitsInALoopOfItsOwn"/> excuses and that does not wait.</summary>
    public static IEnumerable<string> WaitersThatDoNot(IReadOnlyList<SourceFile> files) =>
        MayWait.Where(excuse => !files.Any(file => file.Path == excuse && Waits().IsMatch(file.Text)));

    /// <summary>What is asked over HTTP may be slow or away: each client has the standard handler for that, and none is made by hand without it.</summary>
    public static IEnumerable<string> AsksWithoutResilience(IEnumerable<SourceFile> files) =>
        from file in files
        let clients = ClientAdded().Count(file.Text)
        where clients > ResilienceAdded().Count(file.Text) || ClientMade().IsMatch(file.Text)
        select file.Path;

    // Somebody at a page waits for the durable engine to have done what is due: that is no work of its own.
    private static readonly HashSet<string> MayWait = ["services/Engine/Durable/DurableInspections.cs"];

    /// <summary>What <see cref="AppendsToAStream"/> allows and does not.</summary>
    public static IEnumerable<string> MayAppendAndDoesNot(IReadOnlyList<SourceFile> files) =>
        MayAppend.Where(path => !files.Any(file => file.Path == path && AppendsEvents().IsMatch(file.Text)));

    /// <summary>
    /// The date of the machine decides nothing in a test: it has a clock of its own, <c>TestPresent</c> or a <c>ShiftedClock</c>. Where the machine's has to be
    /// read, the file is named with the reason.
    /// </summary>
    public static IEnumerable<string> ReadsTheMachinesDate(IEnumerable<SourceFile> tests) =>
        tests.Where(file => !MayReadTheMachinesDate.ContainsKey(file.Path) && MachinesDate().IsMatch(file.Text)).Select(file => file.Path);

    /// <summary>What <see cref="ReadsTheMachinesDate"/> excuses and no file needs.</summary>
    public static IEnumerable<string> MayReadTheMachinesDateAndDoesNot(IReadOnlyList<SourceFile> tests) =>
        MayReadTheMachinesDate.Keys.Where(path => !tests.Any(file => file.Path == path && MachinesDate().IsMatch(file.Text)));

    /// <summary>
    /// Who holds a role on a day is said in one place: everything else asks there, and compares no first or last day of a role with another day, nor asks
    /// whether there is a last one. To show a day is no comparison.
    /// </summary>
    public static IEnumerable<string> ComparesDaysOfARole(IEnumerable<Type> types) =>
        from type in types
        where TypesUsed.Outermost(type) != typeof(RoleHolders)
        from method in TypesUsed.Methods(type)
        let used = TypesUsed.MembersIn(method).ToList()
        where used.Any(IsDayOfARole) && (used.Any(IsComparisonOfDays) || used.Any(AsksForALastDay) && !used.Any(ReadsALastDay))
        select $"{TypesUsed.Outermost(type).FullName}: {method.Name}";

    private static bool IsDayOfARole(MemberInfo member) =>
        member.Name is "get_From" or "get_To" && typeof(IInARole).IsAssignableFrom(member.DeclaringType);

    private static bool IsComparisonOfDays(MemberInfo member) =>
        member.DeclaringType == typeof(LocalDate) && (member.Name.StartsWith("op_", StringComparison.Ordinal) && IsComparison(member.Name) || member.Name == "CompareTo");

    private static bool IsComparison(string name) => name.Contains("Than", StringComparison.Ordinal) || name.EndsWith("quality", StringComparison.Ordinal);

    private static bool AsksForALastDay(MemberInfo member) => member.DeclaringType == typeof(LocalDate?) && member.Name == "get_HasValue";

    private static bool ReadsALastDay(MemberInfo member) => member.DeclaringType == typeof(LocalDate?) && member.Name is "get_Value" or "GetValueOrDefault";

    private static readonly HashSet<string> MayAppend =
    [
        "services/Inspections/FactRecording.cs", "services/Engine/InspectionAdvance.cs", "services/Engine/OutboxRunner.cs",
        "services/Engine/NoticeServing.cs", "services/Deliveries/NoticeDeliveries.cs", "services/Store/EventStream.cs",
    ];

    private static readonly Dictionary<string, string> MayReadTheMachinesDate = new()
    {
        ["tests/AreaSend.Testing/ShiftedClock.cs"] = "It is how the date of the machine is taken out of the clocks of tests.",
        ["tests/AreaSend.Testing/SmtpServer.cs"] = "Whoever is shown a certificate asks the machine whether it is still good.",
        ["tests/AreaSend.Web.Tests/SignIn/OpenIdSignInTests.cs"] = "Whoever is shown a certificate asks the machine whether it is still good.",
        ["tests/AreaSend.Services.Tests/Uploads/DocumentUploadsTests.cs"] = "Storage judges by the machine's clock how long an address can be written to.",
        ["tests/AreaSend.Functions.Tests/Engine/InstanceListTests.cs"] = "Storage stamps orchestrations by the machine's clock, and retention counts from there.",
        ["tests/AreaSend.Functions.Tests/Triggers/CareTests.cs"] = "The engine stamps orchestrations by the machine's clock, and retention counts from there.",
        ["tests/AreaSend.Functions.Tests/Published/WorkerTests.cs"] =
            "The published worker has no way to be given a clock: the sandbox's is the machine's, which only moves forward. The test brings days off of its own.",
        ["tests/AreaSend.Architecture.Tests/BreaksEveryRuleManager.cs"] = "The sample that the rules have to find.",
        ["tests/AreaSend.Architecture.Tests/Rules.cs"] = "Rules name what they look for.",
        ["tests/AreaSend.Architecture.Tests/RulesTests.cs"] = "Rules are shown what they look for.",
    };

    private const int Longest = 160;

    private const string KeysOfSteps = "core/Timetables/Steps.cs";

    private static readonly HashSet<(string File, string Word)> OtherNames =
    [
        ("core/Inspections/InspectionEvent.cs", "lano-nominated"),
        ("core/Timetables/Anchor.cs", "complaint"),
        ("core/Timetables/AreaSend2024Notices.cs", "surveys-open"),
        ("core/Timetables/AreaSend2024Notices.cs", "tracked-children"),
        ("core/Timetables/AreaSend2024Notices.cs", "concerns-call"),
        ("core/Timetables/AreaSend2024Monitoring.cs", "surveys-open"),
        ("services/Notices/Templates/SurveysOpen.razor", "surveys-open"),
        ("services/Notices/Templates/TrackedChildren.razor", "tracked-children"),
        ("services/Notices/Templates/ConcernsCall.razor", "concerns-call"),
    ];

    [GeneratedRegex(@"^core/.*/(AreaSend|AnnexA)20\d\d\w*\.cs$")]
    private static partial Regex TableOfAnEdition();

    [GeneratedRegex(@"\b(AreaSend|AnnexA)20\d\d|\bEditions\.Shipped\.(Current|Held|Find|On)")]
    private static partial Regex NameOfAnEdition();

    [GeneratedRegex(@"\bStore(Database|Context)\b")]
    private static partial Regex NameOfTheStore();

    [GeneratedRegex(
        """
        [sS]tream[!?]?\s*\.\s*(AppendAsync|Put|PutAsync|SaveLockedAsync)\s*\(
        | (?<!\bcalendar\s*)\.\s*Events\s*\.\s*Add(Range)?(Async)?\s*\(
        | \bnew\s+EventRow\b
        | \bSet<EventRow>\(\)\s*\.\s*Add(Range)?(Async)?\s*\(
        """,
        RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex AppendsEvents();

    [GeneratedRegex(@"\bTask\.Delay\(|\bPeriodicTimer\(")]
    private static partial Regex Waits();

    [GeneratedRegex(@"\.AddHttpClient(<[^>]*>)?\(")]
    private static partial Regex ClientAdded();

    [GeneratedRegex(@"\.AddStandardResilienceHandler\(")]
    private static partial Regex ResilienceAdded();

    [GeneratedRegex(@"\bnew HttpClient\(|\bHttpClient \w+ = new\(")]
    private static partial Regex ClientMade();

    [GeneratedRegex(@"\bSystemClock\b|\bDateTime\s*\.\s*(Now|UtcNow|Today)\b|\bDateTimeOffset\s*\.\s*(Now|UtcNow)\b|\bTimeProvider\s*\.\s*System\b")]
    private static partial Regex MachinesDate();

    [GeneratedRegex("\"([a-z-]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"
        """)]
    private static partial Regex Quoted();

    [GeneratedRegex("""https?://[^\s"<>]+""")]
    private static partial Regex WebAddress();

    [GeneratedRegex("(Manager|Helper|Util|Utility|Utilitie|Common|Base)s?$")]
    private static partial Regex SaysNothing();
}
