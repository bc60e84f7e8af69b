using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Trade;

namespace BriPipeline.Web.Pages;

/// <summary>How a chart marks figures that are not final, or about which a finding is open.</summary>
internal static class ChartMarks
{
    internal static Uncertainty Of(IEnumerable<TradeRow?> rows) =>
        rows.OfType<TradeRow>()
            .Select(row =>
                (
                    row.Status is ObservationStatus.P or ObservationStatus.E or ObservationStatus.U
                        ? Uncertainty.Provisional
                        : Uncertainty.None
                ) | (row.Doubt is null ? Uncertainty.None : Uncertainty.Doubted)
            )
            .Aggregate(Uncertainty.None, (all, one) => all | one);

    /// <param name="provisional">The text that explains the mark of provisional figures.</param>
    internal static TitledChart Marked(
        this TitledChart chart,
        PageTexts texts,
        IReadOnlyList<Uncertainty> marks,
        string provisional
    ) =>
        marks.Aggregate(Uncertainty.None, (all, one) => all | one) is var used && used == Uncertainty.None
            ? chart
            : chart with
            {
                Uncertainties = marks,
                Note = string.Join(
                    ' ',
                    new[] { (Uncertainty.Provisional, provisional), (Uncertainty.Doubted, "chart.doubted") }
                        .Where(mark => used.HasFlag(mark.Item1))
                        .Select(mark => texts.Of(mark.Item2))
                ),
            };

    /// <summary>A figure of a tip, with its status and doubt in words.</summary>
    internal static string ValueOf(PageTexts texts, TradeRow row) =>
        $"{texts.Number(row.Value)} {row.Key.Unit}"
        + (row.Status == ObservationStatus.A ? "" : $" ({texts.Of($"obs.{row.Status}")})")
        + (row.Doubt is null ? "" : texts.Of("data.doubtMark"));
}
