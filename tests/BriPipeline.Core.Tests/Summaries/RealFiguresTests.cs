using System.Globalization;
using System.Text;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Summaries.Html;
using ExcelDataReader;

namespace BriPipeline.Core.Tests.Summaries;

/// <summary>A summary of figures that an office published: Bureau of National Statistics of Kazakhstan, trade by partner in 2022 and 2021.</summary>
public sealed class RealFiguresTests
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["Всего"] = "001",
        ["Китай"] = "CHN",
        ["Россия"] = "RUS",
        ["Узбекистан"] = "UZB",
    };

    private static readonly Dictionary<string, int> Columns = new(StringComparer.Ordinal)
    {
        ["T"] = 1,
        ["X"] = 3,
        ["M"] = 5,
    };

    [Fact]
    public void Compile_GivesThePublishedFiguresOfTradeWithChina()
    {
        var folder = Path.Combine(Repository.Corpus, "files", "kz-bns-partners-2022");
        Assert.SkipUnless(Directory.Exists(folder), "The corpus of published workbooks is not on this machine.");
        var rows = TradeTable.Read(Draw(Directory.GetFiles(folder).Single()));

        var summary = SummaryCompiler.Compile(new Area("KAZ"), TimePeriod.OfYear(2022), null, rows).Summary!;

        var china = summary.Countries.Single(line => line.Area.Code == "CHN");
        var format = new SummaryFormat(SummaryTexts.English);
        Assert.Equal("24,203.9", format.Millions(china.Turnover!.Now.Value));
        Assert.Equal("13,060.2", format.Millions(china.Exports!.Now.Value));
        Assert.Equal("11,143.7", format.Millions(china.Imports!.Now.Value));
        Assert.Equal(AmountBasis.Published, china.Turnover.Now.Basis);
        Assert.Equal(9772505633.04m, china.Exports.YearEarlier!.Value);
        Assert.Equal("+33.6 %", format.Change(china.Exports.Change));
        Assert.Equal(84593070081.31m, summary.World.Exports!.Now.Value);
        var html = Encoding.UTF8.GetString(HtmlDocument.Write(summary, 1, SummaryTexts.English, area => area.Code));
        Assert.Contains("<b>D78</b> 13,060,205,479.11", html, StringComparison.Ordinal);
        Assert.Contains("<b>F78</b> 11,143,739,729.19", html, StringComparison.Ordinal);
        Assert.Contains("<b>B78</b> 24,203,945,208.3", html, StringComparison.Ordinal);
    }

    private static string Draw(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var drawn = new StringBuilder();
        do
        {
            for (var row = 1; reader.Read(); row++)
            {
                if (reader.GetValue(0) is string label && Labels.TryGetValue(label.Trim(), out var partner) && row > 6)
                {
                    foreach (var (flow, column) in Columns)
                    {
                        drawn.AppendLine(
                            CultureInfo.InvariantCulture,
                            $"{partner} {flow} {reader.Name} {Exact(reader.GetDouble(column))} A {reader.Name}!{"ABCDEFG"[column]}{row}"
                        );
                    }
                }
            }
        } while (reader.NextResult());

        return drawn.ToString();
    }

    private static decimal Exact(double thousands) =>
        decimal.Parse(thousands.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) * 1000;
}
