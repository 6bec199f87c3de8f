using AreaSend.Core.Timetables;
using AreaSend.Services.Framework;
using AreaSend.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AreaSend.Services.Tests.Framework;

/// <summary>What an administrator confirms is data: a file that is checked before anything starts, each fault in a sentence.</summary>
public sealed class ConfirmationFileTests
{
    private const string OneRow = """
        { "edition": "area-send-2025-07-07", "source": "The handbook of 7 July 2025, read on 3 December 2026.",
          "confirmed": [ { "kind": "full", "step": "draft-report", "cites": [137] }, { "rule": "annex-a", "source": "its Annex A" }, { "rule": "new-area" } ] }
        """;

    public static TheoryData<string, string> Faults => new()
    {
        { "{ \"edition\": ", "It is not JSON: line 1 cannot be read." },
        { "[]", "It has to be an object with 'edition', an identifier, and 'confirmed', a list." },
        { Of("", edition: "draft"), "AreaSend does not hold the edition 'draft'. It holds: area-send-2024-01-30, area-send-2025-07-07." },
        { """{ "edition": "area-send-2025-07-07", "sauce": "x", "confirmed": [] }""", "It has 'sauce', which means nothing here: it can have edition, source, confirmed." },
        { Of("7"), "Entry 1 is no object with 'kind' and 'step', or 'rule'." },
        { Of("""{ "kind": "full", "step": "draft-report", "cite": 3 }"""), "Entry 1 has 'cite', which means nothing here: it can have kind, step, rule, cites, source." },
        { Of("""{ "kind": "full", "step": "draft-report", "cites": ["137"] }"""), "Entry 1 has 'cites' that is no list of paragraph numbers, such as [136, 137]." },
        { Of("""{ "kind": "full", "step": "draft-report", "cites": [] }"""), "Entry 1 has 'cites' that is no list of paragraph numbers, such as [136, 137]." },
        { Of("""{ "kind": "full" }"""), "Entry 1 names neither a rule nor a step with its kind." },
        { Of("""{ "kind": "half", "step": "draft-report" }"""), "Entry 1 names the kind 'half', which the edition of 7 July 2025 does not have. It has: full, monitoring, engagement, thematic, re-visit." },
        { Of("""{ "kind": "thematic", "step": "draft-report" }"""), "Entry 1 names the step 'draft-report', which a thematic visit does not have in the edition of 7 July 2025." },
        { Of("""{ "rule": "monitoring-visits", "step": "draft-report" }"""), "Entry 1 names a rule and a step. Make it two entries." },
        {
            Of("""{ "rule": "tea" }"""),
            "Entry 1 names the rule 'tea', which there is not. There are: annex-a, once-in-a-cycle, after-outcome, monitoring-after-outcome, brought-forward, brought-forward-by-letter, monitoring-visits, written-statement, new-area."
        },
        { Of("""{ "rule": "new-area" }, { "rule": "new-area" }"""), "Entry 2 confirms the rule 'new-area' a second time." },
        { Of("""{ "rule": "new-area" }""", source: ""), "Entry 1 has no source: say what was read, and when, for the entry or for the whole file." },
    };

    [Fact]
    public void Apply_RowsAndRules_ConfirmsTheseWithTheirSources()
    {
        var edition = Read(OneRow).Find("area-send-2025-07-07")!;

        Assert.Equal(
            "Handbook, paragraph 137. Confirmed by The handbook of 7 July 2025, read on 3 December 2026.",
            edition.Find("full")!.Steps.Single(row => row.Key == "draft-report").SaysSo);
        Assert.Equal(Provenance.ConfirmedBy("its Annex A"), edition.AnnexAProvenance);
        Assert.Equal([24], edition.Cycle.Sources["new-area"].Cites);
        Assert.False(edition.IsConfirmedWhole);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Apply_AFault_IsRefusedInASentence(string file, string fault)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Read(file));

        Assert.EndsWith($"which AreaSend:Framework:Confirmations names: {fault}", Assert.Single(refused.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_SeveralFaults_NamesThemAll() => Assert.Equal(
        2, Assert.Throws<OptionsValidationException>(() => Read(Of("""{ "rule": "tea" }, { "rule": "new-area" }, { "kind": "half", "step": "x" }"""))).Failures.Count());

    [Fact]
    public void Apply_NoSuchFile_SaysSo() => Assert.Equal(
        "/no/such/file.json, which AreaSend:Framework:Confirmations names: It cannot be read: check that it is there, and that AreaSend may read it.",
        Assert.Single(Assert.Throws<OptionsValidationException>(() => EditionSetting.Editions(Settings("/no/such/file.json"))).Failures));

    private static string Of(string entries, string edition = "area-send-2025-07-07", string source = "the handbook, read today") =>
        $$"""{ "edition": "{{edition}}", "source": "{{source}}", "confirmed": [{{entries}}] }""";

    private static Editions Read(string file)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("confirmed.json"), file);
        return EditionSetting.Editions(Settings(folder.File("confirmed.json")));
    }

    private static IConfiguration Settings(string path) => new ConfigurationBuilder().AddInMemoryCollection([new(EditionSetting.Confirmations, path)]).Build();
}
