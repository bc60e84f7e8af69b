using System.Globalization;
using System.Text;
using BriPipeline.Core.Office;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Lines over time as SVG, with title, unit and source as text inside. The lines differ in colour, stroke and mark.</summary>
public static class TimeChartSvg
{
    /// <summary>For a screen, print and a file of its own.</summary>
    public const int Wide = 760;

    /// <summary>For a telephone: letters keep their size, fewer periods are named.</summary>
    public const int Narrow = 340;

    private const int PlotHeight = 320;
    private const int Margin = 8;
    private const int TitleSize = 16;
    private const int TextSize = 13;
    private const int RoomOfLabel = 85;
    private const int MaxMarked = 24;
    private const double LineSpacing = 1.35;
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
    public static string Write(TimeChart chart, SummaryFormat format, int width)
    {
        var body = new StringBuilder();
        var y = 0.0;
        Lines(chart.Title, TitleSize, "font-weight=\"600\" fill=\"#1b2733\"");
        Lines(chart.Unit, TextSize, "fill=\"#55636f\"");
        y += Margin;
        var model = Model(chart, format, width);
        var plot = SvgDrawing.Write(model, width, PlotHeight, $"{chart.Id}{width}");
        body.Append(CultureInfo.InvariantCulture, $"""<svg x="0" y="{y}" width="{width}" height="{PlotHeight}" """)
            .Append(plot.AsSpan("<svg ".Length));
        Tips(body, chart.Tips, model, y);
        y += PlotHeight;
        Lines(chart.Source, TextSize - 1, "fill=\"#55636f\"");
        var height = (int)Math.Ceiling(y + Margin);
        return string.Create(
                CultureInfo.InvariantCulture,
                $"""<svg width="{width}" height="{height}" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" font-family="system-ui, sans-serif" aria-hidden="true" focusable="false"><rect width="{width}" height="{height}" fill="#ffffff"/>"""
            )
            + body
            + "</svg>";

        void Lines(string text, int size, string look)
        {
            foreach (var line in Wrap(text, (width - (2 * Margin)) / (double)size))
            {
                y += size * LineSpacing;
                body.Append(
                    CultureInfo.InvariantCulture,
                    $"""<text x="{Margin}" y="{y:0.#}" font-size="{size}" {look}>{Markup.Encode(line)}</text>"""
                );
            }
        }
    }

    /// <summary>Over each period a field that says its values.</summary>
    private static void Tips(StringBuilder body, IReadOnlyList<string> tips, PlotModel model, double top)
    {
        var (area, periods) = (model.PlotArea, model.Axes[0]);
        body.Append("""<g class="tips" fill="none" pointer-events="all">""");
        foreach (var (tip, index) in tips.Select((tip, index) => (tip, index)))
        {
            var left = Math.Max(area.Left, periods.Transform(index - HalfPeriod));
            var right = Math.Min(area.Right, periods.Transform(index + HalfPeriod));
            body.Append(
                CultureInfo.InvariantCulture,
                $"""<rect x="{left:0.#}" y="{top + area.Top:0.#}" width="{right - left:0.#}" height="{area.Height:0.#}"><title>{Markup.Encode(tip)}</title></rect>"""
            );
        }

        body.Append("</g>");
    }

    /// <summary>The lines of a text at its blanks, each at most so many times the size of the letters wide.</summary>
    private static List<string> Wrap(string text, double room)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && SvgDrawing.WidthOf($"{lines[^1]} {word}") <= room)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    private static PlotModel Model(TimeChart chart, SummaryFormat format, int width)
    {
        var model = SvgDrawing.Empty();
        var step = Math.Max(1, (int)Math.Ceiling(chart.Periods.Count * (double)RoomOfLabel / width));
        var periods = new CategoryAxis
        {
            Position = AxisPosition.Bottom,
            TickStyle = TickStyle.None,
            AxislineStyle = LineStyle.Solid,
            AxislineColor = OxyColors.Gray,
        };
        // Counted from the newest, which is always named.
        periods.Labels.AddRange(
            chart.Periods.Select((period, index) => (chart.Periods.Count - 1 - index) % step == 0 ? period : "")
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
                MarkerType = chart.Periods.Count <= MaxMarked ? mark : MarkerType.None,
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
