using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A chart as SVG for a page. Its letters stay text in the reader's own fonts, so that it is the same bytes on every
/// machine and no script is without its letters.</summary>
public static class ChartSvg
{
    private const int Width = 720;
    private const int ColumnsHeight = 300;
    private const int BarHeight = 34;
    private const int BarsMargin = 90;
    private const double Font = 13;

    public static string Write(ChartBlock chart, SummaryFormat format)
    {
        var height =
            chart.Kind == ChartKind.Columns ? ColumnsHeight : BarsMargin + (BarHeight * chart.Categories.Count);
        var exporter = new SvgExporter
        {
            Width = Width,
            Height = height,
            IsDocument = false,
            TextMeasurer = new RoomyText(),
        };
        var svg = exporter.ExportToString(Model(chart, format));
        var start = svg.IndexOf("<svg", StringComparison.Ordinal);
        var end = svg.IndexOf('>', start) + 1;
        var open = string.Create(
            CultureInfo.InvariantCulture,
            $"""<svg viewBox="0 0 {Width} {height}" xmlns="http://www.w3.org/2000/svg" aria-hidden="true" focusable="false">"""
        );
        // Names of clipping paths must be unique in the page.
        return open
            + svg[end..]
                .Replace("id=\"clipPath", $"id=\"{chart.Id}-clip", StringComparison.Ordinal)
                .Replace("url(#clipPath", $"url(#{chart.Id}-clip", StringComparison.Ordinal)
                .Replace("\r\n", "\n", StringComparison.Ordinal)
                .TrimEnd();
    }

    private static PlotModel Model(ChartBlock chart, SummaryFormat format)
    {
        var isUpright = chart.Kind == ChartKind.Columns;
        var model = new PlotModel
        {
            Culture = CultureInfo.InvariantCulture,
            DefaultFont = "system-ui, sans-serif",
            DefaultFontSize = Font,
            PlotAreaBorderThickness = new OxyThickness(0),
        };
        model.Legends.Add(
            new Legend
            {
                LegendPosition = LegendPosition.TopLeft,
                LegendPlacement = LegendPlacement.Outside,
                LegendOrientation = LegendOrientation.Horizontal,
            }
        );
        var categories = new CategoryAxis
        {
            Key = "categories",
            Position = isUpright ? AxisPosition.Bottom : AxisPosition.Left,
            GapWidth = 0.4,
            TickStyle = TickStyle.None,
            AxislineStyle = LineStyle.Solid,
            AxislineColor = OxyColors.Gray,
            // The first bar stands on top.
            StartPosition = isUpright ? 0 : 1,
            EndPosition = isUpright ? 1 : 0,
        };
        categories.Labels.AddRange(chart.Categories);
        model.Axes.Add(categories);
        model.Axes.Add(
            new LinearAxis
            {
                Key = "values",
                Position = isUpright ? AxisPosition.Left : AxisPosition.Bottom,
                Minimum = 0,
                MaximumPadding = 0.05,
                // Labels are whole numbers.
                MinimumMajorStep = 1,
                MajorGridlineStyle = LineStyle.Solid,
                MajorGridlineColor = OxyColor.Parse("#" + ChartPalette.Grid),
                TickStyle = TickStyle.None,
                LabelFormatter = value => format.Count((decimal)value),
            }
        );
        foreach (var (series, index) in chart.Series.Select((series, index) => (series, index)))
        {
            var bars = new BarSeries
            {
                Title = series.Name,
                FillColor = OxyColor.Parse("#" + ChartPalette.Of(chart.Kind, index)),
                StrokeColor = OxyColor.Parse("#" + ChartPalette.Dark),
                StrokeThickness = 1,
                IsStacked = chart.Kind == ChartKind.StackedBars,
                XAxisKey = "values",
                YAxisKey = "categories",
            };
            bars.Items.AddRange(
                series
                    .Values.Select((value, category) => (value, category))
                    .Where(bar => bar.value is not null)
                    .Select(bar => new BarItem((double)bar.value!.Value, bar.category))
            );
            model.Series.Add(bars);
        }

        return model;
    }

    /// <summary>Letters as wide as those of a wide font: which one a reader has is not known here, and too much room does no harm.</summary>
    private sealed class RoomyText() : PdfRenderContext(Width, Width, OxyColors.White)
    {
        private const double LetterWidth = 0.64;
        private const double IdeographWidth = 1.02;
        private const double LineHeight = 1.2;

        public override OxySize MeasureText(string text, string fontFamily, double fontSize, double fontWeight) =>
            new(
                (text ?? "").Sum(letter => letter >= '\u2E80' ? IdeographWidth : LetterWidth) * fontSize,
                LineHeight * fontSize
            );
    }
}
