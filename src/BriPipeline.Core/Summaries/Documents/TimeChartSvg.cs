using System.Globalization;
using System.Text;
using BriPipeline.Core.Office;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Lines over time as SVG. The lines differ in colour, stroke and mark.</summary>
public static class TimeChartSvg
{
    private const int PlotHeight = 320;
    private const int RoomOfLabel = 85;
    private const int MaxMarked = 24;
    private const int MarkHeight = 16;
    private const double HalfPeriod = 0.5;

    /// <summary>Blue, orange and grey are told apart by the colour-blind; strokes and marks without any colour.</summary>
    private static readonly (string Colour, LineStyle Stroke, MarkerType Mark)[] Looks =
    [
        ("08519C", LineStyle.Solid, MarkerType.Circle),
        ("B84A00", LineStyle.Dash, MarkerType.Square),
        ("555555", LineStyle.Dot, MarkerType.Triangle),
        ("5E3C99", LineStyle.DashDot, MarkerType.Diamond),
        ("1D6B3F", LineStyle.LongDash, MarkerType.Circle),
    ];

    /// <param name="width">In pixels; also that of the coordinates.</param>
    public static string Write(TitledChart chart, SummaryFormat format, int width) =>
        ChartFrame.Write(
            chart,
            width,
            PlotHeight,
            top =>
            {
                var model = Model(chart, format, width);
                var plot = SvgDrawing.Write(model, width, PlotHeight, $"{chart.Id}{width}");
                var body = new StringBuilder()
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"""<svg x="0" y="{top}" width="{width}" height="{PlotHeight}" """
                    )
                    .Append(plot.AsSpan("<svg ".Length));
                Marks(body, chart, model, top);
                Tips(body, chart.Tips, model, top);
                return body.ToString();
            }
        );

    /// <summary>A shade over periods that are not final; a line with a question mark over those in doubt.</summary>
    private static void Marks(StringBuilder body, TitledChart chart, PlotModel model, double top)
    {
        var area = model.PlotArea;
        foreach (var (first, last) in chart.RunsOf(Uncertainty.Provisional))
        {
            var (left, right) = Stretch(model, first, last);
            body.Append(
                CultureInfo.InvariantCulture,
                $"""<rect x="{left:0.#}" y="{top + area.Top:0.#}" width="{right - left:0.#}" height="{area.Height:0.#}" fill="#1b2733" fill-opacity="0.08"/>"""
            );
        }

        foreach (var (first, last) in chart.RunsOf(Uncertainty.Doubted))
        {
            var (left, right) = Stretch(model, first, last);
            body.Append(
                CultureInfo.InvariantCulture,
                $"""<path d="M{left:0.#} {top + area.Top + MarkHeight:0.#}H{right:0.#}" stroke="#1b2733" stroke-width="2"/><text x="{(left + right) / 2:0.#}" y="{top + area.Top + MarkHeight - 4:0.#}" font-size="{MarkHeight}" font-weight="700" text-anchor="middle" fill="#1b2733">?</text>"""
            );
        }
    }

    private static (double Left, double Right) Stretch(PlotModel model, int first, int last) =>
        (
            Math.Max(model.PlotArea.Left, model.Axes[0].Transform(first - HalfPeriod)),
            Math.Min(model.PlotArea.Right, model.Axes[0].Transform(last + HalfPeriod))
        );

    /// <summary>Over each period a field that says its values.</summary>
    private static void Tips(StringBuilder body, IReadOnlyList<string> tips, PlotModel model, double top)
    {
        var area = model.PlotArea;
        body.Append("""<g class="tips" fill="none" pointer-events="all">""");
        foreach (var (tip, index) in tips.Select((tip, index) => (tip, index)))
        {
            var (left, right) = Stretch(model, index, index);
            body.Append(
                CultureInfo.InvariantCulture,
                $"""<rect x="{left:0.#}" y="{top + area.Top:0.#}" width="{right - left:0.#}" height="{area.Height:0.#}"><title>{Markup.Encode(tip)}</title></rect>"""
            );
        }

        body.Append("</g>");
    }

    private static PlotModel Model(TitledChart chart, SummaryFormat format, int width)
    {
        var model = SvgDrawing.Empty();
        var step = Math.Max(1, (int)Math.Ceiling(chart.Categories.Count * (double)RoomOfLabel / width));
        var periods = new CategoryAxis
        {
            Position = AxisPosition.Bottom,
            TickStyle = TickStyle.None,
            AxislineStyle = LineStyle.Solid,
            AxislineColor = OxyColors.Gray,
        };
        // Counted from the newest, which is always named.
        periods.Labels.AddRange(
            chart.Categories.Select((period, index) => (chart.Categories.Count - 1 - index) % step == 0 ? period : "")
        );
        model.Axes.Add(periods);
        var scale = ChartScale.Of(
            chart.Series.SelectMany(series => series.Values).OfType<decimal>().Select(decimal.ToDouble)
        );
        model.Axes.Add(
            new LinearAxis
            {
                Position = AxisPosition.Left,
                Minimum = scale.Low,
                Maximum = scale.High,
                MajorStep = scale.Step,
                MajorGridlineStyle = LineStyle.Solid,
                MajorGridlineColor = OxyColor.Parse("#" + ChartPalette.Grid),
                ExtraGridlines = scale.Low < 0 ? [0] : [],
                ExtraGridlineColor = OxyColors.Gray,
                TickStyle = TickStyle.None,
                LabelFormatter = value => format.Count((decimal)value),
            }
        );
        foreach (var (series, index) in chart.Series.Select((series, index) => (series, index)))
        {
            var (colour, stroke, mark) = Looks[index % Looks.Length];
            var line = new LineSeries
            {
                Title = series.Name,
                Color = OxyColor.Parse("#" + colour),
                LineStyle = stroke,
                StrokeThickness = 2,
                MarkerType = chart.Categories.Count <= MaxMarked ? mark : MarkerType.None,
                MarkerSize = 3,
                MarkerFill = OxyColor.Parse("#" + colour),
            };
            line.Points.AddRange(
                series.Values.Select((value, at) => new DataPoint(at, value is { } known ? (double)known : double.NaN))
            );
            model.Series.Add(line);
        }

        return model;
    }
}
