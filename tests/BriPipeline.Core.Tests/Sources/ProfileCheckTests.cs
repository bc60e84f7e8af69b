using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;

namespace BriPipeline.Core.Tests.Sources;

public sealed class ProfileCheckTests
{
    public static TheoryData<string> Cases => [.. GoldenReading.Names];

    /// <summary>What is meant is said, wherever it is known.</summary>
    [Theory]
    [InlineData(
        """{ "name": "a", "reporter": "Uzbekistan" }""",
        """reporter: "Uzbekistan" is no code of an area. Write "UZB" (Uzbekistan)."""
    )]
    [InlineData(
        """{ "name": "a", "reporter": "UZ" }""",
        """reporter: "UZ" is no code of an area. Write "UZB" (Uzbekistan)."""
    )]
    [InlineData(
        """{ "name": "a", "reporter": "Казахстан" }""",
        """reporter: "Казахстан" is no code of an area. Write "KAZ" (Kazakhstan)."""
    )]
    [InlineData(
        """{ "name": "a", "reporter": "Kazakstan" }""",
        """reporter: "Kazakstan" is no code of an area. Write "KAZ" (Kazakhstan)."""
    )]
    [InlineData(
        """{ "name": "a", "reporter": "Atlantis-on-Sea" }""",
        """reporter: "Atlantis-on-Sea" is no code of an area. Codes are "KAZ", "001" (World), "_EAEU"."""
    )]
    [InlineData("""{ "name": "a", "reporter": 398 }""", "reporter: 398 is no text.")]
    [InlineData(
        """{ "name": "a", "defaults": { "unit": "thousand USD" } }""",
        """defaults.unit: "thousand USD" is no code of a unit. Write "USD" and "multiplier": 3."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "unit": "млн долларов США" } }""",
        """defaults.unit: "млн долларов США" is no code of a unit. Write "USD" and "multiplier": 6."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "unit": "euro" } }""",
        """defaults.unit: "euro" is no code of a unit. Write "EUR"."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "unit": "QQQ" } }""",
        """defaults.unit: "QQQ" is no code of a unit. Codes are "USD" (ISO 4217), "KG", "Q.H87"."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "multiplier": 1000 } }""",
        "defaults.multiplier: 1000 is not a power of ten. Write 3."
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "multiplier": "million" } }""",
        """defaults.multiplier: "million" is not a power of ten. Write 6."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "multiplier": "3" } }""",
        """defaults.multiplier: "3" is not a power of ten. Write 3."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "multiplier": -3 } }""",
        "defaults.multiplier: -3 is not a power of ten: a whole number from 0 to 12."
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "multiplier": 99999999999999999999999999999999 } }""",
        "defaults.multiplier: 99999999999999999999999999999999 is not a power of ten: a whole number from 0 to 12."
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "commodity": "27" } }""",
        """defaults.commodity: "27" is no code of a commodity. Write "HS.27"."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "commodity": "HS 27" } }""",
        """defaults.commodity: "HS 27" is no code of a commodity. Write "HS.27"."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "commodity": "Total" } }""",
        """defaults.commodity: "Total" is no code of a commodity. Write "TOTAL"."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "flow": "exports" } }""",
        """defaults.flow: "exports" is no code of a flow. Write "X"."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "flow": "импорт" } }""",
        """defaults.flow: "импорт" is no code of a flow. Write "M"."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "partner": "World" } }""",
        """defaults.partner: "World" is no code of an area. Write "001" (World)."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "period": "July 2022" } }""",
        """defaults.period: "July 2022" is no code of a period. Write "2022-07"."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "period": "someday" } }""",
        """defaults.period: "someday" is no code of a period. Codes are "2022", "2022-Q3", "2022-07", "2023-01--2023-07"."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "valuation": { "exports": "fob" } } }""",
        """defaults.valuation: "exports" is no code of a flow. Write "X"."""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "valuation": { "X": "fob" } } }""",
        """defaults.valuation."X": "fob" is no code of a valuation. Write "FOB"."""
    )]
    [InlineData(
        """{ "name": "a", "missing": { "-": "zero" } }""",
        """missing."-": "zero" is no code of what a mark means."""
    )]
    [InlineData(
        """{ "name": "a", "missing": { "-": "0" } }""",
        """missing."-": "0" is no code of what a mark means. Write "nil"."""
    )]
    [InlineData(
        """{ "name": "a", "missing": { "-": "not available" } }""",
        """missing."-": "not available" is no code of what a mark means. Write "missing"."""
    )]
    [InlineData(
        """{ "name": "a", "calendar": "Buddist" }""",
        """calendar: "Buddist" is no code of a calendar. Write "buddhist"."""
    )]
    [InlineData(
        """{ "name": "a", "calendar": "lunar" }""",
        """calendar: "lunar" is no code of a calendar. Codes are "gregorian", "buddhist", "persian", "nepali"."""
    )]
    [InlineData(
        """{ "name": "a", "fiscalYearStartsIn": "July" }""",
        """fiscalYearStartsIn: "July" is not a month. Write 7."""
    )]
    [InlineData(
        """{ "name": "a", "fiscalYearStartsIn": 13 }""",
        "fiscalYearStartsIn: 13 is not a month: a whole number from 1 to 12."
    )]
    [InlineData(
        """{ "name": "a", "languages": ["Russian"] }""",
        """languages[0]: "Russian" is no code of a language. Write "ru"."""
    )]
    [InlineData("""{ "name": "a", "languages": "ru" }""", """languages: "ru" is no list. Write it in [ ].""")]
    [InlineData(
        """{ "name": "a", "aliases": { "КНР": "China" } }""",
        """aliases."КНР": "China" is no code of an area. Write "CHN" (China)."""
    )]
    [InlineData(
        """{ "name": "a", "hold": { "rejectedCells": 500 } }""",
        "hold.rejectedCells: 500 is no share: a number from 0 to 100, in per cent."
    )]
    [InlineData("""{ "name": "a", "allowNegative": "yes" }""", """allowNegative: "yes" is neither true nor false.""")]
    [InlineData(
        """{ "name": "a", "files": [ { "match": "*in*.csv", "defaults": { "flow": "imports" } } ] }""",
        """files[0].defaults.flow: "imports" is no code of a flow. Write "M"."""
    )]
    [InlineData("""{ "name": "a", "files": [ { "defaults": {} } ] }""", "files[0]: \"match\" is missing.")]
    [InlineData("""{ "name": "a", "reportr": "UZB" }""", "\"reportr\" is no key here. Write \"reporter\".")]
    [InlineData(
        """{ "name": "a", "defaults": { "units": "USD" } }""",
        """defaults: "units" is no key here. Write "unit"."""
    )]
    [InlineData("""{ "name": "a", "fiscalYear": 7 }""", "\"fiscalYear\" is no key here. Write \"fiscalYearStartsIn\".")]
    [InlineData(
        """{ "name": "a", "hold": { "xyzzy": 1 } }""",
        """hold: "xyzzy" is no key here. Keys are rejectedCells, failedTotal, changedLayout."""
    )]
    [InlineData("""{ "name": "a", "reporter": "KAZ", "Reporter": "KGZ" }""", "\"reporter\" stands twice.")]
    [InlineData("""{ "reporter": "KAZ" }""", "\"name\" is missing.")]
    [InlineData("""{ "name": "Kazakhstan BNS" }""", """name: "Kazakhstan BNS" cannot name a source""")]
    [InlineData("[]", "[] is no object. Write it in { }.")]
    [InlineData(
        """{ "name": "a", "answers": [ { "kind": "unit", "about": "x", "is": "thousand USD" } ] }""",
        """answers[0].is: "thousand USD" is no code of a unit with its power of ten. Write "USD 3"."""
    )]
    [InlineData(
        """{ "name": "a", "answers": [ { "kind": "area", "about": "x", "is": "China" } ] }""",
        """answers[0].is: "China" is no code of an area. Write "CHN" (China)."""
    )]
    [InlineData(
        """{ "name": "a", "answers": [ { "kind": "column", "about": "x", "is": "notes" } ] }""",
        """answers[0].is: "notes" is no code of an answer of kind column. Write "note"."""
    )]
    [InlineData(
        """{ "name": "a", "answers": [ { "kind": "figure", "about": "x", "is": "yes" } ] }""",
        "is no code of an answer of kind figure. Codes are \"as-printed\"."
    )]
    [InlineData(
        """{ "name": "a", "answers": [ { "kind": "units", "about": "x", "is": "USD" } ] }""",
        """answers[0].kind: "units" is no code of a kind of question. Write "unit"."""
    )]
    [InlineData(
        """{ "name": "a", "answers": [ { "kind": "unit", "is": "USD" } ] }""",
        "answers[0]: \"about\" is missing."
    )]
    [InlineData(
        """{ "name": "a", "answers": [ { "kind": "unit", "about": "x", "is": "USD", "at": "yesterday" } ] }""",
        """answers[0].at: "yesterday" is no time"""
    )]
    public void Parse_SaysWhatIsMeant(string json, string said) =>
        Assert.Contains(said, Wrong(json), StringComparison.Ordinal);

    [Fact]
    public void Parse_NamesEverythingThatIsWrong_ALineEach()
    {
        var said = Wrong(
            """
            { "name": "a", "reporter": "Uzbekistan", "unit": "USD", "defaults": { "flow": "exports", "multiplier": 1000 },
              "missing": { "-": "none" }, "files": [ { "match": "*", "defaults": { "reporter": "Russia" } } ] }
            """
        );

        Assert.Equal(
            [
                "reporter",
                "\"unit\"",
                "defaults.flow",
                "defaults.multiplier",
                "missing.\"-\"",
                "files[0].defaults.reporter",
            ],
            said.Split('\n').Select(line => line.Split(':', ' ')[0])
        );
    }

    [Theory]
    [InlineData(
        """{ "name": "kz-bns", "publisher": null, "licence": "CC BY 4.0", "reporter": "KAZ", "languages": ["ru"], "defaults": { "unit": "USD", "multiplier": 3, "commodity": "TOTAL", "flow": null, "partner": null, "period": null, "valuation": { "X": "FOB", "M": "CIF" } }, "missing": { "-": "nil", "…": "missing" }, "fiscalYearStartsIn": 1, "calendar": "gregorian", "allowNegative": false, "files": [ { "match": "*in*.csv", "defaults": { "flow": "M", "reporter": "KAZ" } } ], "answers": [ { "kind": "area", "about": "Far abroad", "is": "_NON_CIS", "files": null, "by": "A. Name", "at": "2026-11-29T10:00:00Z" } ] }"""
    )]
    [InlineData(
        """{ "name": "a", "defaults": { "unit": "Q.H87", "commodity": "N.cotton", "partner": "001", "period": "2017-04--2018-03" } }"""
    )]
    [InlineData(
        """{ "name": "a", "answers": [ { "kind": "unit", "about": "", "is": "10^3" }, { "kind": "limit", "about": "x", "is": "no" }, { "kind": "reporter", "about": "x", "is": "uz-stat" }, { "kind": "limit", "about": "x", "is": "HS.27" }, { "kind": "duplicate", "about": "x", "is": "B31" }, { "kind": "mark", "about": "-", "is": "leave-out" }, { "kind": "decimal", "about": "1,5", "is": "," }, { "kind": "frequency", "about": "x", "is": "Q" } ] }"""
    )]
    public void Parse_TakesCodes(string json) => Assert.NotNull(SourceProfile.Parse(json));

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("""{ "name": """)]
    [InlineData("null")]
    [InlineData("[[[[[[")]
    public void Parse_SaysSo_WhenTheTextIsNoJson(string json) =>
        Assert.NotEmpty(Assert.ThrowsAny<JsonException>(() => SourceProfile.Parse(json)).Message);

    [Fact]
    public void Aliases_OfAllSources_AreCheckedAlike()
    {
        var wrong = Assert.Throws<JsonException>(() =>
            SourceProfile.Unknown("a").WithSharedAliases("""{ "КНР": "China" }""")
        );

        Assert.Equal("\"КНР\": \"China\" is no code of an area. Write \"CHN\" (China).", wrong.Message);
    }

    [Fact]
    public void Answers_OfAFile_AreCheckedAlike() =>
        Assert.Contains(
            "[0].is",
            Assert
                .Throws<JsonException>(() =>
                    QuestionJson.ReadAnswers("""[ { "kind": "flow", "about": "x", "is": "exports" } ]""")
                )
                .Message,
            StringComparison.Ordinal
        );

    /// <summary>The keys that are checked are those that are read.</summary>
    [Fact]
    public void Keys_AreThoseOfTheProfile()
    {
        Assert.Equal(KeysOf<SourceProfile>(), ProfileCheck.Keys.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(KeysOf<ProfileDefaults>(), ProfileCheck.DefaultKeys.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(KeysOf<ProfileFile>(), ProfileCheck.FileKeys.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(KeysOf<ProfileHold>(), ProfileCheck.HoldKeys.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(KeysOf<Answer>(), ProfileCheck.AnswerKeys.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>Every choice that a question gives can be stored.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryOption_OfGoldenReadings_IsAnAnswer(string name)
    {
        var golden = GoldenReading.Of(name);
        using var content = File.OpenRead(golden.Workbook);
        var reading = Reading.Read(content, Path.GetFileName(golden.Workbook), golden.Profile);
        var asks = reading.Findings.Select(finding => finding.Ask).OfType<Ask>();

        Assert.Empty(
            from ask in asks
            from option in ask.Options
            let wrong = AnswerCodes.Wrong(ask.Kind, option.Is)
            where wrong is not null
            select $"{ask.Kind} \"{option.Is}\" {wrong}"
        );
    }

    private static string Wrong(string json) => Assert.Throws<JsonException>(() => SourceProfile.Parse(json)).Message;

    private static IEnumerable<string> KeysOf<T>() =>
        typeof(T)
            .GetProperties()
            .Where(property => property.SetMethod is not null)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
            .Order(StringComparer.Ordinal);
}
