using System.Text.Json;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>The hand-checked cells of real publications.</summary>
public sealed class CorpusReadingTests
{
    [Theory]
    [InlineData("am-armstat-htmlxls")]
    [InlineData("cn-gacc-csv-gbk")]
    [InlineData("cn-gacc-html")]
    [InlineData("kg-nsc-export-soms")]
    [InlineData("ru-fcs-regions-cumulative")]
    [InlineData("kz-bns-partners-2022")]
    [InlineData("kg-nsc-export-partners")]
    [InlineData("uz-stat-export-csv")]
    [InlineData("br-comexstat-csv")]
    [InlineData("uk-ons-allcountries")]
    [InlineData("eu-eurostat-comext-csv")]
    [InlineData("us-usitc-dataweb")]
    [InlineData("us-census-country")]
    public void Read_AgreesWithEveryCheckedCell_OfTheEntry(string entry)
    {
        var profile = SourceProfile.Parse(File.ReadAllText(Path.Combine(Corpus.Root, "sources", $"{entry}.json")));
        var cells = CheckedCell
            .ReadAll(Path.Combine(Corpus.Root, "cells.csv"))
            .Where(cell => cell.Short == entry)
            .ToList();
        Assert.NotEmpty(cells);
        Assert.All(
            cells.GroupBy(cell => cell.File, StringComparer.Ordinal),
            file =>
            {
                using var content = File.OpenRead(Path.Combine(Corpus.Root, "files", entry, file.Key));
                var read = Reading
                    .Read(content, file.Key, profile)
                    .Observations()
                    .ToDictionary(
                        observation => $"{observation.Provenance.Sheet}!{observation.Provenance.Cell}",
                        StringComparer.Ordinal
                    );
                Assert.Equal(
                    file.Select(cell => cell.Expected),
                    file.Select(cell => cell.Found(read.GetValueOrDefault($"{cell.Sheet}!{cell.Cell}")))
                );
            }
        );
    }

    /// <summary>The answer key of a whole period, as another reader of the same publication made it.</summary>
    [Fact]
    public void Read_AgreesWithTheWholeAnswerKey()
    {
        var folder = Path.Combine(Corpus.Root, "files", "uk-ons-allcountries");
        var profile = SourceProfile.Parse(
            File.ReadAllText(Path.Combine(Corpus.Root, "sources", "uk-ons-allcountries.json"))
        );
        using var answers = JsonDocument.Parse(File.ReadAllText(Directory.EnumerateFiles(folder, "KEY_*").Single()));
        var expected = answers
            .RootElement.EnumerateArray()
            .Where(row => row.GetProperty("commodity_code").GetString() == "TOTAL")
            .ToDictionary(
                row =>
                    (
                        row.GetProperty("flow").GetString() == "export" ? TradeFlow.X : TradeFlow.M,
                        row.GetProperty("country_name").GetString()!,
                        row.GetProperty("period_type").GetString() switch
                        {
                            "annual" => "1997",
                            "quarterly" => "1997-Q1",
                            _ => "1997-01",
                        }
                    ),
                row => row.GetProperty("value_gbp").GetDecimal()
            );
        using var content = File.OpenRead(Directory.EnumerateFiles(folder, "*.xlsx").Single());
        var read = Reading
            .Read(content, "trade.xlsx", profile)
            .Observations()
            .ToDictionary(
                observation => (observation.Key.Flow, observation.PartnerLabel!, observation.Key.Period.ToString()),
                observation => observation.Value
            );
        Assert.Equal(993, expected.Count);
        Assert.All(expected, answer => Assert.Equal(answer.Value, read[answer.Key]));
    }
}
