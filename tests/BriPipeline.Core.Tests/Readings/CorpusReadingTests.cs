using System.Globalization;
using System.Text.Json;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

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

    /// <summary>A line of <c>cells.csv</c>; an empty column is not compared.</summary>
    private sealed record CheckedCell(
        string Short,
        string File,
        string Sheet,
        string Cell,
        string Expect,
        string[] Columns
    )
    {
        public string Expected => Expect == "none" ? $"{Cell}: none" : $"{Cell}: {string.Join(' ', Columns)}";

        private static readonly string[] Compared =
        [
            "reporter",
            "partner",
            "flow",
            "commodity",
            "unit",
            "period",
            "value",
            "multiplier",
            "raw",
        ];

        public static IEnumerable<CheckedCell> ReadAll(string path)
        {
            using var content = System.IO.File.OpenRead(path);
            var sheet = WorkbookReader.Read(content, "cells.csv").Workbook!.Sheets[0];
            var columns = Enumerable
                .Range(1, sheet.ColumnCount)
                .ToDictionary(column => sheet[1, column].Raw, StringComparer.Ordinal);
            return Enumerable
                .Range(2, sheet.RowCount - 1)
                .Select(row => new CheckedCell(
                    Text(row, "short"),
                    Text(row, "file"),
                    Text(row, "sheet"),
                    Text(row, "cell"),
                    Text(row, "expect"),
                    [.. Compared.Select(name => Text(row, name))]
                ));

            string Text(int row, string name) => sheet[row, columns[name]].Raw;
        }

        public string Found(Observation? observation)
        {
            if (observation is null)
            {
                return $"{Cell}: none";
            }

            var key = observation.Key;
            string[] found =
            [
                key.Reporter.Code,
                key.Partner.Code,
                key.Flow.ToString(),
                key.Commodity.Code,
                key.Unit.Code,
                key.Period.ToString(),
                observation.Value.ToString(CultureInfo.InvariantCulture),
                observation.Multiplier.ToString(CultureInfo.InvariantCulture),
                observation.Provenance.Raw.Trim(),
            ];
            return $"{Cell}: {string.Join(' ', found.Select((text, i) => Columns[i].Length == 0 ? "" : text))}";
        }
    }
}
