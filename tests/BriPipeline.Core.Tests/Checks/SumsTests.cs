namespace BriPipeline.Core.Tests.Checks;

public sealed class SumsTests
{
    [Theory]
    [InlineData(
        """
            Partner | Turnover | Exports | Imports
            China   | 70       | 40      | 30
            Germany | 50       | 20      | 30
            Brazil  | 30       | 20      | 10
            """,
        ""
    )]
    [InlineData(
        """
            Partner | Turnover | Exports | Imports
            China   | 70       | 40      | 30
            Germany | 55       | 20      | 30
            Brazil  | 30       | 20      | 10
            """,
        "turnover-differs@B3:D3"
    )]
    // A column under the wrong name.
    [InlineData(
        """
            Partner | Turnover | Exports | Imports
            China   | 40       | 70      | 30
            Germany | 20       | 50      | 30
            Brazil  | 20       | 30      | 10
            """,
        "flows-unproved@B2"
    )]
    [InlineData(
        """
            Partner | Exports | Domestic exports | Re-exports
            China   | 70      | 40               | 30
            Germany | 50      | 20               | 30
            Brazil  | 33      | 20               | 10
            """,
        "exports-differ@B4:D4"
    )]
    public void FlowSums_ComparesWholesWithTheirParts(string table, string findings) =>
        Assert.Equal(findings, Checked.Findings(table));

    [Theory]
    [InlineData(41, "")]
    [InlineData(40, "imports-identical@C2")]
    public void FlowSums_NotesTwoColumnsOfImports_ThatNeverDiffer(int consignment, string findings) =>
        Assert.Equal(
            findings,
            Checked.Findings(
                $"""
                Partner | Imports (country of origin) | Imports (country of consignment)
                China   | 40 | {consignment}
                Germany | 20 | 20
                Brazil  | 22 | 22
                Poland  | 12 | 12
                Japan   | 35 | 35
                """
            )
        );

    [Theory]
    [InlineData(30, "")]
    [InlineData(31, "")]
    [InlineData(39, "year-differs@B3")]
    public void PeriodSums_ComparesYearsWithTheirQuarters(int year, string findings) =>
        Assert.Equal(
            findings,
            Checked.Findings(
                $"""
                Partner | 2022 | 2022 Q1 | 2022 Q2 | 2022 Q3 | 2022 Q4
                China   | 44   | 10      | 12      | 9       | 13
                Germany | {year} | 6     | 7       | 8       | 9
                Brazil  | 50   | 14      | 12      | 11      | 13
                """
            )
        );
}
