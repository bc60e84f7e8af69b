using System.Text.Json;
using System.Text.RegularExpressions;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Core.Tests.Findings;

/// <summary>Texts for people: every language says what English says, in every file that it has.</summary>
public sealed partial class TextFileTests
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "src", "BriPipeline.Core", "Texts");

    /// <summary>Which files a language has; English has no <c>findings.json</c>, as the catalogue is written in it. The annotated workbook
    /// says everything in English and Russian at once, <c>layout.json</c> is in English only.</summary>
    [Theory]
    [InlineData("en", "annotation codes coverage layout pages profile questions report summary")]
    [InlineData("ru", "annotation codes coverage findings pages profile questions report summary")]
    [InlineData("kk", "codes coverage findings pages profile questions report summary")]
    [InlineData("zh", "codes coverage findings pages profile questions report summary")]
    public void Languages_HaveTheseFiles(string language, string kinds)
    {
        Assert.Equal(kinds, string.Join(' ', Kinds(language)));
        Assert.All(Kinds(language), kind => Assert.NotEqual(default, TextFile.Read<JsonElement>(language, kind)));
    }

    [Fact]
    public void Languages_AreAllListed() => Assert.Equal(["en", "kk", "ru", "zh"], Languages());

    public static TheoryData<string, string> Translations =>
        [
            .. Languages()
                .Where(language => language != "en")
                .SelectMany(language => Kinds(language).Select(kind => (language, kind))),
        ];

    [Theory]
    [MemberData(nameof(Translations))]
    public void Translations_HaveTheKeysAndHolesOfEnglish(string language, string kind) =>
        AssertSame(kind == "findings" ? Catalogue() : Texts("en", kind), Texts(language, kind));

    [Theory]
    [InlineData("""{"a":"{0} of {1}","b":"x"}""", """{"a":"{0}"}""")]
    [InlineData("""{"a":"{0} of {1}"}""", """{"a":"{0} of {0}"}""")]
    [InlineData("""{"a":{"b":"x"}}""", """{"a":{"c":"x"}}""")]
    [InlineData("""{"a":["x","y"]}""", """{"a":["x"]}""")]
    public void Translations_AreRefused_WhenAKeyOrAHoleIsMissing(string english, string other) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() =>
            AssertSame(Flat(JsonDocument.Parse(english)), Flat(JsonDocument.Parse(other)))
        );

    /// <summary>What a language says in an order and with parts of its own: a day, a change on the year before ("同比" names no year), and a
    /// bound ("50-ден астам" puts an ending on the number). Chinese has no blank between sentences.</summary>
    private static readonly string[] OwnParts =
    [
        "day",
        "amountWithChange",
        "amountRose",
        "amountFell",
        "quantity.more than",
        "quantity.over",
        "quoted.more than",
        "quoted.over",
        "sentenceSpace",
    ];

    /// <summary>Groups of endings and words that only the grammar of a language has.</summary>
    private static readonly string[] Grammar = ["words.", "ablative."];

    private static void AssertSame(Dictionary<string, string> english, Dictionary<string, string> other)
    {
        Assert.Equal(
            english.Keys.Order(StringComparer.Ordinal),
            other
                .Keys.Where(key => !Array.Exists(Grammar, part => key.StartsWith(part, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            english.Where(text => !OwnParts.Contains(text.Key)),
            text =>
            {
                Assert.Equal(HolesOf(text.Value), HolesOf(other[text.Key]));
                Assert.True(text.Value.Length == 0 || other[text.Key].Length > 0, $"{text.Key} is empty.");
            }
        );
    }

    private static Dictionary<string, string> Catalogue() =>
        FindingCodes
            .All.Values.SelectMany(code =>
                new[] { code.Title, code.Template, code.Advice }.Select(
                    (text, part) => ($"codes.{code.Id}.{part}", text)
                )
            )
            .ToDictionary(text => text.Item1, text => text.text, StringComparer.Ordinal);

    private static IEnumerable<string> Languages() =>
        Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Kinds(string language) =>
        Directory
            .EnumerateFiles(Path.Combine(Folder, language), "*.json")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    private static Dictionary<string, string> Texts(string language, string kind) =>
        Flat(JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, language, kind + ".json"))));

    private static Dictionary<string, string> Flat(JsonDocument json) =>
        Flat("", json.RootElement).ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string>> Flat(string path, JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member => Flat(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Flat($"{path}.{index}", item)),
            _ => [new(path, element.GetString()!)],
        };

    private static IEnumerable<string> HolesOf(string text) =>
        Holes().Matches(text).Select(hole => hole.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d")]
    private static partial Regex Holes();
}
