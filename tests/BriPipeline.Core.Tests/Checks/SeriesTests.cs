namespace BriPipeline.Core.Tests.Checks;

public sealed class SeriesTests
{
    [Theory]
    // Trade that swings.
    [InlineData("1210.5", "")]
    [InlineData("121.5", "")]
    [InlineData("13105.5", "")]
    // Millions among thousands, thousands among units.
    [InlineData("1.215", "value-scale@D2")]
    [InlineData("1215000", "value-scale@D2")]
    public void Neighbours_RefusesAFigure_AThousandTimesTooLargeOrSmall(string figure, string findings) =>
        Assert.Equal(
            findings,
            Checked.Findings(
                $"""
                Partner | 2018   | 2019   | 2020     | 2021   | 2022   | 2023
                China   | 1100.5 | 1201.5 | {figure} | 1302.5 | 1250.5 | 1400.5
                Germany | 900.5  | 801.5  | 701.5    | 602.5  | 850.5  | 300.5
                """
            )
        );

    [Fact]
    public void Neighbours_RefusesAColumn_OfAnotherSize() =>
        Assert.Equal(
            "column-scale@D2 column-scale@D3 column-scale@D4 column-scale@D5 column-scale@D6",
            Checked.Findings(
                """
                Partner | 2018   | 2019   | 2020    | 2021   | 2022
                China   | 1100.5 | 1201.5 | 1251500 | 1302.5 | 1250.5
                Germany | 900.5  | 801.5  | 701500  | 602.5  | 850.5
                Brazil  | 300.5  | 321.5  | 331500  | 302.5  | 350.5
                Poland  | 200.5  | 221.5  | 231500  | 202.5  | 250.5
                Japan   | 100.5  | 121.5  | 131500  | 102.5  | 150.5
                """
            )
        );

    [Theory]
    [InlineData("1302.5", "802.5", "302.5", "202.5", "102.5", "")]
    [InlineData("1201.5", "801.5", "321.5", "221.5", "131.5", "period-copied@C2")]
    [InlineData("1201.5", "802.5", "302.5", "202.5", "102.5", "")]
    public void Repeats_PointsOutAPeriod_ThatRepeatsAnother(
        string china,
        string germany,
        string brazil,
        string poland,
        string japan,
        string findings
    ) =>
        Assert.Equal(
            findings,
            Checked.Findings(
                $"""
                Partner | 2019   | 2020      | 2021
                China   | 1201.5 | {china}   | 1250.5
                Germany | 801.5  | {germany} | 850.5
                Brazil  | 321.5  | {brazil}  | 350.5
                Poland  | 221.5  | {poland}  | 250.5
                Japan   | 121.5  | {japan}   | 150.5
                """
            )
        );

    [Fact]
    public void Repeats_NotesASingleFigure_OfManyDigits() =>
        Assert.Equal(
            "figure-repeated@C2",
            Checked.Findings(
                """
                Partner | 2019      | 2020      | 2021
                China   | 1201.5123 | 1201.5123 | 1250.5123
                Germany | 801.5123  | 802.1123  | 850.5123
                """
            )
        );

    [Theory]
    [InlineData("2018 | 2019 | 2020 | 2021 | 2022 | 2023", "")]
    [InlineData("2017 | 2018 | 2019 | 2021 | 2022 | 2023", "period-gap@E2")]
    // Chosen years.
    [InlineData("2000 | 2005 | 2010 | 2015 | 2020 | 2025", "")]
    [InlineData("2000 Q1 | 2005 Q1 | 2010 Q3 | 2015 Q1 | 2020 Q1 | 2023 Q1", "")]
    public void Gaps_PointsOutAPeriod_LeftOut(string years, string findings) =>
        Assert.Equal(
            findings,
            Checked.Findings(
                $"""
                Partner | {years}
                China   | 11 | 12 | 15 | 13 | 12 | 14
                Germany | 9  | 8  | 7  | 6  | 8  | 9
                """
            )
        );

    [Theory]
    [InlineData("30", "")]
    [InlineData("", "series-gap@B3")]
    public void Gaps_PointsOutAMainPartner_LeftOut(string figure, string findings) =>
        Assert.Equal(
            findings,
            string.Join(
                ' ',
                Checked
                    .Findings(
                        $"""
                        Partner | 2019 | 2020     | 2021
                        Total   | 100  | 110      | 120
                        China   | 30   | {figure} | 40
                        Germany | 50   | 50       | 60
                        """
                    )
                    .Split(' ')
                    .Where(finding => finding.StartsWith("series-gap", StringComparison.Ordinal))
            )
        );

    [Theory]
    [InlineData(3, "")]
    [InlineData(30, "unspecified-jump@D3")]
    public void PartnerLists_PointsOutAJump_InWhatIsNotSpecified(int notSpecified, string findings) =>
        Assert.Equal(
            findings,
            Checked.Findings(
                $"""
                Partner       | 2019 | 2020 | 2021
                Total         | 101  | 100  | 100
                Not specified | 2    | 3    | {notSpecified}
                China         | 48   | 47   | {50 - notSpecified}
                Germany       | 50   | 50   | 50
                """
            )
        );

    [Fact]
    public void CumulativeMonths_RefusesMonths_ThatOnlyGrow()
    {
        var reading = Checked.Read(
            """
            Partner | January 2023 | February 2023 | March 2023 | April 2023 | May 2023
            China   | 110          | 230           | 340        | 460        | 555
            Germany | 90           | 180           | 260        | 370        | 470
            Brazil  | 30           | 55            | 85         | 130        | 160
            Poland  | 20           | 45            | 70         | 100        | 115
            Japan   | 10           | 19            | 31         | 44         | 52
            """
        );

        Assert.All(reading.Observations(), figure => Assert.Equal(1, figure.Key.Period.First.Month));
        Assert.StartsWith("months-cumulative@", Checked.Show(reading), StringComparison.Ordinal);
    }

    [Fact]
    public void CumulativeMonths_IsSilent_WhereAnyPartnerFalls() =>
        Assert.Equal(
            "",
            Checked.Findings(
                """
                Partner | January 2023 | February 2023 | March 2023 | April 2023 | May 2023
                China   | 110          | 230           | 340        | 460        | 555
                Germany | 90           | 180           | 260        | 370        | 470
                Brazil  | 30           | 55            | 85         | 130        | 160
                Poland  | 20           | 45            | 70         | 100        | 115
                Japan   | 10           | 19            | 31         | 14         | 52
                """
            )
        );

    [Theory]
    [InlineData("Exports January-March 2023", "March 2022 | March 2023", "frequency-unclear")]
    [InlineData("Экспорт, январь-март 2023", "март 2022 | март 2023", "frequency-unclear")]
    // The title names the year of its months, or the columns other months too.
    [InlineData("Exports 2023", "March 2022 | March 2023", "")]
    [InlineData("Exports January-March 2023", "February 2023 | March 2023", "")]
    public void MonthSteps_RefusesTheLastMonthsOfARange(string title, string months, string finding) =>
        Assert.Equal(
            finding,
            string.Concat(
                Checked
                    .Read(
                        $"{title} | |\nPartner | {months}\nChina | 11.5 | 12.5\nGermany | 9.5 | 8.5\nItaly | 7.5 | 6.5"
                    )
                    .Findings.Select(one => one.Code.Id)
                    .Where(code => code == "frequency-unclear")
            )
        );
}
