using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Trade;
using BriPipeline.Web.Handlers;

namespace BriPipeline.Web.Pages;

/// <summary>The charts of a reporter's partners.</summary>
internal static class RankingChart
{
    internal const int MaxBars = 15;

    internal static TitledChart BarsOf(PageTexts texts, Area reporter, RankingView view)
    {
        var shown = view.Partners.Take(MaxBars).ToList();
        var (power, scale) = ScaleOf(shown);
        List<ChartSeries> series =
        [
            new(texts.Of("flow.X"), [.. shown.Select(line => line.Exports?.Value / scale)]),
            new(texts.Of("flow.M"), [.. shown.Select(line => line.Imports?.Value / scale)]),
        ];
        return new TitledChart(
            "rank",
            texts.Of("ranking.bars", texts.NameOf(reporter), shown.Count, view.Partners.Count, PeriodOf(texts, view)),
            $"{view.Choice.Figures.Unit}, {texts.Of($"scale.{power}")}",
            SourceOf(texts, reporter, view),
            [.. shown.Select(line => texts.NameOf(line.Partner))],
            [.. series.Where(one => one.Values.Any(value => value is not null))],
            [.. shown.Select(line => TipOf(texts, line))]
        ).Marked(texts, MarksOf(shown), "chart.starred");
    }

    internal static TitledChart MapOf(PageTexts texts, Area reporter, RankingView view)
    {
        var shown = view.Partners.Where(line => MapChartSvg.Has(line.Partner.Code)).ToList();
        return new(
            "map",
            texts.Of("ranking.map", texts.NameOf(reporter), PeriodOf(texts, view)),
            texts.Of(
                "ranking.circles",
                shown.Count == 0
                    ? ""
                    : $"{texts.NameOf(shown[0].Partner)}, {texts.Number(shown[0].Sum)} {view.Choice.Figures.Unit}"
            ),
            SourceOf(texts, reporter, view),
            [.. shown.Select(line => line.Partner.Code)],
            [new(texts.Of("flow.T"), [.. shown.Select(line => (decimal?)line.Sum)])],
            [.. shown.Select(line => TipOf(texts, line))]
        );
    }

    private static IReadOnlyList<Uncertainty> MarksOf(IEnumerable<PartnerLine> lines) =>
        [.. lines.Select(line => ChartMarks.Of([line.Exports, line.Imports]))];

    internal static string PeriodOf(PageTexts texts, RankingView view) => texts.NameOf(view.Choice.Period);

    private static (int Power, decimal Scale) ScaleOf(IReadOnlyList<PartnerLine> lines)
    {
        var power = ChartScales.PowerOf(
            lines.Max(line => Math.Max(line.Exports?.Value ?? 0, line.Imports?.Value ?? 0))
        );
        return (power, ChartScales.Of(power));
    }

    private static string SourceOf(PageTexts texts, Area reporter, RankingView view) =>
        texts.Of(
            "ranking.source",
            texts.NameOf(reporter),
            PairChart.PublisherOf(view.Choice.Figures, view.Profile),
            PeriodOf(texts, view)
        ) + PairChart.LicenceOf(texts, view.Profile);

    private static string TipOf(PageTexts texts, PartnerLine line) =>
        string.Join(
            '\n',
            new[] { ("flow.X", line.Exports), ("flow.M", line.Imports) }
                .Where(flow => flow.Item2 is not null)
                .Select(flow => $"{texts.Of(flow.Item1)}: {ChartMarks.ValueOf(texts, flow.Item2!)}")
                .Prepend(texts.NameOf(line.Partner))
        );
}
