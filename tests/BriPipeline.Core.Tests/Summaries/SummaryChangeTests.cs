using System.Globalization;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries;

public sealed class SummaryChangeTests
{
    [Theory]
    // Below twofold: percent, one decimal, half away from zero.
    [InlineData("141300000", "100000000", "+41.3 %")]
    [InlineData("87750000", "100000000", "−12.3 %")]
    [InlineData("0", "100000000", "−100.0 %")]
    [InlineData("100000000", "100000000", "0.0 %")]
    [InlineData("99960000", "100000000", "0.0 %")]
    [InlineData("199949999", "100000000", "+99.9 %")]
    // From twofold up: the multiple and the percent.
    [InlineData("200000000", "100000000", "×2.0, +100 %")]
    [InlineData("1190000000", "100000000", "×11.9, +1,090 %")]
    [InlineData("118700000000", "100000000", "×1,187.0, +118,600 %")]
    // A base of nil, or below a million.
    [InlineData("5", "0", "new")]
    [InlineData("0", "0", "nil")]
    [InlineData("5000000", "999999.99", "withheld")]
    [InlineData("5000000", "1000000", "×5.0, +400 %")]
    // A negative amount has no percentage.
    [InlineData("-2000000", "3000000", "−5.0 million")]
    public void Between_SaysNoMoreThanTheFiguresBear(string now, string yearEarlier, string expected) =>
        Assert.Equal(expected, Write(SummaryChange.Between(Amount(now), Amount(yearEarlier))));

    [Theory]
    [InlineData(ObservationStatus.N, ObservationStatus.A)]
    [InlineData(ObservationStatus.A, ObservationStatus.N)]
    [InlineData(ObservationStatus.E, ObservationStatus.A)]
    [InlineData(ObservationStatus.A, ObservationStatus.E)]
    public void Between_Withholds_WhereAnAmountIsEstimatedOrNotSignificant(
        ObservationStatus now,
        ObservationStatus yearEarlier
    ) => Assert.Equal("withheld", Write(SummaryChange.Between(Amount("5000000", now), Amount("4000000", yearEarlier))));

    [Fact]
    public void Between_MeasuresProvisionalFigures() =>
        Assert.Equal(
            "+25.0 %",
            Write(SummaryChange.Between(Amount("5000000", ObservationStatus.P), Amount("4000000")))
        );

    [Fact]
    public void Between_IsNotNew_WhereNothingWasPublishedAYearEarlier() =>
        Assert.Equal("..", Write(SummaryChange.Between(Amount("5000000"), null)));

    [Fact]
    public void OfSigned_GivesTheDifferenceOnly() =>
        Assert.Equal("+3,000.0 million", Write(SummaryChange.OfSigned(Amount("2000000000"), Amount("-1000000000"))));

    private static string Write(SummaryChange change) => new SummaryFormat(SummaryTexts.English).Change(change);

    private static SummaryAmount Amount(string value, ObservationStatus status = ObservationStatus.A) =>
        new(decimal.Parse(value, CultureInfo.InvariantCulture), AmountBasis.Published, status, ["key"]);
}
