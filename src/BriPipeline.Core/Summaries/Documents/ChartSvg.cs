using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A chart of a document as SVG.</summary>
public static class ChartSvg
{
    private const int Width = 720;
    private const int ColumnsHeight = 300;
    private const int BarHeight = 34;
    private const int BarsMargin = 90;

    public static string Write(ChartBlock chart, SummaryFormat format)
    {
        var height =
            chart.Kind == ChartKind.Columns ? ColumnsHeight : BarsMargin + (BarHeight * chart.Categories.Count);
        return SvgDrawing.Write(Model(chart, format), Width, height, chart.Id);
    }

    private static PlotModel Model(ChartBlock chart, SummaryFormat format)
    {
        var isUpright = chart.Kind == ChartKind.Columns;
        var model = SvgDrawing.Empty();
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
}
