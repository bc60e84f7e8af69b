using System.Text;
using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>Titles as offices write them over tables by country, language by language, in <c>usual-titles.json</c>: each says flow, unit
/// and power of ten, and none of its words leaves a doubt.</summary>
public sealed class UsualTitlesTests
{
    private const string List = "tests/BriPipeline.Core.Tests/Readings/usual-titles.json";

    public static TheoryData<string> Languages
    {
        get
        {
            using var list = JsonDocument.Parse(RepositoryFiles.Read(List));
            return [.. list.RootElement.EnumerateObject().Select(language => language.Name)];
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Read_UnderstandsEveryTitle_OfTheLanguage(string language)
    {
        using var list = JsonDocument.Parse(RepositoryFiles.Read(List));
        var words = list.RootElement.GetProperty(language);
        var profile = new SourceProfile
        {
            Name = "office",
            Reporter = "CHE",
            Languages = [language],
            Defaults = new ProfileDefaults { Commodity = "TOTAL" },
        };
        var doubts = new List<string>();
        foreach (var title in words.GetProperty("titles").EnumerateArray().Select(title => title.GetString()!))
        {
            var text =
                $"\"{title}\",,\n{Word("country")},2022,2023\n{Word("china")},1234.5,1345.6\n{Word("germany")},934.5,1045.6\n";
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
            var reading = Reading.Read(content, "table.csv", profile);
            var read = reading.Observations().ToList();
            if (
                read.Count != 4
                || read.Exists(one => one.Key.Unit.Code != "USD" || one.Multiplier is not (0 or 3 or 6 or 8))
                || reading.Findings.Any(finding => finding.Code.Severity != Severity.Note)
            )
            {
                doubts.Add(
                    $"{title}: {read.Count} figures; {string.Join("; ", reading.Findings.Select(one => one.Code.Id))}"
                );
            }
        }

        Assert.Empty(doubts);

        string Word(string name) => words.GetProperty(name).GetString()!;
    }
}
