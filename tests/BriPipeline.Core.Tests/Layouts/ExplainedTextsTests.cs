namespace BriPipeline.Core.Tests.Layouts;

/// <summary>DESIGN section 4, rule 5: a column that says nothing that an understood one does not is set aside; one that varies for a name
/// is a dimension that is not known.</summary>
public sealed class ExplainedTextsTests
{
    [Theory]
    [InlineData("one for each name", "Quux Corge Quux Quux Corge Quux", "texts-of-names")]
    [InlineData("another for a name that comes again", "Quux Corge Quux Quux Corge Corge", "unknown-texts")]
    [InlineData("blank for a name that comes again", "Quux Corge Quux Quux Corge -", "unknown-texts")]
    [InlineData(
        "goods, which may limit the partner's figures",
        "Coffee Copper Wheat Coffee Copper Wheat",
        "unknown-texts"
    )]
    [InlineData("ways of transport", "Quux Railway Quux Quux Railway Quux", "unknown-texts")]
    [InlineData("numbers", "1.5 -2.25 3.125 1.5 -2.25 3.125", "texts-of-names")]
    public void Column_OfOneTextForEachName_IsSetAside(string what, string texts, string rule)
    {
        Assert.NotNull(what);
        var cells = texts.Split(' ').Select(text => text == "-" ? "" : text).ToList();

        Assert.Equal(
            rule,
            DrawnTable
                .Roles(
                    $"""
                    Country | Garply | Year | Exports
                    China | {cells[0]} | 2021 | 1.5
                    Italy | {cells[1]} | 2021 | 2.5
                    Japan | {cells[2]} | 2021 | 3.5
                    China | {cells[3]} | 2022 | 4.5
                    Italy | {cells[4]} | 2022 | 5.5
                    Japan | {cells[5]} | 2022 | 6.5
                    """
                )[1]
                .Rule
        );
    }

    [Fact]
    public void Column_OfTextsBesideNamesThatStandOnce_IsADimensionThatIsNotKnown() =>
        Assert.Equal(
            "A area-names-partner B unknown-texts C figures D figures",
            DrawnTable.Rules(
                "Country | Garply | 2021 | 2022\nChina | Quux | 1.5 | 2.5\nItaly | Quux | 3.5 | 4.5\nJapan | Corge | 5.5 | 6.5"
            )
        );

    [Theory]
    [InlineData("Live animals", "Cars, ships by sea", "texts-of-names")]
    [InlineData("Asia", "Africa", "area-names-partner")]
    public void Column_OfGroupsOfCodes_IsSetAside_AlsoWhereItNamesGoods(string one, string other, string rule) =>
        Assert.Equal(
            rule,
            DrawnTable
                .Roles(
                    $"""
                    HS code | Garply | Year | Exports
                    01 | {one} | 2021 | 1.5
                    02 | {one} | 2021 | 2.5
                    10 | {other} | 2021 | 3.5
                    01 | {one} | 2022 | 4.5
                    02 | {one} | 2022 | 5.5
                    10 | {other} | 2022 | 6.5
                    """
                )[1]
                .Rule
        );
}
