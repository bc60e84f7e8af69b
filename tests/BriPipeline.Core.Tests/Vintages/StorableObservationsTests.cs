using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Vintages;

public sealed class StorableObservationsTests
{
    private static readonly Observation Good = History.Observation(History.Key("1"), "5");

    [Fact]
    public void Check_ReturnsTheReading_WhenAllCanBeStored()
    {
        var reading = Reading(Good);

        Assert.Same(reading, StorableObservations.Check("s", reading));
    }

    [Theory]
    [InlineData("N.a|b")]
    [InlineData("N.a/b")]
    [InlineData("")]
    public void Check_GivesAFindingAtTheCell_WhenTheCodeHasAForbiddenCharacter(string code)
    {
        var bad = Good with { Key = Good.Key with { Commodity = new Commodity(code) } };

        var reading = StorableObservations.Check("s", Reading(Good, bad));

        Assert.Equal([Good], reading.Observations);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("key-not-storable", "S", "A1"), (finding.Code.Id, finding.Sheet, finding.Place.ToString()));
    }

    [Fact]
    public void Check_GivesAFinding_WhenTheKeyIsTooLong()
    {
        var bad = Good with { Key = Good.Key with { Commodity = new Commodity("N." + new string('я', 490)) } };

        var reading = StorableObservations.Check("s", Reading(bad));

        Assert.Equal("key-not-storable", Assert.Single(reading.Findings).Code.Id);
    }

    [Fact]
    public void Check_GivesAFinding_WhenANoteIsTooLong()
    {
        var reading = StorableObservations.Check("s", Reading(Good with { Note = new string('a', 32769) }));

        Assert.Empty(reading.Observations);
        Assert.Equal(FindingCodes.TextTooLong, Assert.Single(reading.Findings).Code);
        Assert.Equal(
            "The note beside this figure has 32,769 characters; at most 32,768 can be stored.",
            Assert.Single(reading.Findings).Message
        );
    }

    [Fact]
    public void Check_GivesAFinding_WhenAllTextsTogetherAreTooLong()
    {
        var text = new string('a', 30_000);
        var bad = Good with { Note = text, PartnerLabel = text, CommodityLabel = text, Valuation = text };

        var reading = StorableObservations.Check("s", Reading(bad));

        Assert.Empty(reading.Observations);
        Assert.Equal(
            "The whole of names and notes beside this figure has 120,002 characters; at most 100,000 can be stored.",
            Assert.Single(reading.Findings).Message
        );
    }

    [Theory]
    [InlineData("999999999999999999999", true)]
    [InlineData("1000000000000000000000", false)]
    [InlineData("-1000000000000000000000", false)]
    public void Check_GivesAFinding_WhenSumsMightNotBeExact(string value, bool isStorable)
    {
        var observation = Good with { Value = decimal.Parse(value, CultureInfo.InvariantCulture) };

        var reading = StorableObservations.Check("s", Reading(observation));

        Assert.Equal(isStorable ? [] : ["value-too-large"], reading.Findings.Select(finding => finding.Code.Id));
    }

    [Fact]
    public void Check_GivesAFinding_WhenThePeriodHasNoYearAfterIt()
    {
        var bad = Good with { Key = Good.Key with { Period = TimePeriod.OfYear(9999) } };

        var reading = StorableObservations.Check("s", Reading(bad));

        Assert.Equal("key-not-storable", Assert.Single(reading.Findings).Code.Id);
    }

    private static ReadingResult Reading(params IReadOnlyList<Observation> observations) =>
        new(observations, [], ReadingOutcome.Accepted, null, null, null);
}
