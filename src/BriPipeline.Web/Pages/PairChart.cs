using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries.Documents;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Handlers;

namespace BriPipeline.Web.Pages;

/// <summary>The chart of a pair: its flows and their balance.</summary>
internal static class PairChart
{
    /// <summary>Null where there are not two periods to compare.</summary>
    internal static TitledChart? Of(PageTexts texts, TradeQuery query, PairView view)
    {
        if (view.Lines.Count < 2)
        {
            return null;
        }

        var most = view.Lines.SelectMany(line => line.Rows.Values).Max(row => Math.Abs(row.Value));
        var power = ChartScales.PowerOf(most);
        var scale = ChartScales.Of(power);
        var (choice, first, last) = (view.Choice, view.Lines[0].Period, view.Lines[^1].Period);
        var series = view
            .Flows.Select(flow => new ChartSeries(
                texts.Of($"flow.{flow}"),
                [.. view.Lines.Select(line => line.Rows.GetValueOrDefault(flow)?.Value / scale)]
            ))
            .ToList();
        if (view.HasBalance)
        {
            series.Add(new(texts.Of("flow.balance"), [.. view.Lines.Select(line => line.Balance / scale)]));
        }

        return new TitledChart(
            "pair",
            TitleOf(texts, query, choice),
            $"{choice.Unit}, {texts.Of($"scale.{power}")}",
            texts.Of(
                "pair.source",
                texts.NameOf(query.Reporter!.Value),
                PublisherOf(choice, view.Profile),
                texts.NameOf(first),
                texts.NameOf(last)
            ) + LicenceOf(texts, view.Profile),
            [.. view.Lines.Select(line => line.Period.ToString())],
            series,
            [.. view.Lines.Select(line => TipOf(texts, view, line))]
        ).Marked(texts, [.. view.Lines.Select(line => ChartMarks.Of(line.Rows.Values))], "chart.shaded");
    }

    /// <summary>The figures of a period as the table has them.</summary>
    private static string TipOf(PageTexts texts, PairView view, PairLine line) =>
        string.Join(
            '\n',
            view.Flows.Where(line.Rows.ContainsKey)
                .Select(flow => (Name: $"flow.{flow}", Value: ChartMarks.ValueOf(texts, line.Rows[flow])))
                .Concat(
                    line.Balance is { } balance ? [("flow.balance", $"{texts.Signed(balance)} {view.Choice.Unit}")] : []
                )
                .Select(value => $"{texts.Of(value.Name)}: {value.Value}")
                .Prepend(texts.NameOf(line.Period))
        );

    /// <summary>Who publishes, and the name of the source here.</summary>
    internal static string PublisherOf(PairChoice choice, SourceProfile? profile) =>
        profile?.Publisher is { } publisher ? $"{publisher} ({SourceOf(choice)})" : SourceOf(choice);

    internal static string LicenceOf(PageTexts texts, SourceProfile? profile) =>
        profile?.Licence is { } licence ? " " + texts.Of("pair.licence", licence) : "";

    internal static string TitleOf(PageTexts texts, TradeQuery query, PairChoice choice) =>
        $"{texts.NameOf(query.Reporter!.Value)} – {texts.NameOf(query.Partner!.Value)}: {texts.NameOf(choice.Commodity)}, "
        + texts.Of($"frequency.{choice.Frequency}");

    internal static string SourceOf(PairChoice choice) =>
        choice.Source + (choice.Variant is null ? "" : $" ({choice.Variant})");
}
