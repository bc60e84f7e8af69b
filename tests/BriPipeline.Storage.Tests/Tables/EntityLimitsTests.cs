using Azure.Data.Tables;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage.Tests;

public sealed class EntityLimitsTests
{
    [Theory]
    [InlineData("a/b")]
    [InlineData("a#b")]
    [InlineData("a\u0001b")]
    public void Check_Throws_WhenAKeyHasAForbiddenCharacter(string key)
    {
        Assert.Throws<UnstorableException>(() => EntityLimits.Check(new TableEntity("p", key)));
        Assert.Throws<UnstorableException>(() => EntityLimits.Check(new TableEntity(key, "r")));
    }

    [Fact]
    public void Check_Throws_WhenSomethingIsTooLong()
    {
        Assert.Throws<UnstorableException>(() => EntityLimits.Check(new TableEntity("p", new string('a', 513))));
        var error = Assert.Throws<UnstorableException>(() =>
            EntityLimits.Check(new TableEntity("p", "r") { ["Raw"] = new string('a', 32769) })
        );
        Assert.Contains("Raw", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('a')]
    [InlineData('я')]
    [InlineData('\u0001')]
    [InlineData('\ud800')]
    public void Check_LetsEveryRowPass_WhenNoFindingStoppedItsObservation(char letter)
    {
        var key = new ObservationKey(
            new Area("KAZ"),
            new Area("_EU27_2020"),
            TradeFlow.DX,
            new Commodity("N." + new string('я', 400)),
            new Unit("Q.LTR"),
            TimePeriod.Parse("2018-07-17--2019-07-16"),
            "CONS"
        );
        var observations = Enumerable
            .Range(0, 150)
            .Select(year => new Observation
            {
                Key = key with { Period = TimePeriod.OfYear(1900 + year) },
                Value = 999_999_999_999_999_999_999m - year,
                Multiplier = 9,
                Note = new string(letter, 32_768),
                PartnerLabel = new string(letter, 32_768),
                CommodityLabel = new string(letter, 30_000),
                Provenance = new("S", new CellAddress(1, 1), new string(letter, 3_000)),
            })
            .ToList();
        var read = new ReadingResult(observations, [], ReadingOutcome.Accepted, null, null, null);
        var source = new string('s', 40);
        Assert.Same(read, StorableObservations.Check(source, read));
        var version = new ClaimVersion(new string(letter, 512), "sha", "2023-01-01", default, 1, default);
        var (manifest, first) = Planner.Plan(source, version, [], read);
        var halves = observations.ConvertAll(observation => observation with { Value = observation.Value / 2 });

        var (_, second) = Planner.Plan(
            source,
            version with
            {
                Seq = 2,
            },
            [manifest],
            read with
            {
                Observations = halves,
            }
        );

        var writes = first
            .Rows.SelectMany(row => new[] { TradeEntity.OfTrade(row), TradeEntity.OfPeriod(row) })
            .Concat(second.Revisions.Select(revision => RevisionEntity.Of(second, revision)))
            .Concat(first.Series.Select(SeriesEntity.Of))
            .Select(RowWrite.Of)
            .ToList();
        Assert.Equal((150 * 3) + 1, writes.Count);
        Assert.All(
            RowWrite.Batches(writes, reserved: 1),
            batch => Assert.InRange(batch.Sum(write => EntityLimits.SizeOf(write.Entity)), 1, 4 << 20)
        );
    }

    [Fact]
    public void Check_LetsAKeyOfTheContractPass() =>
        EntityLimits.Check(
            new TableEntity("KAZ-_EU27_2020", "N.нефть|X|Q.LTR|kz-bns~SA|C|2023-01--2023-07|9223372036854775806")
        );
}
