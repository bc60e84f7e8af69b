using BriPipeline.Core.Summaries.Documents;
using DocumentFormat.OpenXml.Drawing.Charts;

namespace BriPipeline.Core.Tests.Summaries.Documents;

public sealed class ChartXmlTests
{
    [Theory]
    [InlineData(ChartKind.Columns, 17_880, 5_000)]
    [InlineData(ChartKind.Columns, 9, 2)]
    [InlineData(ChartKind.Columns, 0.4, 1)]
    [InlineData(ChartKind.StackedBars, 17_880, 10_000)]
    public void Axis_HasFiveLinesAtMost(ChartKind kind, double largest, double step)
    {
        var axis = Axis(kind, [(decimal)largest, null], ",");

        Assert.Equal(step, axis.GetFirstChild<MajorUnit>()!.Val!.Value);
    }

    [Theory]
    [InlineData(",", "#,##0")]
    [InlineData("\u00a0", "[>=1000000]0\"\u00a0\"000\"\u00a0\"000;[>=1000]0\"\u00a0\"000;0")]
    public void Axis_WritesThousands_AsTheLanguageDoes(string group, string format)
    {
        var axis = Axis(ChartKind.Columns, [1], group);

        Assert.Equal(format, axis.GetFirstChild<NumberingFormat>()!.FormatCode!.Value);
    }

    private static ValueAxis Axis(ChartKind kind, decimal?[] values, string group)
    {
        var chart = new ChartBlock(
            "c",
            kind,
            "",
            "",
            [.. values.Select((_, i) => $"{i}")],
            [new("Exports", values), new("Imports", values)]
        )
        {
            Rows = [],
        };
        return ChartXml.Write(chart, group).Descendants<ValueAxis>().Single();
    }
}
