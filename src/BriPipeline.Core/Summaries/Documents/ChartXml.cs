using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A chart as the office formats hold it: real series that the office's own program draws, in its own fonts.</summary>
internal static class ChartXml
{
    private const uint CategoryAxisId = 1;
    private const uint ValueAxisId = 2;

    /// <param name="group">What stands between thousands in the language of the document.</param>
    public static ChartSpace Write(ChartBlock chart, string group)
    {
        var isUpright = chart.Kind == ChartKind.Columns;
        var isStacked = chart.Kind == ChartKind.StackedBars;
        var bars = new BarChart(
            new BarDirection { Val = isUpright ? BarDirectionValues.Column : BarDirectionValues.Bar },
            new BarGrouping { Val = isStacked ? BarGroupingValues.Stacked : BarGroupingValues.Clustered },
            new VaryColors { Val = false }
        );
        foreach (var (series, index) in chart.Series.Select((series, index) => (series, (uint)index)))
        {
            bars.Append(Series(chart, series, index));
        }

        bars.Append(new GapWidth { Val = 60 });
        if (isStacked)
        {
            bars.Append(new Overlap { Val = 100 });
        }

        bars.Append(new AxisId { Val = CategoryAxisId }, new AxisId { Val = ValueAxisId });
        var categories = new CategoryAxis(
            new AxisId { Val = CategoryAxisId },
            new Scaling(new Orientation { Val = isUpright ? OrientationValues.MinMax : OrientationValues.MaxMin }),
            new Delete { Val = false },
            new AxisPosition { Val = isUpright ? AxisPositionValues.Bottom : AxisPositionValues.Left },
            new MajorTickMark { Val = TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None },
            new TickLabelPosition { Val = TickLabelPositionValues.Low },
            new CrossingAxis { Val = ValueAxisId },
            new Crosses { Val = CrossesValues.AutoZero }
        );
        var values = new ValueAxis(
            new AxisId { Val = ValueAxisId },
            new Scaling(new Orientation { Val = OrientationValues.MinMax }, new MinAxisValue { Val = 0 }),
            new Delete { Val = false },
            new AxisPosition { Val = isUpright ? AxisPositionValues.Left : AxisPositionValues.Bottom },
            new MajorGridlines(new ChartShapeProperties(Outline(ChartPalette.Grid))),
            new NumberingFormat { FormatCode = WholeNumbers(group), SourceLinked = false },
            new MajorTickMark { Val = TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None },
            new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
            new CrossingAxis { Val = CategoryAxisId },
            // With the categories upside down the values would otherwise stand on top.
            new Crosses { Val = isUpright ? CrossesValues.AutoZero : CrossesValues.Maximum },
            new MajorUnit { Val = StepOf(chart) }
        );
        return new ChartSpace(
            new Date1904 { Val = false },
            new RoundedCorners { Val = false },
            new Chart(
                new AutoTitleDeleted { Val = true },
                new PlotArea(new Layout(), bars, categories, values),
                new Legend(new LegendPosition { Val = LegendPositionValues.Top }, new Overlay { Val = false }),
                new PlotVisibleOnly { Val = true },
                new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap }
            )
        );
    }

    private static double StepOf(ChartBlock chart)
    {
        var values = chart.Series.Select(series => series.Values.Select(value => (double)(value ?? 0)));
        return ChartScale
            .Of(
                chart.Kind == ChartKind.StackedBars
                    ? Enumerable
                        .Range(0, chart.Categories.Count)
                        .Select(category => chart.Series.Sum(series => (double)(series.Values[category] ?? 0)))
                    : values.SelectMany(series => series)
            )
            .Step;
    }

    /// <summary>A format with the language's own separator: the usual one follows the reader's machine, not the document.</summary>
    private static string WholeNumbers(string group) =>
        group == "," ? "#,##0" : $"[>=1000000]0\"{group}\"000\"{group}\"000;[>=1000]0\"{group}\"000;0";

    private static BarChartSeries Series(ChartBlock chart, ChartSeries series, uint index) =>
        new(
            new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = index },
            new Order { Val = index },
            new SeriesText(new NumericValue(series.Name)),
            new ChartShapeProperties(
                new A.SolidFill(new A.RgbColorModelHex { Val = ChartPalette.Of(chart.Kind, (int)index) }),
                Outline(ChartPalette.Dark)
            ),
            new InvertIfNegative { Val = false },
            new CategoryAxisData(
                new StringLiteral([
                    new PointCount { Val = (uint)chart.Categories.Count },
                    .. chart.Categories.Select((category, at) => Text((uint)at, category)),
                ])
            ),
            new Values(
                new NumberLiteral([
                    new FormatCode("#,##0.0"),
                    new PointCount { Val = (uint)series.Values.Count },
                    .. series
                        .Values.Select((value, at) => (value, at))
                        .Where(point => point.value is not null)
                        .Select(point => new NumericPoint(
                            new NumericValue(
                                point.value!.Value.ToString(XlsxStyles.Digits, CultureInfo.InvariantCulture)
                            )
                        )
                        {
                            Index = (uint)point.at,
                        }),
                ])
            )
        );

    private static StringPoint Text(uint at, string text) => new(new NumericValue(text)) { Index = at };

    private static A.Outline Outline(string colour) =>
        new(new A.SolidFill(new A.RgbColorModelHex { Val = colour })) { Width = 6350 };
}
