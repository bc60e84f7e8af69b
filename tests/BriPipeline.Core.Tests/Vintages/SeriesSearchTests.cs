using System.Diagnostics;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Vintages;

public sealed class SeriesSearchTests
{
    private static readonly SeriesSearch Small = new(
        [
            Series("KAZ", "CHN", TradeFlow.X, "TOTAL", Frequency.M, "kz-bns"),
            Series("KAZ", "CHN", TradeFlow.M, "TOTAL", Frequency.M, "kz-bns"),
            Series("KAZ", "CHN", TradeFlow.X, "TOTAL", Frequency.A, "sample-yearly"),
            Series("KAZ", "CHN", TradeFlow.X, "HS.27", Frequency.M, "kz-bns"),
            Series("KAZ", "CHN", TradeFlow.X, "N.crude-oil", Frequency.M, "kz-bns"),
            Series("CHN", "KAZ", TradeFlow.M, "TOTAL", Frequency.M, "cn-customs"),
            Series("CHN", "KGZ", TradeFlow.X, "TOTAL", Frequency.M, "cn-customs"),
            Series("KAZ", "HKG", TradeFlow.X, "TOTAL", Frequency.M, "kz-bns"),
            Series("UZB", "RUS", TradeFlow.X, "TOTAL", Frequency.M, "uz-stat"),
            Series("KAZ", "001", TradeFlow.T, "TOTAL", Frequency.M, "kz-bns"),
        ],
        new Dictionary<string, string>(StringComparer.Ordinal) { ["uz-stat"] = "Agency of the Almond Tree" }
    );

    [Theory]
    [InlineData("china kazakhstan", "CHN-KAZ KAZ-CHN")]
    [InlineData("Kazakhstan China", "KAZ-CHN CHN-KAZ")]
    [InlineData("китай казахстан экспорт", "KAZ-CHN")]
    [InlineData("экспорт в Китай из Казахстана", "KAZ-CHN")]
    [InlineData("казахст экспо", "KAZ-CHN KAZ-HKG")]
    [InlineData("Қытай Қазақстан", "CHN-KAZ KAZ-CHN")]
    [InlineData("қазақ", "KAZ-CHN KAZ-HKG KAZ-001 CHN-KAZ")]
    [InlineData("中国哈萨克斯坦出口", "KAZ-CHN")]
    [InlineData("哈萨克斯坦 中国", "KAZ-CHN CHN-KAZ")]
    [InlineData("中国吉尔", "CHN-KGZ")]
    [InlineData("kaz chn", "KAZ-CHN CHN-KAZ")]
    [InlineData("KAZ-CHN", "KAZ-CHN CHN-KAZ")]
    [InlineData("oil", "KAZ-CHN")]
    [InlineData("27 China", "KAZ-CHN")]
    [InlineData("mineral fuels", "KAZ-CHN")]
    [InlineData("топливо китай", "KAZ-CHN")]
    [InlineData("矿物燃料", "KAZ-CHN")]
    [InlineData("almond", "UZB-RUS")]
    [InlineData("cn-customs kyrg", "CHN-KGZ")]
    [InlineData("turnover", "KAZ-001")]
    [InlineData("Hong Kong", "KAZ-HKG")]
    [InlineData("kyrgyz republic", "CHN-KGZ")]
    [InlineData("china kazakhstan 2023", "CHN-KAZ KAZ-CHN")]
    [InlineData("china kazakhstan 1997", "")]
    [InlineData("", "")]
    [InlineData("trade of the", "")]
    [InlineData("zzzz", "")]
    public void Find_GivesPairs_NearestFirst(string text, string pairs)
    {
        var found = Small.Find(text, 20).Pairs.Select(pair => $"{pair.Reporter}-{pair.Partner}");

        Assert.Equal(pairs, string.Join(' ', found));
    }

    [Fact]
    public void Find_GivesTheSeriesOfAPair_AllCommoditiesAndMonthsFirst()
    {
        var pair = Small.Find("kazakhstan china exports", 20).Pairs[0];

        Assert.Equal(
            ["TOTAL M kz-bns", "TOTAL A sample-yearly", "HS.27 M kz-bns", "N.crude-oil M kz-bns"],
            pair.Series.Select(series => $"{series.Key.Commodity} {series.Key.Frequency} {series.Source}")
        );
    }

    [Fact]
    public void Find_TellsTheWordsThatNothingHas()
    {
        var found = Small.Find("kazakhstan china zzzz", 1);

        Assert.Equal(["zzzz"], found.Unknown);
        Assert.Equal(2, found.PairCount);
        Assert.Single(found.Pairs);
    }

    [Fact]
    public void Find_TellsAnAreaOfWhichNothingIsStored()
    {
        Assert.Equal(["Peru"], Small.Find("Peru", 1).Unknown);
    }

    [Fact]
    public void Find_TakesFiftyMillisecondsOfProcessorTimeAtMost_OverTenThousandSeries()
    {
        var areas = AreaCodeList.Standard.All.Where(area => area.IsCountry).Take(200).ToList();
        var many = new SeriesSearch(
            from reporter in new[] { "KAZ", "CHN", "UZB", "KGZ", "TJK" }
            from partner in areas
            from flow in new[] { TradeFlow.X, TradeFlow.M }
            from commodity in new[] { "TOTAL", "HS.27", "HS.72", "HS.84", "N.grain" }
            select Series(reporter, partner.Code, flow, commodity, Frequency.M, "kz-bns"),
            new Dictionary<string, string>(StringComparer.Ordinal)
        );
        Assert.Equal(10_000, many.Count);
        string[] questions = ["китай казахстан экспорт", "china", "中国哈萨克斯坦", "k", "total"];
        foreach (var question in questions)
        {
            Assert.NotEmpty(many.Find(question, 20).Pairs);
        }

        foreach (var question in questions)
        {
            // The least of several: other threads of the process count too.
            var least = Enumerable.Range(0, 7).Min(_ => TimeOf(() => many.Find(question, 20)));
            Assert.True(least <= TimeSpan.FromMilliseconds(50), $"{question}: {least.TotalMilliseconds} ms");
        }
    }

    private static TimeSpan TimeOf(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return process.TotalProcessorTime - before;
    }

    private static SeriesRow Series(
        string reporter,
        string partner,
        TradeFlow flow,
        string commodity,
        Frequency frequency,
        string source
    ) =>
        new(
            new(new(reporter), new(partner), flow, new(commodity), new("USD"), frequency, null),
            TimePeriod.Parse(frequency == Frequency.A ? "2021" : "2021-01"),
            TimePeriod.Parse(frequency == Frequency.A ? "2022" : "2023-07"),
            20,
            source,
            "2023",
            source + "/file.xlsx"
        );
}
