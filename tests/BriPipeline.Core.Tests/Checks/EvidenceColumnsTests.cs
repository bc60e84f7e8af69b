namespace BriPipeline.Core.Tests.Checks;

public sealed class EvidenceColumnsTests
{
    [Theory]
    [InlineData("20.0", "")]
    [InlineData("20", "")]
    [InlineData("26.0", "evidence-differs@B4")]
    public void Check_ComparesShares(string share, string findings) =>
        Assert.Equal(
            findings,
            Checked.Findings(
                $"""
                Partner | Exports | Share, % | Imports
                Total   | 200     | 100.0    | 60
                China   | 100     | 50.0     | 10
                Germany | 40      | {share}  | 20
                Brazil  | 30      | 15.0     | 10
                Poland  | 20      | 10.0     | 15
                Japan   | 10      | 5.0      | 5
                """
            )
        );

    [Theory]
    [InlineData("150.0", "")]
    [InlineData("105.0", "evidence-differs@C4")]
    public void Check_ComparesGrowth_WithTheYearBefore(string growth, string findings) =>
        Assert.Equal(
            findings,
            Checked.Findings(
                $"""
                Partner | 2021 | 2022 | Growth, %
                Total   | 100  | 140  | 140.0
                China   | 50   | 80   | 160.0
                Germany | 20   | 30   | {growth}
                Brazil  | 15   | 12   | 80.0
                Poland  | 10   | 10   | 100.0
                Japan   | 5    | 8    | 160.0
                """
            )
        );

    [Theory]
    [InlineData("-10", "")]
    [InlineData("10", "evidence-differs@B4 evidence-differs@C4")]
    public void Check_ComparesBalances(string balance, string findings) =>
        Assert.Equal(
            findings,
            Checked.Findings(
                $"""
                Partner | Exports | Imports | Balance
                Total   | 200     | 140     | 60
                China   | 100     | 60      | 40
                Germany | 30      | 40      | {balance}
                Brazil  | 40      | 30      | 10
                Poland  | 20      | 5       | 15
                Japan   | 10      | 5       | 5
                """
            )
        );
}
