namespace BriPipeline.Core.Tests.Layouts;

/// <summary>Columns of whole numbers beside figures: codes, counts, parts of years.</summary>
public sealed class CodeColumnsTests
{
    [Theory]
    [InlineData("HSCode", "27 85 2", "commodity-codes")]
    [InlineData("HS6Code", "270900 851712 10121", "commodity-codes")]
    [InlineData("Код ТН ВЭД", "2709 8517 101", "commodity-codes")]
    [InlineData("商品编码", "27090000 85171200 1012100", "commodity-codes")]
    [InlineData("HTS Number", "7318158082 8501102000 7318158082", "commodity-codes")]
    [InlineData("SITC", "333 764 1", "commodity-codes")]
    [InlineData("No Of exported HS6 digit Products", "2377 1833 886", "measure")]
    [InlineData("Number of HS codes", "27 85 2", "measure")]
    [InlineData("HS code", "7700 4375 2799", "codes-of-no-list")]
    [InlineData("Tariff", "08081000 08013200 08055010", "padded-numbers")]
    [InlineData("Fiscal quarter", "1 2 3", "fiscal-numbers")]
    [InlineData("Financial year", "2021 2022 2022", "fiscal-numbers")]
    [InlineData("Quarter", "1 2 3", "quarters")]
    [InlineData("Year", "2021 2022 2022", "years")]
    public void Column_IsJudgedByItsHeadingAndItsNumbers(string heading, string numbers, string rule)
    {
        var cells = numbers.Split(' ');
        var drawn =
            $"Country | {heading} | Exports\nChina | {cells[0]} | 1.5\nItaly | {cells[1]} | 2.5\nChina | {cells[2]} | 3.5";

        Assert.Equal(rule, DrawnTable.Roles(drawn)[1].Rule);
    }

    [Fact]
    public void Column_OfAllMonthsBesideYears_IsOfMonths_WhateverItsHeading() =>
        Assert.Equal(
            "A area-names-partner B figures C months-beside-years D years",
            DrawnTable.Rules(
                "Country | Exports | Quux | Year\n"
                    + string.Join('\n', Enumerable.Range(1, 12).Select(month => $"China | {month}.5 | {month} | 2021"))
            )
        );

    [Fact]
    public void Column_OfSomeMonthsBesideYears_IsADimensionThatIsNotKnown() =>
        Assert.Equal(
            "A area-names-partner B figures C codes-of-lines D years",
            DrawnTable.Rules(
                "Country | Exports | Quux | Year\nChina | 1.5 | 3 | 2021\nItaly | 2.5 | 3 | 2021\nJapan | 3.5 | 3 | 2021"
            )
        );

    [Theory]
    [InlineData("Partner", "area-codes")]
    // Beside names of other areas three letters are codes of areas only where the heading says so.
    [InlineData("Quux", "unknown-texts")]
    public void Column_OfCodesBesideNamesOfReporters_IsJudgedByItsHeading(string heading, string rule) =>
        Assert.Equal(
            rule,
            DrawnTable
                .Roles(
                    $"Reporter | {heading} | Exports\nKazakhstan | CHN | 1.5\nKazakhstan | ITA | 2.5\nKazakhstan | JPN | 3.5"
                )[1]
                .Rule
        );

    [Theory]
    [InlineData("Quantity (tonnes)", "figures")]
    [InlineData("Imports (thousand USD)", "multiplier-lacking")]
    public void Column_LacksAPowerOfTen_BesideValuesThatNameTheirs(string beside, string rule) =>
        Assert.Equal(
            rule,
            DrawnTable
                .Roles($"Country | Value | {beside}\nChina | 1.5 | 11\nItaly | 2.5 | 12\nJapan | 3.5 | 14")[1]
                .Rule
        );
}
