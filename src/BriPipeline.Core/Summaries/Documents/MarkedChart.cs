using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A chart whose categories carry the marks of their figures: status and open findings. The title says what they mean,
/// so that they are understood wherever the drawing is taken.</summary>
internal static class MarkedChart
{
    public static ChartBlock Of(ChartBlock chart, MonthlySummary summary, SummaryTexts texts)
    {
        var marks = chart.Rows.Select(rows => MarksOf(rows, summary, texts)).ToList();
        var used = marks.SelectMany(of => of).Distinct().ToList();
        return used.Count == 0
            ? chart
            : chart with
            {
                Categories =
                [
                    .. chart.Categories.Zip(
                        marks,
                        (category, of) => string.Join(' ', of.Select(mark => mark.Sign).Prepend(category))
                    ),
                ],
                Title =
                    $"{chart.Title} ({string.Join(texts["listSeparator"], used.Select(mark => Said(mark, mark.Meaning)))})",
                Description =
                    chart.Description
                    + string.Concat(
                        used.Select(mark =>
                            texts["sentenceSpace"] + Said(mark, CategoriesOf(mark)) + texts["sentenceEnd"]
                        )
                    ),
            };

        string Said(SummaryMark mark, string text) => $"{mark.Sign} = {text}";

        string CategoriesOf(SummaryMark mark) =>
            $"{mark.Meaning}: "
            + string.Join(
                texts["listSeparator"],
                chart.Categories.Zip(marks).Where(one => one.Second.Contains(mark)).Select(one => one.First)
            );
    }

    /// <summary>Each once, statuses in their order, then doubt.</summary>
    private static List<SummaryMark> MarksOf(IEnumerable<string> rows, MonthlySummary summary, SummaryTexts texts)
    {
        var sources = rows.Select(row => summary.Rows.GetValueOrDefault(row)).OfType<SummarySource>().ToList();
        return
        [
            .. sources.Select(row => row.Status).Distinct().Order().Select(texts.MarkOf).OfType<SummaryMark>(),
            .. sources.Any(row => row.Doubt is not null) ? [texts.MarkOfDoubt] : Array.Empty<SummaryMark>(),
        ];
    }
}
