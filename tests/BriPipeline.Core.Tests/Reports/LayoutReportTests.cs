using System.Text;
using System.Text.RegularExpressions;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Core.Tests.Reports;

public sealed partial class LayoutReportTests
{
    private static readonly SourceProfile Kazakhstan = SourceProfile.Parse(
        """{ "name": "kz", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }"""
    );

    [Fact]
    public void Words_SayWhatAPersonWouldSay()
    {
        using var content = File.OpenRead(
            Path.Combine(GoldenFile.Folder, "Readings", "wide-two-headers", "workbook.html")
        );

        var sheet = Assert.Single(LayoutExplanation.Of(Reading.Read(content, "workbook.html", Kazakhstan))!.Sheets);

        Assert.Equal(
            [
                "rows 4–5 headers; rows 6–10 figures",
                "columns A partner, B exports, D imports",
                "columns C, E shares, not stored",
                "reporter Kazakhstan from A1; commodity TOTAL from the profile; unit thousand USD from E3; period 2022 from A2",
                "8 figures read",
            ],
            sheet.Words
        );
        Assert.Equal(
            ["title", "title", "title", "header", "header", "figures", "figures", "figures", "figures", "figures"],
            sheet.Grid!.Rows.Select(row => row.Kind)
        );
        Assert.Equal(
            "label figure evidence figure evidence",
            string.Join(' ', sheet.Grid.Rows[5].Cells.Select(cell => cell.Role))
        );
        Assert.Equal("B exports, C shares, not stored", $"{Column(1)}, {Column(2)}");

        string Column(int at) => $"{sheet.Grid.Columns[at].Column} {sheet.Grid.Columns[at].Words}";
    }

    [Fact]
    public void Words_SayWhyATableOrColumnIsNotStored()
    {
        var limited = Explain("Exports by road,,\nthousand USD,,\nCountry,2021,2022\nChina,1,2\nRussia,3,4\n");
        Assert.Equal(
            "rows 4–5 not stored: \"Exports by road\" says that the figures are limited to road, and no column says of which commodity they are; they were not stored as the total.",
            Assert.Single(limited.Words)
        );
        Assert.Equal("caption-limits", Assert.Single(limited.Refused).Code);
        Assert.Equal("title-limits", Assert.Single(limited.Refused).Rule);

        var column = Explain("Exports,,\nthousand USD,,\nCountry,2021,Quux of 2021\nChina,1,2\nRussia,3,4\n");
        Assert.Contains("column C not understood (Quux), not stored", column.Words);

        var unit = Explain("Exports,,\nCountry,2021,2022\nChina,1,2\nRussia,3,4\nTotal,4,6\n");
        Assert.Contains(
            unit.Words,
            line =>
                line.StartsWith("not read: ", StringComparison.Ordinal)
                && line.Contains("unit", StringComparison.Ordinal)
        );
        Assert.Equal("refused", unit.Grid!.Rows[2].Cells[1].Role);

        Assert.Equal(["no table of figures"], Explain("Some words,\nand others,here\n").Words);
    }

    [Fact]
    public void Json_ReadsBack_AndItsNamesAreDocumented()
    {
        var report = LayoutExplanation.Of(
            Reading.Read(
                Text("Exports,,\nthousand USD,,\nCountry,2021,2022\nChina,1,2\nRussia,3,4\n"),
                "a.csv",
                Kazakhstan
            )
        )!;
        var json = report.ToJson();

        Assert.Equal(json, LayoutReport.Parse(json).ToJson());
        var page = RepositoryFiles.Read("docs/layout-report.md");
        Assert.All(
            Name().Matches(Encoding.UTF8.GetString(json)).Select(match => match.Groups["name"].Value).Distinct(),
            name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(",Exports,Imports", ",Exports,Imports", "")]
    [InlineData(
        ",Exports,Imports",
        ",Exports,Turnover,Imports",
        "a column was added between B and C: turnover (\"Turnover\")"
    )]
    [InlineData(
        ",Exports,Imports",
        ",Turnover,Exports,Imports",
        "a column was added between A and B: turnover (\"Turnover\")"
    )]
    [InlineData(",Exports,Imports", ",Exports,Imports,Turnover", "a column was added after C: turnover (\"Turnover\")")]
    [InlineData(
        ",Exports,Imports,Turnover",
        ",Exports,Turnover",
        "column C, imports (\"Imports\"), is no longer there"
    )]
    [InlineData(
        ",Exports,Imports",
        ",Imports,Exports",
        "column B, exports (\"Exports\"), is no longer there; a column was added after C: exports (\"Exports\")"
    )]
    [InlineData(
        ",Exports,Imports",
        ",Exports,Re-exports",
        "column C was imports (\"Imports\") and is now re-exports (\"Re-exports\")"
    )]
    // Periods, and how many there are, are no part of a layout.
    [InlineData(",Exports 2021", ",Exports 2021,Exports 2022", "")]
    public void Differences_AreSaidByColumn(string before, string now, string differences)
    {
        var (old, current) = (Of(before), Of(now));

        Assert.Equal(differences, string.Join("; ", LayoutComparison.Differences(old, current)));
        Assert.Equal(differences.Length == 0, old.Fingerprint == current.Fingerprint);

        static LayoutReport Of(string header)
        {
            var figures = string.Concat(Enumerable.Range(1, header.Count(c => c == ',')).Select(i => $",{i * 40}"));
            var title = header.Contains("20", StringComparison.Ordinal) ? "Trade" : "Trade in 2022";
            return LayoutExplanation.Of(
                Reading.Read(
                    Text($"\"{title}, thousand USD\",\n{header}\nChina{figures}\nRussia{figures}\n"),
                    "a.csv",
                    Kazakhstan
                )
            )!;
        }
    }

    private static SheetReport Explain(string text) =>
        Assert.Single(LayoutExplanation.Of(Reading.Read(Text(text), "a.csv", Kazakhstan))!.Sheets);

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex("\"(?<name>[a-zA-Z]+)\":", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
