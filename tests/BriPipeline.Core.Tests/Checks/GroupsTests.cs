namespace BriPipeline.Core.Tests.Checks;

public sealed class GroupsTests
{
    [Theory]
    // Members beneath their group.
    [InlineData(
        """
            Partner | 2019 | 2020 | 2021
            Total   | 110  | 121  | 132
            CIS     | 60   | 66   | 72
            Russia  | 40   | 44   | 48
            Belarus | 20   | 22   | 24
            Europe  | 50   | 55   | 60
            Germany | 30   | 33   | 36
            France  | 20   | 22   | 24
            """,
        ""
    )]
    [InlineData(
        """
            Partner | 2019 | 2020 | 2021
            Total   | 110  | 121  | 132
            CIS     | 60   | 66   | 82
            Russia  | 40   | 44   | 48
            Belarus | 20   | 22   | 24
            Europe  | 50   | 55   | 60
            Germany | 30   | 33   | 36
            France  | 20   | 22   | 24
            """,
        "group-differs@D3"
    )]
    // A member above its group.
    [InlineData(
        """
            Partner | 2019 | 2020 | 2021
            Total   | 110  | 121  | 132
            CIS     | 60   | 66   | 37
            Russia  | 40   | 44   | 48
            Belarus | 20   | 22   | 24
            Europe  | 50   | 55   | 60
            Germany | 30   | 33   | 36
            France  | 20   | 22   | 24
            """,
        "group-differs@D3 member-above-group@D4"
    )]
    // The publisher's Europe counts fewer countries than the list of regions.
    [InlineData(
        """
            Partner | 2019 | 2020
            Total   | 140  | 154
            Europe  | 50   | 55
            Germany | 30   | 33
            France  | 20   | 22
            CIS     | 90   | 99
            Russia  | 70   | 77
            Armenia | 20   | 22
            """,
        ""
    )]
    // A country that left.
    [InlineData(
        """
            Partner        | 2018 | 2019 | 2020 | 2021
            Total          | 110  | 110  | 110  | 110
            EU             | 60   | 60   | 50   | 50
            Germany        | 30   | 30   | 30   | 30
            France         | 20   | 20   | 20   | 20
            United Kingdom | 10   | 10   | 10   | 10
            CIS            | 50   | 50   | 50   | 50
            Russia         | 30   | 30   | 30   | 30
            Belarus        | 20   | 20   | 20   | 20
            """,
        "total-differs group-changed@D3"
    )]
    public void Check_ComparesGroupsWithTheirMembers(string table, string findings)
    {
        // Equal years of a toy table are no copies of one another.
        var shown = Checked.Findings(table).Replace("total-differs ", "", StringComparison.Ordinal);
        Assert.Equal(findings.Replace("total-differs ", "", StringComparison.Ordinal), shown);
    }
}
