using System.Text.Json;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Language;

/// <summary>The files <c>Languages/{code}.json</c>: each says of every section and key that it has words or none.</summary>
public sealed class LanguageFileTests
{
    /// <summary>Sections in which each language answers for each key; of the others a language lists what it has.</summary>
    private static readonly string[] CompleteSections =
    [
        "flows",
        "statuses",
        "periods",
        "ordinals",
        "prepositions",
        "notes",
    ];

    public static TheoryData<string> Files => [.. CodeListResource.Names("Languages/")];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_HasEverySectionAndKey_OrSaysNone(string file)
    {
        using var english = CodeListResource.Read("Languages/en.json");
        using var other = CodeListResource.Read(file);

        Assert.Equal(Keys(english.RootElement), Keys(other.RootElement));
        foreach (var section in other.RootElement.EnumerateObject())
        {
            AssertWordsOrNone(section);
            foreach (
                var key in section.Value.ValueKind == JsonValueKind.Object ? section.Value.EnumerateObject() : default
            )
            {
                AssertWordsOrNone(key);
            }

            if (
                CompleteSections.Contains(section.Name, StringComparer.Ordinal)
                && section.Value.ValueKind == JsonValueKind.Object
            )
            {
                Assert.Equal(Keys(english.RootElement.GetProperty(section.Name)), Keys(section.Value));
            }
        }
    }

    /// <summary>A word of weight that meant kilograms in one language and tonnes in another would be off by a thousand.</summary>
    [Fact]
    public void WordsOfWeight_MeanOneUnit_InAllLanguages()
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in CodeListResource.Names("Languages/"))
        {
            using var language = CodeListResource.Read(file);
            var units = language.RootElement.GetProperty("units");
            foreach (
                var unit in units.ValueKind == JsonValueKind.Object
                    ? units.EnumerateObject().Where(one => one.Name.Split(' ')[0] == "KG")
                    : []
            )
            {
                foreach (var word in unit.Value.EnumerateArray().Select(one => one.GetString()!))
                {
                    Assert.Equal(unit.Name, words.TryAdd(word, unit.Name) ? unit.Name : words[word]);
                }
            }
        }
    }

    /// <summary>A column of such a heading would be taken for one of the month.</summary>
    [Fact]
    public void WordsOfYearToDate_AreCumulative_InAllLanguages() =>
        Assert.All(
            Vocabulary.Phrases("words", "year to date"),
            phrase =>
                Assert.Contains(
                    ReadText.Of(phrase).Terms,
                    term => term is { Kind: TermKind.Measure, Code: "cumulative" } && term.Length == phrase.Length
                )
        );

    [Theory]
    [MemberData(nameof(Files))]
    public void Keys_AreCodesThatAreKnown(string file)
    {
        using var language = CodeListResource.Read(file);

        Assert.All(
            KeysOf(language, "flows").Concat(KeysOf(language, "flowCodes")).Except(["dispatches", "arrivals"]),
            key => Assert.True(Enum.TryParse<TradeFlow>(key, out _), key)
        );
        Assert.All(KeysOf(language, "units"), key => Assert.Matches(@"^([A-Z]{2,3}|Q\.[A-Z0-9]{2,3})( e[1-9])?$", key));
        Assert.All(KeysOf(language, "months"), key => Assert.InRange(int.Parse(key, null), 0, 12));
        Assert.All(
            KeysOf(language, "statusLetters"),
            key => Assert.True(Enum.TryParse<ObservationStatus>(key, out _), key)
        );
    }

    private static void AssertWordsOrNone(JsonProperty property)
    {
        if (property.Value.ValueKind == JsonValueKind.Array)
        {
            var phrases = property.Value.EnumerateArray().Select(phrase => phrase.GetString()!).ToList();
            Assert.NotEmpty(phrases);
            Assert.Equal(phrases.Distinct(StringComparer.Ordinal), phrases);
            Assert.DoesNotContain(phrases, phrase => phrase.Trim() != phrase || phrase.Length == 0);
        }
        else if (property.Name != "name" && property.Value.ValueKind != JsonValueKind.Object)
        {
            Assert.Equal("none", property.Value.GetString());
        }
    }

    private static List<string> Keys(JsonElement section) => [.. section.EnumerateObject().Select(key => key.Name)];

    private static List<string> KeysOf(JsonDocument language, string section) =>
        language.RootElement.GetProperty(section) is { ValueKind: JsonValueKind.Object } keys ? Keys(keys) : [];
}
