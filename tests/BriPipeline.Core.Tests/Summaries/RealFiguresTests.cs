using System.Globalization;
using System.Text;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Summaries;

/// <summary>A summary of figures that an office published: Bureau of National Statistics of Kazakhstan, trade by partner in 2022 and 2021.</summary>
public sealed class RealFiguresTests
{
    private const int FirstRow = 7;

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["Всего"] = "001",
        ["Китай"] = "CHN",
        ["Россия"] = "RUS",
        ["Узбекистан"] = "UZB",
    };

    private static readonly Dictionary<string, int> Columns = new(StringComparer.Ordinal)
    {
        ["T"] = 2,
        ["X"] = 4,
        ["M"] = 6,
    };

    [Fact]
    public void Compile_GivesThePublishedFiguresOfTradeWithChina()
    {
        using var file = File.OpenRead(Corpus.PathOf("kz-bns-partners-2022", ".xls"));
        var rows = TradeTable.Read(Draw(WorkbookReader.Read(file, "partners.xls").Workbook!));

        var summary = Compiling.Reporter(new Area("KAZ"), TimePeriod.OfYear(2022), null, rows).Summary!;

        var china = summary.Countries.Single(line => line.Area.Code == "CHN");
        var format = new SummaryFormat(SummaryTexts.English);
        Assert.Equal("24,203.9", format.Millions(china.Turnover!.Now.Value));
        Assert.Equal("13,060.2", format.Millions(china.Exports!.Now.Value));
        Assert.Equal("11,143.7", format.Millions(china.Imports!.Now.Value));
        Assert.Equal(AmountBasis.Published, china.Turnover.Now.Basis);
        Assert.Equal(9772505633.04m, china.Exports.YearEarlier!.Value);
        Assert.Equal("+33.6 %", format.Change(china.Exports.Change));
        Assert.Equal(84593070081.31m, summary.Headline.Exports!.Now.Value);
        var html = Encoding.UTF8.GetString(Compiling.Html(summary));
        Assert.Matches(
            @"<td>(<a[^>]*>)?13,060,205,479\.11(</a>)?</td><td[^>]*><a href=""#w1"">W1</a></td><td[^>]*>2022</td><td[^>]*>D78</td>",
            html
        );
        Assert.Matches(
            @"<td>(<a[^>]*>)?11,143,739,729\.19(</a>)?</td><td[^>]*><a href=""#w1"">W1</a></td><td[^>]*>2022</td><td[^>]*>F78</td>",
            html
        );
        Assert.Matches(
            @"<td>(<a[^>]*>)?24,203,945,208\.3(</a>)?</td><td[^>]*><a href=""#w1"">W1</a></td><td[^>]*>2022</td><td[^>]*>B78</td>",
            html
        );
    }

    private static string Draw(Workbook workbook)
    {
        var drawn = new StringBuilder();
        foreach (var sheet in workbook.Sheets)
        {
            for (var row = FirstRow; row <= sheet.RowCount; row++)
            {
                if (Labels.TryGetValue(sheet[row, 1].Raw.Trim(), out var partner))
                {
                    foreach (var (flow, column) in Columns)
                    {
                        var value = 1000 * decimal.Parse(sheet[row, column].Raw, CultureInfo.InvariantCulture);
                        drawn.AppendLine(
                            CultureInfo.InvariantCulture,
                            $"{partner} {flow} {sheet.Name} {value} A {sheet.Name}!{new CellAddress(row, column)}"
                        );
                    }
                }
            }
        }

        return drawn.ToString();
    }
}
