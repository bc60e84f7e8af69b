namespace BriPipeline.Core.Tests.Checks;

public sealed class QuantitiesTests
{
    [Theory]
    [InlineData("520", "")]
    [InlineData("5", "unit-value-unusual@D4")]
    [InlineData("520000", "unit-value-unusual@D4")]
    public void UnitValues_NotesAPrice_OutOfLine(string weight, string findings) =>
        Assert.Equal(
            findings,
            Checked.Findings(
                $"""
                Partner | Commodity code | Year | Value, US dollars | Net weight, kg
                China   | 120190         | 2023 | 500               | 1000
                Germany | 120190         | 2023 | 300               | 550
                Brazil  | 120190         | 2023 | 250               | {weight}
                Poland  | 120190         | 2023 | 200               | 410
                Japan   | 120190         | 2023 | 150               | 290
                """
            )
        );

    [Theory]
    [InlineData("14000.0", "")]
    [InlineData("29000.0", "rate-differs@B4")]
    public void ExchangeRates_PointsOutAPartner_ThatImpliesAnother(string yuan, string findings) =>
        Assert.Equal(
            findings,
            Checked.Findings(
                $"""
                Partner | 2023, million US dollars | 2023, million yuan
                Total   | 10000.0          | {71000
                    - 14000
                    + decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture)}
                China   | 5000.0           | 35500.0
                Germany | 2000.0           | {yuan}
                Brazil  | 1000.0           | 7050.0
                Poland  | 1000.0           | 7200.0
                Japan   | 1000.0           | 7250.0
                """
            )
        );
}
