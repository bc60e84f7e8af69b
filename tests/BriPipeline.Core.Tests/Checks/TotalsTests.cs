namespace BriPipeline.Core.Tests.Checks;

public sealed class TotalsTests
{
    [Theory]
    // Partners that add up say nothing.
    [InlineData(
        """
            Partner | 2019 | 2020 | 2021 | 2022
            Total   | 60   | 66   | 72   | 78
            China   | 30   | 33   | 36   | 39
            Germany | 20   | 22   | 24   | 26
            Brazil  | 10   | 11   | 12   | 13
            """,
        ""
    )]
    // One total that does not, where the others do.
    [InlineData(
        """
            Partner | 2019 | 2020 | 2021 | 2022
            Total   | 60   | 66   | 72   | 87
            China   | 30   | 33   | 36   | 39
            Germany | 20   | 22   | 24   | 26
            Brazil  | 10   | 11   | 12   | 13
            """,
        "whole-contradicted@E2"
    )]
    // Three addends and their total, each rounded, may be two units apart, and not more.
    [InlineData(
        """
            Partner | 2019 | 2020 | 2021 | 2022
            Total   | 62   | 64   | 72   | 78
            China   | 30   | 33   | 36   | 39
            Germany | 20   | 22   | 24   | 26
            Brazil  | 10   | 11   | 12   | 13
            """,
        ""
    )]
    // Continents and unspecified partners make a total too.
    [InlineData(
        """
            Partner             | 2019 | 2020
            World               | 70   | 77
            Europe              | 30   | 33
            Asia                | 20   | 22
            Africa              | 10   | 11
            Not specified       | 10   | 11
            """,
        ""
    )]
    // A list of some partners is a note.
    [InlineData(
        """
            Partner | 2019 | 2020
            Total   | 90   | 98
            China   | 30   | 33
            Germany | 20   | 22
            Brazil  | 10   | 11
            Poland  | 5    | 5
            Japan   | 5    | 5
            """,
        "partners-partial@B2"
    )]
    // Partners that add up to more than their total are not.
    [InlineData(
        """
            Partner | 2019 | 2020
            Total   | 50   | 55
            China   | 30   | 33
            Germany | 20   | 22
            Brazil  | 10   | 11
            """,
        "partners-exceed-total@C2"
    )]
    [InlineData(
        """
            Partner | 2019 | 2020 | 2021 | 2022
            Total   | 60   | 66   | 72   | 78
            China   | 30   | 33   | 36   | 390
            Germany | 20   | 22   | 24   | 26
            Brazil  | 10   | 11   | 12   | 13
            """,
        "part-contradicted@E3"
    )]
    // The publisher says so.
    [InlineData(
        """
            Partner | 2019 | 2020
            Total   | 50   | 55
            China   | 30   | 33
            Germany | 20   | 22
            Brazil  | 10   | 11
                    |      |
            Countries do not sum to the total. | |
            """,
        "sums-not-additive@C2"
    )]
    public void Check_ComparesPartnersWithTheirTotal(string table, string findings) =>
        Assert.Equal(findings, Checked.Findings(table));

    [Fact]
    public void Check_RefusesATotal_BelowItsPartnersThroughout()
    {
        var reading = Checked.Read(
            """
            Partner | 2019 | 2020
            Total   | 25   | 26
            China   | 30   | 33
            Germany | 20   | 22
            """
        );

        Assert.Equal("total-is-none@B2 total-is-none@C2", Checked.Show(reading));
        Assert.Equal("B3=2019 C3=2020 B4=2019 C4=2020", Checked.Figures(reading));
    }

    [Fact]
    public void OfOneGroup_RefusesATotal_ThatMayBeTheGroups()
    {
        var reading = Checked.Read(
            """
            Partner    | 2019
            Total      | 75
            Russia     | 50
            Belarus    | 10
            Kyrgyzstan | 10
            Armenia    | 5
            """
        );

        Assert.Equal("total-of-one-group@B2", Checked.Show(reading));
        Assert.Equal("B3=2019 B4=2019 B5=2019 B6=2019", Checked.Figures(reading));
    }

    [Theory]
    // A partner of another group.
    [InlineData("Germany | 5", 85)]
    // More than the partners listed.
    [InlineData("Armenia | 5", 100)]
    public void OfOneGroup_KeepsATotal_ThatCannotBeTheGroups(string line, int total) =>
        Assert.StartsWith(
            "B2=2019",
            Checked.Figures(
                Checked.Read(
                    $"""
                    Partner    | 2019
                    Total      | {total}
                    Russia     | 50
                    Belarus    | 10
                    Kyrgyzstan | 10
                    {line}
                    """
                )
            ),
            StringComparison.Ordinal
        );
}
