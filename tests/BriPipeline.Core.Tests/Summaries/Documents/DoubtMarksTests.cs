using System.Text;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries.Documents;

/// <summary>An open finding travels with its row into every sentence and table.</summary>
public sealed class DoubtMarksTests
{
    private static readonly MonthlySummary Clean = SampleTrade.Compile(
        "KAZ-CHN",
        "2023-07",
        SampleTrade.Sample("invented-kz-china-monthly"),
        "Sample"
    );

    private static readonly string Key = Clean.Headline.Exports!.Now.Rows.Single();

    private static readonly MonthlySummary Doubted = Clean with
    {
        Rows = Clean.Rows.ToDictionary(
            row => row.Key,
            row => row.Key == Key ? row.Value with { Doubt = "large-revision" } : row.Value,
            StringComparer.Ordinal
        ),
    };

    [Fact]
    public void EveryFigureOnTheRow_IsMarked_AndNoOther()
    {
        var document = Compose(Doubted);
        var mark = SummaryTexts.English.MarkOfDoubt;
        var cells = document
            .Blocks.OfType<TableBlock>()
            .Where(table => table.Id != SourceSection.SumsId)
            .SelectMany(table => table.Lines)
            .SelectMany(line => line)
            .Where(cell => cell.Rows.Count > 0)
            .ToList();
        var runs = document.Blocks.OfType<ListBlock>().SelectMany(list => list.Items).SelectMany(item => item).ToList();

        Assert.All(cells, cell => Assert.Equal(cell.Rows.Contains(Key), cell.Marks.Contains(mark)));
        Assert.All(
            runs.Where(run => run.Text != mark.Sign),
            run => Assert.Equal(run.Rows?.Contains(Key) == true, run.Mark is not null)
        );
        Assert.Contains(runs, run => run.Mark is not null);
        Assert.Contains(cells, cell => cell.Marks.Contains(mark));
    }

    [Fact]
    public void NoFigure_IsMarked_WhereNothingIsOpen()
    {
        var blocks = Compose(Clean).Blocks;

        Assert.DoesNotContain(
            blocks.OfType<TableBlock>().SelectMany(table => table.Lines).SelectMany(line => line),
            cell => cell.Marks.Contains(SummaryTexts.English.MarkOfDoubt)
        );
    }

    [Fact]
    public void Formats_PrintTheMark()
    {
        var document = Compose(Doubted);

        Assert.Contains(
            "1,292.9</a><sup title=\"open finding\">?</sup>",
            Encoding.UTF8.GetString(Core.Summaries.Html.HtmlDocument.Write(document, SummaryTexts.English)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "1,292.9?",
            OfficeText.OfDocx(DocxDocument.Write(document, SummaryTexts.English)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Charts_MarkTheCategoriesOfTheRow_AndSayWhatTheMarkMeans()
    {
        var chart = Compose(Doubted).Blocks.OfType<ChartBlock>().Single(block => block.Id == "monthschart");
        var plain = Compose(Clean).Blocks.OfType<ChartBlock>().Single(block => block.Id == "monthschart");

        Assert.Equal(["07/23 ?"], chart.Categories.Except(plain.Categories));
        Assert.Equal(plain.Title + " (? = open finding)", chart.Title);
        Assert.EndsWith(" ? = open finding: 07/23.", chart.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_MarkProvisionalCategories()
    {
        var provisional = Clean with
        {
            Rows = Clean.Rows.ToDictionary(
                row => row.Key,
                row => row.Key == Key ? row.Value with { Status = ObservationStatus.P } : row.Value,
                StringComparer.Ordinal
            ),
        };
        var chart = Compose(provisional).Blocks.OfType<ChartBlock>().Single(block => block.Id == "monthschart");

        Assert.Equal("07/23 p", chart.Categories[^1]);
        Assert.EndsWith(" (p = provisional)", chart.Title, StringComparison.Ordinal);
    }

    private static SummaryDocument Compose(MonthlySummary summary) =>
        SummaryDocuments.Compose(summary, Compiling.Draft, SummaryOffice.None, SummaryTexts.English);
}
