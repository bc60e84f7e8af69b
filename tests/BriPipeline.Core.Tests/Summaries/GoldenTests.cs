using BriPipeline.Core.Summaries;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries;

/// <summary>Whole documents from rows drawn as tables.</summary>
public sealed class GoldenTests
{
    private const string Year = """
        001    T 2022 135_000_000_000.5   A 2022!B7
        001    X 2022  84_593_070_081.31  A 2022!D7
        001    M 2022  50_406_929_919.19  P 2022!F7
        001    T 2021 101_000_000_000     A 2021!B7
        001    X 2021  60_000_000_000     A 2021!D7
        001    M 2021  41_000_000_000     A 2021!F7
        _EAEU  T 2022  28_000_000_000     A 2022!B9
        _EAEU  X 2022  10_000_000_000     A 2022!D9
        _EAEU  M 2022  18_000_000_000     A 2022!F9
        899    X 2022          12_345.67  A 2022!D200
        899    X 2021               0     A 2021!D200
        CHN    T 2022  24_203_945_208.3   A 2022!B78
        CHN    X 2022  13_060_205_479.11  A 2022!D78
        CHN    M 2022  11_143_739_729.19  A 2022!F78
        CHN    T 2021  18_000_000_000     A 2021!B77
        CHN    X 2021   9_772_505_633.04  A 2021!D77
        CHN    M 2021   8_227_494_366.96  A 2021!F77
        RUS    X 2022   9_091_390_916.9   A 2022!D13
        RUS    M 2022  17_400_000_000     E 2022!F13
        RUS    X 2021   7_000_000_000     A 2021!D13
        RUS    M 2021  17_600_000_000     A 2021!F13
        GEO    T 2022     238_000_000     A 2022!B60
        GEO    T 2021      20_000_000     A 2021!B60
        AND    M 2022          93_142.62  A 2022!F53
        AND    M 2021         100_000     A 2021!F53
        """;

    private const string Month = """
        001 X 2023-07 6_500_000_000 A Exports!H5
        001 M 2023-07 5_100_000_000 A Imports!H5
        001 X 2022-07 7_000_000_000 A Exports!H4
        001 M 2022-07 4_300_000_000 A Imports!H4
        CHN X 2023-07 1_300_000_000 N Exports!H6
        CHN M 2023-07 1_500_000_000 A Imports!H6
        """;

    [Theory]
    [InlineData("year", "2022", Year, "Bureau of National Statistics")]
    [InlineData("month", "2023-07", Month, null)]
    public void Documents_AreAsKept(string name, string period, string table, string? publisher)
    {
        var compilation = Compiling.Reporter(new Area("KAZ"), TimePeriod.Parse(period), null, TradeTable.Read(table));
        var summary = compilation.Summary! with { Publisher = publisher };

        GoldenFile.Equal($"Summaries/{name}/facts.json", SummaryFacts.Write(summary));
        GoldenFile.Equal($"Summaries/{name}/en.html", Compiling.Html(summary, area => $"<{area}>"));
    }
}
