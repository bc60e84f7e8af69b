namespace BriPipeline.Core.Summaries;

/// <summary>Every amount that a summary prints.</summary>
internal static class SummaryAmounts
{
    public static IEnumerable<SummaryAmount> Of(MonthlySummary summary)
    {
        var figures = new[] { summary.Headline }
            .Concat(summary.Countries)
            .Concat(summary.Groups)
            .SelectMany(line => new[] { line.Turnover, line.Exports, line.Imports, line.Balance })
            .Concat(
                summary
                    .Spans.Concat(summary.Beside.SelectMany(beside => beside.Spans))
                    .SelectMany(span => new[] { span.Turnover, span.Exports, span.Imports, span.Balance })
            )
            .Concat((summary.Commodities ?? []).SelectMany(flow => flow.Largest).Select(commodity => commodity.Value))
            .Concat(Recent(summary).Select(line => line.Latest))
            .Append(summary.LikeForLike?.Turnover)
            .Append(summary.LongRun?.Turnover)
            .OfType<SummaryFigure>()
            .SelectMany(figure => new[] { figure.Now, figure.YearEarlier });
        return figures
            .Concat(summary.Months.SelectMany(month => new[] { month.Now, month.YearEarlier }))
            .Concat(
                (summary.Mirror is { } mirror ? mirror.Lines.Concat(mirror.History) : []).SelectMany(line =>
                    new[] { line.Exporter.Amount, line.Importer.Amount }
                )
            )
            .Concat(Recent(summary).Select(line => line.Before))
            .Concat(summary.Targets.SelectMany(target => target.Sides).Select(side => side.ToDate))
            .OfType<SummaryAmount>();
    }

    private static IEnumerable<SummaryComparison> Recent(MonthlySummary summary) =>
        new[] { summary.ThreeMonths, summary.OnMonthBefore }.OfType<SummaryRecent>().SelectMany(recent => recent.Lines);
}
