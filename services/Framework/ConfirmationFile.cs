using System.Text.Json;
using AreaSend.Core;
using AreaSend.Core.Timetables;

namespace AreaSend.Services.Framework;

/// <summary>
/// What an administrator has read in the text of an edition: rows and rules that AreaSend carries over from another, and that this one has too.
/// A row that says something else there is no confirmation, but a change of the table.
/// </summary>
internal static class ConfirmationFile
{
    private static readonly string[] OfTheFile = ["edition", "source", "confirmed"];
    private static readonly string[] OfAnEntry = ["kind", "step", "rule", "cites", "source"];

    /// <summary>The editions with what the file confirms; or all that is wrong with it, a sentence each.</summary>
    public static (Editions Editions, IReadOnlyList<string> Faults) Apply(Editions editions, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return Apply(editions, document.RootElement);
        }
        catch (JsonException notJson)
        {
            return (editions, [$"It is not JSON: line {(notJson.LineNumber ?? 0) + 1} cannot be read."]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (editions, ["It cannot be read: check that it is there, and that AreaSend may read it."]);
        }
    }

    private static (Editions Editions, IReadOnlyList<string> Faults) Apply(Editions editions, JsonElement file)
    {
        if (
            file.ValueKind != JsonValueKind.Object
            || Text(file, "edition") is not { } id
            || Member(file, "confirmed") is not { ValueKind: JsonValueKind.Array } entries)
        {
            return (editions, ["It has to be an object with 'edition', an identifier, and 'confirmed', a list."]);
        }

        if (editions.Find(id) is not { } edition)
        {
            return (editions, [$"AreaSend does not hold the edition '{id}'. It holds: {editions.Ids}."]);
        }

        var faults = Unknown(file, OfTheFile)
            .Select(name => $"It has '{name}', which means nothing here: it can have {string.Join(", ", OfTheFile)}.")
            .ToList();
        var seen = new HashSet<string>();
        foreach (var (number, entry) in entries.EnumerateArray().Index())
        {
            var (confirmed, fault) = Read(edition, entry, Text(file, "source"), seen);
            edition = confirmed ?? edition;
            faults.AddRange(fault is null ? [] : [$"Entry {number + 1} {fault}"]);
        }

        return (editions.With(edition), faults);
    }

    private static (FrameworkEdition? Confirmed, string? Fault) Read(FrameworkEdition edition, JsonElement entry, string? sourceOfAll, HashSet<string> seen)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            return (null, "is no object with 'kind' and 'step', or 'rule'.");
        }

        if (Unknown(entry, OfAnEntry).FirstOrDefault() is { } unknown)
        {
            return (null, $"has '{unknown}', which means nothing here: it can have {string.Join(", ", OfAnEntry)}.");
        }

        if (Paragraphs(entry) is not { } cites)
        {
            return (null, "has 'cites' that is no list of paragraph numbers, such as [136, 137].");
        }

        var (kind, step, rule) = (Text(entry, "kind"), Text(entry, "step"), Text(entry, "rule"));
        var fault = (Text(entry, "source") ?? sourceOfAll) is null
            ? "has no source: say what was read, and when, for the entry or for the whole file."
            : WhyNot(edition, kind, step, rule);
        if (fault is null && !seen.Add($"{kind} {step} {rule}"))
        {
            fault = $"confirms {(rule is null ? $"the step '{step}' of the kind '{kind}'" : $"the rule '{rule}'")} a second time.";
        }

        var by = new Confirmation(Text(entry, "source") ?? sourceOfAll ?? "", cites);
        return fault is not null ? (null, fault) : (rule is null ? edition.Confirm(kind!, step!, by) : edition.Confirm(rule, by), null);
    }

    private static string? WhyNot(FrameworkEdition edition, string? kind, string? step, string? rule)
    {
        if (rule is not null)
        {
            string[] rules = [FrameworkEdition.AnnexAKey, .. edition.Cycle.Sources.Keys];
            return kind is not null || step is not null ? "names a rule and a step. Make it two entries."
                : rules.Contains(rule) ? null
                : $"names the rule '{rule}', which there is not. There are: {string.Join(", ", rules)}.";
        }

        return kind is null || step is null ? "names neither a rule nor a step with its kind."
            : edition.Types.FirstOrDefault(type => type.Key == kind) is not { } type
                ? $"names the kind '{kind}', which {edition.Title} does not have. It has: {string.Join(", ", edition.Types.Select(type => type.Key))}."
            : type.Steps.Any(row => row.Key == step) ? null
            : $"names the step '{step}', which {type.Title.Small().WithArticle()} does not have in {edition.Title}.";
    }

    private static IEnumerable<string> Unknown(JsonElement of, IReadOnlyCollection<string> known) =>
        of.EnumerateObject().Select(member => member.Name).Where(name => !known.Contains(name));

    private static JsonElement? Member(JsonElement of, string name) => of.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement of, string name) =>
        Member(of, name) is { ValueKind: JsonValueKind.String } text && !string.IsNullOrWhiteSpace(text.GetString())
            ? text.GetString()!.Trim().TrimEnd('.')
            : null;

    /// <summary>None where there are none; null where they are no numbers.</summary>
    private static IReadOnlyList<int>? Paragraphs(JsonElement entry)
    {
        if (Member(entry, "cites") is not { } cites)
        {
            return [];
        }

        var numbers =
            cites.ValueKind == JsonValueKind.Array
                ? cites.EnumerateArray()
                    .Select(cite => cite.ValueKind == JsonValueKind.Number && cite.TryGetInt32(out var number) && number is > 0 and < 1000 ? number : 0)
                    .ToList()
                : [];
        return numbers.Count == 0 || numbers.Contains(0) ? null : numbers;
    }
}
