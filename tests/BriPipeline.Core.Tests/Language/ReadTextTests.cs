using BriPipeline.Core.Language;

namespace BriPipeline.Core.Tests.Language;

public sealed class ReadTextTests
{
    [Theory]
    // A unit and its power of ten are one value.
    [InlineData("Exports, US$ million", "flow X [Exports] | unit USD e6 [US$ million]")]
    [InlineData("Экспорт, тыс. долл. США", "flow X [Экспорт] | unit USD e3 [тыс. долл. США]")]
    [InlineData("出口额（亿美元）", "flow X [出口额] | unit USD e8 [亿美元]")]
    [InlineData("Импорт (миң АКШ доллары)", "flow M [Импорт] | unit USD e3 [миң АКШ доллары]")]
    [InlineData("Ausfuhr in Tsd. Euro", "flow X [Ausfuhr] | unit EUR e3 [Tsd. Euro]")]
    [InlineData("Import, mld USD", "flow M [Import] | unit USD e9 [mld USD]")]
    [InlineData("€m", "unit EUR e6 [€m]")]
    [InlineData("thousand tonnes", "unit KG e6 [thousand tonnes]")]
    [InlineData("EUR 1000", "unit EUR e3 [EUR 1000]")]
    [InlineData("US dollars", "unit USD [US dollars]")]
    [InlineData("in thousands", "unit e3 [in thousands]")]
    [InlineData("(x 1,000,000)", "unit e6 [1,000,000]")]
    // A power of ten that is a part of a longer number says nothing of itself.
    [InlineData("US$ '000,000", "unit USD e6 [US$ '000,000]")]
    [InlineData("CHF 1'000'000", "unit CHF e6 [CHF 1'000'000]")]
    [InlineData("(10 000 USD)", "unit USD e4 [10 000 USD]")]
    [InlineData("100億円", "unit JPY e8 [億円] | unit JPY e10 [億円]")]
    [InlineData("千億円", "unit JPY e11 [千億円]")]
    // The power of ten of a tonne is its own, also where its sign is that of a currency.
    [InlineData("tonnes; million USD", "unit KG e3 [tonnes] | unit USD e6 [million USD]")]
    [InlineData("(million MT)", "unit KG e9 [million MT] | unit MZN e6 [million MT]")]
    // Names of areas with signs of currencies in them.
    [InlineData("Hong Kong SAR", "area HKG [Hong Kong SAR]")]
    [InlineData("Macao; SAR of China", "area MAC [Macao; SAR of China] | Owner [of]")]
    [InlineData("Kina", "area CHN [Kina]")]
    [InlineData("in Kina", "unit PGK [in Kina]")]
    // Sides, conjunctions, areas.
    [InlineData(
        "Exports to China and India",
        "flow X [Exports to] | Destination [to] | area CHN [China] | Conjunction [and] | area IND [India]"
    )]
    [InlineData("Импорт из Китая", "flow M [Импорт] | Origin [из] | area CHN [Китая]")]
    [InlineData("自俄罗斯进口", "Origin [自] | area RUS [俄罗斯] | flow M [进口]")]
    [InlineData("Exportations vers la Chine", "flow X [Exportations] | Destination [vers] | area CHN [Chine]")]
    // Parts of periods.
    [InlineData("Импорт, январь 2023", "flow M [Импорт] | period 2023 1 [январь 2023]")]
    [InlineData("2022年1月出口", "period 2022 1 [2022年1月] | flow X [出口]")]
    [InlineData("Eksport, yanvar 2023", "flow X [Eksport] | period 2023 1 [yanvar 2023]")]
    // Statuses, measures, limits, totals, dimension words, including and excluding.
    [InlineData("provisional data", "status P [provisional]")]
    [InlineData("Оценка", "status E [Оценка]")]
    [InlineData("Доля, %", "Measure share [Доля] | Measure share [%]")]
    [InlineData("Export of services", "flow X [Export] | Owner [of] | Limit services [services]")]
    [InlineData("Всего, без услуг", "Total total [Всего] | Excluding [без] | Limit services [услуг]")]
    [InlineData("seasonally adjusted", "Variant SA [seasonally adjusted]")]
    [InlineData("Country", "Dimension area [Country]")]
    [InlineData("Dispatches", "flow X [Dispatches]")]
    [InlineData(
        "合计（不含黄金）",
        "Total total [合计] | Limit excluding [不含] | Excluding [不含] | Limit metals [黄金]"
    )]
    // One word, two mentions.
    [InlineData("som", "unit KGS [som] | unit UZS [som]")]
    public void Of_GivesTheMentionsWithTheirSpans(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                " | ",
                ReadText.Of(text).Mentions.Select(one => Print(one, text)).Where(said => said.Length > 0)
            )
        );

    [Theory]
    [InlineData("Exports to Ruritania, million USD", "Ruritania")]
    [InlineData("Внешняя торговля Москвы", "Москвы")]
    [InlineData("Импорт из Китая, млн долл. США", "")]
    [InlineData("对火星出口", "火星")]
    public void LeftOver_IsWhatNoMentionCovers(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', ReadText.Of(text).LeftOver));

    private static string Print(Mention mention, string text)
    {
        var said = mention switch
        {
            AreaMention area => $"area {area.Area}",
            PeriodMention { Part: var part } => $"period {part.Year} {part.FirstMonth}",
            FlowMention flow => $"flow {flow.Flow}",
            UnitMention { Unit: var (unit, power) } => $"unit {unit}{(power is null ? "" : $" e{power}")}".Replace(
                "  ",
                " "
            ),
            StatusMention status => $"status {status.Status}",
            WordMention { Kind: TermKind.Filler } => "",
            WordMention word => $"{word.Kind} {word.Code}",
            ConnectionMention connection => $"{connection.Connection}",
            _ => throw new ArgumentOutOfRangeException(nameof(mention)),
        };
        return said.Length == 0 ? "" : $"{said} [{text.Substring(mention.Start, mention.Length)}]";
    }
}
