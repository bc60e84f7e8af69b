using System.Globalization;
using System.Text;
using BriPipeline.Core.Office;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Partners one below the other as SVG, each with a bar for each series and its value behind the bar. Bars differ in
/// lightness and outline, and stand in the order of the legend.</summary>
public static class RankChartSvg
{
    private const int NameHeight = 20;
    private const int BarHeight = 14;
    private const int Gap = 8;
    private const int Swatch = 12;
    private const string Ink = "1b2733";

    /// <param name="width">In pixels; also that of the coordinates.</param>
    public static string Write(TitledChart chart, SummaryFormat format, int width)
    {
        var line = NameHeight + (BarHeight * chart.Series.Count) + Gap;
        return ChartFrame.Write(
            chart,
            width,
            NameHeight + Gap + (line * chart.Categories.Count),
            top =>
            {
                var body = new StringBuilder();
                Legend(body, chart.Series, top);
                var y = top + NameHeight + Gap;
                foreach (var (name, index) in chart.Categories.Select((name, index) => (name, index)))
                {
                    Words(body, name + MarkOf(chart, index), ChartFrame.Margin, y + NameHeight - 6);
                    Bars(body, chart, format, index, y + NameHeight, width);
                    y += line;
                }

                Tips(body, chart, top + NameHeight + Gap, line, width);
                return body.ToString();
            }
        );
    }

    private static string MarkOf(TitledChart chart, int category) =>
        chart.Uncertainties.ElementAtOrDefault(category) switch
        {
            Uncertainty.None => "",
            Uncertainty.Provisional => " *",
            Uncertainty.Doubted => " ?",
            _ => " * ?",
        };

    private static void Legend(StringBuilder body, IReadOnlyList<ChartSeries> series, double top)
    {
        double x = ChartFrame.Margin;
        foreach (var (one, index) in series.Select((one, index) => (one, index)))
        {
            Bar(body, x, top + 3, Swatch, Swatch, index);
            Words(body, one.Name, x + Swatch + 5, top + NameHeight - 6);
            x += Swatch + 20 + (SvgDrawing.WidthOf(one.Name) * ChartFrame.TextSize);
        }
    }

    private static void Bars(
        StringBuilder body,
        TitledChart chart,
        SummaryFormat format,
        int category,
        double top,
        int width
    )
    {
        var highest = chart.Series.SelectMany(series => series.Values).Max(value => value ?? 0);
        // The longest value stands behind the longest bar.
        var room =
            width - (2 * ChartFrame.Margin) - ((SvgDrawing.WidthOf(format.Share(highest)) + 1) * ChartFrame.TextSize);
        foreach (var (series, index) in chart.Series.Select((series, index) => (series, index)))
        {
            if (series.Values[category] is not { } value)
            {
                continue;
            }

            var length = highest <= 0 ? 0 : (double)Math.Max(0, value / highest) * room;
            var y = top + (index * BarHeight);
            Bar(body, ChartFrame.Margin, y, length, BarHeight - 3, index);
            Words(body, format.Share(value), ChartFrame.Margin + length + 6, y + BarHeight - 4);
        }
    }

    private static void Bar(StringBuilder body, double x, double y, double width, double height, int series) =>
        body.Append(
            CultureInfo.InvariantCulture,
            $"""<rect x="{x:0.#}" y="{y:0.#}" width="{width:0.#}" height="{height:0.#}" fill="#{ChartPalette.Of(ChartKind.Bars, series)}" stroke="#{ChartPalette.Dark}"/>"""
        );

    private static void Words(StringBuilder body, string text, double x, double y) =>
        body.Append(
            CultureInfo.InvariantCulture,
            $"""<text x="{x:0.#}" y="{y:0.#}" font-size="{ChartFrame.TextSize}" fill="#{Ink}">{Markup.Encode(text)}</text>"""
        );

    /// <summary>Over each partner a field that says its values.</summary>
    private static void Tips(StringBuilder body, TitledChart chart, double top, double line, int width)
    {
        body.Append("""<g class="tips" fill="none" pointer-events="all">""");
        foreach (var (tip, index) in chart.Tips.Select((tip, index) => (tip, index)))
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"""<rect x="0" y="{top + (index * line):0.#}" width="{width}" height="{line}"><title>{Markup.Encode(tip)}</title></rect>"""
            );
        }

        body.Append("</g>");
    }
}
