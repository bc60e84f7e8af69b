using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Trade;

public sealed class FigureAttributeTests
{
    private static readonly Observation Figure = new()
    {
        Key = new(
            new("KAZ"),
            new("CHN"),
            TradeFlow.X,
            Commodity.Total,
            new("USD"),
            TimePeriod.OfMonth(2024, 1),
            Variant: null
        ),
        Value = 1,
        Multiplier = 3,
        Provenance = new("1", new(2, 2), "0.001"),
    };

    [Fact]
    public void All_HoldsEveryTextThatIsCarried() =>
        Assert.Equal(
            typeof(FigureFields)
                .GetProperties()
                .Where(property => property.PropertyType == typeof(string))
                .Select(property => property.Name),
            FigureAttribute.All.Select(attribute => attribute.Name)
        );

    [Fact]
    public void Attributes_AreReadFromTheirPropertyAndWrittenToIt() =>
        Assert.All(
            FigureAttribute.All,
            attribute =>
            {
                var written = attribute.With(Figure, "text");

                Assert.Equal("text", attribute.Get(written));
                Assert.Equal("text", typeof(FigureFields).GetProperty(attribute.Name)!.GetValue(written));
                Assert.Equal(Figure, attribute.With(written, null));
            }
        );

    [Fact]
    public void Attributes_GoFromOneFigureToTheNext()
    {
        var full = FigureAttribute.All.Aggregate(
            (FigureFields)(Figure with { Decimals = 2, Status = ObservationStatus.P }),
            (figure, attribute) => attribute.With(figure, attribute.Name)
        );

        var copy = new Observation(full)
        {
            Key = Figure.Key,
            Value = Figure.Value,
            Multiplier = Figure.Multiplier,
            Provenance = Figure.Provenance,
        };

        Assert.Equal(full, copy);
    }

    [Fact]
    public void Columns_HoldEveryPropertyOfARow()
    {
        var columns = TradeColumn.All.Select(column => column.Name).ToList();

        Assert.Equal(columns.Distinct(StringComparer.Ordinal), columns);
        Assert.All(
            typeof(TradeRow).GetProperties().Where(property => property.Name != nameof(TradeRow.Key)),
            property => Assert.Contains(property.Name, columns)
        );
    }
}
