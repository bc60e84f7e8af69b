namespace BriPipeline.Core.Tests.Layouts;

/// <summary>DESIGN section 4, rules 3, 7 and 12: a header that its own figures or headings contradict is not believed.</summary>
public sealed class ContradictionsTests
{
    [Theory]
    // Right: the last heading stands over an empty column.
    [InlineData(
        "Country | | 2018 | 2019 | 2020\nChina | 1.5 | 2.5 | 3.5\nItaly | 4.5 | 5.5 | 6.5\nJapan | 7.5 | 8.5 | 9.5"
    )]
    [InlineData(
        "Страна | | январь 2020 | февраль 2020 | март 2020\nКитай | 1.5 | 2.5 | 3.5\nИталия | 4.5 | 5.5 | 6.5\nЯпония | 7.5 | 8.5 | 9.5"
    )]
    [InlineData(
        "国家 | | 出口 | 进口 | 进出口\n日本 | 1.5 | 2.5 | 3.5\n意大利 | 4.5 | 5.5 | 6.5\n法国 | 7.5 | 8.5 | 9.5"
    )]
    // In the middle: the headings behind the gap stand one too far.
    [InlineData(
        "Country | 2018 | | 2019 | 2020\nChina | 1.5 | 2.5 | 3.5\nItaly | 4.5 | 5.5 | 6.5\nJapan | 7.5 | 8.5 | 9.5"
    )]
    // Left: the heading of figures stands over names.
    [InlineData(
        "Volume | Thousand USD | EUR |\nChina | 1.5 | 2.5 | 3.5\nItaly | 4.5 | 5.5 | 6.5\nJapan | 7.5 | 8.5 | 9.5"
    )]
    [InlineData("2018 | 2019 | 2020 |\nКитай | 1.5 | 2.5 | 3.5\nИталия | 4.5 | 5.5 | 6.5\nЯпония | 7.5 | 8.5 | 9.5")]
    public void Header_ThatStandsBesideItsColumns_IsNotBelieved(string drawn) =>
        Assert.All(DrawnTable.Roles(drawn).Skip(1), role => Assert.Equal("header-shifted", role.Rule));

    [Theory]
    [InlineData(
        "Country | 2018 | 2019 | | Note\nChina | 1.5 | 2.5 | 3.5\nItaly | 4.5 | 5.5 | 6.5\nJapan | 7.5 | 8.5 | 9.5"
    )]
    [InlineData("Country | 2018 | 2019 |\nChina | 1.5 | 2.5 | 3.5\nItaly | 4.5 | 5.5 | 6.5\nJapan | 7.5 | 8.5 | 9.5")]
    [InlineData(
        "Exports by country | 2018 | 2019 |\nChina | 1.5 | 2.5 | 3.5\nItaly | 4.5 | 5.5 | 6.5\nJapan | 7.5 | 8.5 | 9.5"
    )]
    public void Column_WithoutHeading_CostsItselfAlone(string drawn) =>
        Assert.EndsWith("B figures C figures D nothing-counted", DrawnTable.Rules(drawn), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "Country | Value US$ |\nChina | 3295 | 3.295\nItaly | 6984 | 6.984",
        "A area-names-partner B figures C nothing-counted"
    )]
    [InlineData(
        "Страна | Экспорт |\nКитай | 3295 | 3.295\nИталия | 6984 | 6.984",
        "A area-names-partner B figures C nothing-counted"
    )]
    [InlineData(
        "国家 | | 出口\n日本 | 3.295 | 3295\n意大利 | 6.984 | 6984",
        "A area-names-partner B nothing-counted C figures"
    )]
    public void Column_WithoutHeading_BesideOneWithAHeading_CostsItselfAlone(string drawn, string rules) =>
        Assert.Equal(rules, DrawnTable.Rules(drawn));

    [Theory]
    [InlineData(
        "Country | Imports | Imports\n | Value | Share of exports, %\nChina | 1.5 | 2.5\nItaly | 4.5 | 5.5\nJapan | 7 | 8",
        "C"
    )]
    [InlineData(
        "Страна | Экспорт | Экспорт\n | стоимость импорта | доля, %\nКитай | 1.5 | 2.5\nИталия | 4.5 | 5.5\nЯпония | 7 | 8",
        "B"
    )]
    [InlineData("国家 | 出口 | 出口\n | 进口额 | 比重\n日本 | 1.5 | 2.5\n意大利 | 4.5 | 5.5\n法国 | 7 | 8", "B")]
    public void Heading_AboveOneOfAnotherFlow_IsNotBelieved(string drawn, string columns) =>
        Assert.Equal(columns, By("flows-differ", drawn));

    [Theory]
    [InlineData(
        "Country | Imports | Imports\n | Value | Share of trade, %\nChina | 1.5 | 2.5\nItaly | 4.5 | 5.5\nJapan | 7 | 8"
    )]
    [InlineData(
        "Country | Exports | Exports\n | Domestic exports | Re-exports\nChina | 1.5 | 2.5\nItaly | 4.5 | 5.5\nJapan | 7 | 8"
    )]
    public void Heading_AboveOneOfItsOwnFlow_IsBelieved(string drawn) => Assert.Equal("", By("flows-differ", drawn));

    [Theory]
    // With a total, and without one.
    [InlineData(
        "Country | Share in exports, % | Exports\nTotal | 200.5 | 100\nChina | 150.5 | 75.06\nItaly | 30 | 14.96\nJapan | 20 | 9.98"
    )]
    [InlineData("Страна | Импорт | Доля, %\nКитай | 75.06 | 150.5\nИталия | 14.96 | 30\nЯпония | 9.98 | 20")]
    [InlineData("国家 | 出口 | 比重\n总值 | 100 | 200.5\n日本 | 75.06 | 150.5\n意大利 | 14.96 | 30\n法国 | 9.98 | 20")]
    public void Shares_UnderAHeadingOfValues_AreNotBelieved(string drawn) =>
        Assert.Equal("B C", By("shares-named-figures", drawn));

    [Theory]
    [InlineData(
        "Country | Exports | Share in exports, %\nTotal | 200.5 | 100\nChina | 150.5 | 75.06\nItaly | 30 | 14.96\nJapan | 20 | 9.98"
    )]
    // Figures may be in proportion by chance.
    [InlineData("Country | 2022 | 2023\nTotal | 100 | 110\nChina | 60 | 66\nItaly | 30 | 33\nJapan | 10 | 11")]
    public void Shares_UnderTheirOwnHeading_AreBelieved(string drawn) =>
        Assert.Equal("", By("shares-named-figures", drawn));

    [Theory]
    // A heading of shares over numbers that are none.
    [InlineData(
        "Country | 2022 | 2023 | Share in 2023, %\nTotal | 100 | 410.5 | 400.5\nChina | 54.8 | 260.5 | 230.5\nItaly | 45.2 | 150 | 170",
        "B"
    )]
    // Growth under a year, and the year under growth.
    [InlineData(
        "Страна | 2022 | 2023 | Темп роста, %\nКитай | -28 | 153 | 212.5\nИталия | 76.4 | 429.4 | 243.4\nЯпония | -3.3 | 314.6 | 325.3",
        "B C"
    )]
    public void Shares_OrGrowth_UnderAYear_AreNotBelieved(string drawn, string columns) =>
        Assert.Equal(columns, By("shares-named-figures", drawn));

    [Theory]
    [InlineData(
        "Country | 2022 | 2023 | Growth, %\nChina | 212.5 | 153 | -28\nItaly | 243.4 | 429.4 | 76.4\nJapan | 325.3 | 314.6 | -3.3"
    )]
    [InlineData(
        "Country | 2022 | 2023 | 2023 in % of 2022\nChina | 212.5 | 153 | 72\nItaly | 243.4 | 429.4 | 176.4\nJapan | 325.3 | 314.6 | 96.7"
    )]
    public void Growth_UnderItsOwnHeading_IsBelieved(string drawn) =>
        Assert.Equal("", By("shares-named-figures", drawn));

    [Theory]
    [InlineData("Country | | China | Total\n2021 | 1.5 | 2.5\n2022 | 4.5 | 5.5\n2023 | 7.5 | 8.5")]
    public void Heading_OfAnyKind_OverNoColumn_ShiftsTheHeader(string drawn) =>
        Assert.All(DrawnTable.Roles(drawn).Skip(1), role => Assert.Equal("header-shifted", role.Rule));

    private static string By(string rule, string drawn) =>
        string.Join(
            ' ',
            DrawnTable.Roles(drawn).Where(role => role.Rule == rule).Select(role => (char)('A' + role.Column - 1))
        );
}
