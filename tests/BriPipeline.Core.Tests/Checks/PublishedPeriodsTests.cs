namespace BriPipeline.Core.Tests.Checks;

/// <summary>DESIGN section 4, rule 7.</summary>
public sealed class PublishedPeriodsTests
{
    private const string Header = "Partner | 2023 | January 2023 | February 2023 | March 2023 | April 2023";

    [Fact]
    public void Zeros_AfterTheLastTotal_AreNotPublished()
    {
        var reading = Checked.Read(
            """
            Partner | January 2023 | February 2023 | March 2023 | April 2023
            Total   | 30           | 33            | 0          | 0
            China   | 20           | 33            | 0          | 0
            Germany | 10           | 0             | 0          | 0
            """
        );

        Assert.Equal("period-not-published@D2:D4 period-not-published@E2:E4", Checked.Show(reading));
        Assert.Equal("B2=2023-01 C2=2023-02 B3=2023-01 C3=2023-02 B4=2023-01 C4=2023-02", Checked.Figures(reading));
        Assert.Equal("2023-02-28", reading.Edition);
        Assert.False(reading.KeepsAll);
    }

    [Fact]
    public void Zeros_AreTrade_WhereAnyPartnerTradesLater() =>
        Assert.Equal(
            "",
            Checked.Findings(
                """
                Partner | January 2023 | February 2023 | March 2023 | April 2023
                China   | 20           | 0             | 0          | 25
                Germany | 10           | 0             | 12         | 0
                """
            )
        );

    [Fact]
    public void AYear_ThatEqualsItsPublishedMonths_IsTheirRange()
    {
        var reading = Checked.Read(
            $"""
            {Header}
            Total   | 63 | 30 | 33 | 0 | 0
            China   | 53 | 20 | 33 | 0 | 0
            Germany | 10 | 10 | 0  | 0 | 0
            """
        );

        Assert.Equal(
            "year-to-date@B2 year-to-date@B3 year-to-date@B4 period-not-published@E2:E4 period-not-published@F2:F4",
            Checked.Show(reading)
        );
        Assert.StartsWith("B2=2023-01--2023-02 C2=2023-01", Checked.Figures(reading), StringComparison.Ordinal);
    }

    [Fact]
    public void AYear_OfOnePublishedMonth_IsThatMonthOnce()
    {
        var reading = Checked.Read(
            $"""
            {Header}
            Total   | 30 | 30 | 0 | 0 | 0
            China   | 20 | 20 | 0 | 0 | 0
            Germany | 10 | 10 | 0 | 0 | 0
            """
        );

        Assert.Equal("C2=2023-01 C3=2023-01 C4=2023-01", Checked.Figures(reading));
    }

    [Fact]
    public void AYear_ThatEqualsNeither_IsNotStored()
    {
        var reading = Checked.Read(
            $"""
            {Header}
            Total   | 99 | 30 | 33 | 0 | 0
            China   | 80 | 20 | 33 | 0 | 0
            Germany | 19 | 10 | 0  | 0 | 0
            """
        );

        Assert.StartsWith("year-incomplete@B2", Checked.Show(reading), StringComparison.Ordinal);
        Assert.StartsWith("C2=2023-01", Checked.Figures(reading), StringComparison.Ordinal);
    }

    [Fact]
    public void AYear_BesideSomeOfItsMonths_StaysAYear() =>
        Assert.StartsWith(
            "B2=2022 C2=2022-01",
            Checked.Figures(
                Checked.Read(
                    """
                    Partner | 2022 | January 2022 | February 2022 | January 2023 | February 2023
                    Total   | 400  | 30           | 33            | 35           | 36
                    China   | 300  | 20           | 33            | 20           | 21
                    Germany | 100  | 10           | 0             | 15           | 15
                    """
                )
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void ALastPeriod_ThatRepeatsTheOneBefore_IsNotStored()
    {
        var reading = Checked.Read(
            """
            Partner | January 2023 | February 2023 | March 2023
            China   | 201.5        | 232.5         | 232.5
            Germany | 101.5        | 107.2         | 107.2
            Brazil  | 151.5        | 142.3         | 142.3
            """
        );

        Assert.Equal("period-repeated@D2 period-repeated@D3 period-repeated@D4", Checked.Show(reading));
        Assert.DoesNotContain("2023-03", Checked.Figures(reading), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-06-15", "")]
    [InlineData("2023-03-15", "period-not-over@D2:D3")]
    [InlineData("2023-02-15", "period-not-over@C2:C3 period-in-future@D2:D3")]
    public void Periods_InTheFuture_ArePointedOut(string today, string findings)
    {
        var reading = Checked.Read(
            """
            Partner | January 2023 | February 2023 | March 2023
            China   | 201.5        | 232.5         | 222.5
            Germany | 101.5        | 107.2         | 117.2
            """,
            DateOnly.ParseExact(today, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );

        Assert.Equal(findings, Checked.Show(reading));
        Assert.Contains("2023-03", Checked.Figures(reading), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "33 | 33 | 33",
        "period-repeated@C2 period-repeated@D2 period-repeated@E2 period-repeated@C3 period-repeated@D3 period-repeated@E3"
    )]
    [InlineData("62 | 96 | 96", "period-repeated@E2 period-repeated@E3")]
    [InlineData("62 | 96 | 130", "")]
    public void Ranges_ThatDoNotGrowAnyMore_AreNotPublished(string china, string findings) =>
        Assert.Equal(
            findings,
            Checked.Findings(
                $"""
                Partner | January 2023 | January-February 2023 | January-March 2023 | January-April 2023
                China   | 33 | {china}
                Germany | 33 | {china}
                """
            )
        );

    [Fact]
    public void Ranges_InWhichOneFigureDoesNotGrow_ArePublished() =>
        Assert.Equal(
            "",
            Checked.Findings(
                """
                Partner | January 2023 | January-February 2023 | January-March 2023
                China   | 33 | 62 | 96
                Germany | 5  | 5  | 5
                """
            )
        );
}
