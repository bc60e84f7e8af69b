using BriPipeline.Core.Readings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Vintages;

public sealed class PlannerTests
{
    [Theory]
    // The first import adds.
    [InlineData("a/08 1=5 2=6", "1=5 2=6", "", "2 0 0 0 0")]
    // The same figures again change nothing, whatever the edition.
    [InlineData("a/08 1=5 2=6; a/09 1=5 2=6", "1=5 2=6", "", "0 0 0 0 2")]
    [InlineData("a/08 1=5; b/09 1=5", "1=5", "", "0 0 0 0 1")]
    // A revision, a new period.
    [InlineData("a/08 1=5 2=6; a/09 1=5 2=7 3=8", "1=5 2=7 3=8", "2 revised", "1 1 0 0 1")]
    // The latest edition wins, in whatever order the files come.
    [InlineData("a/08 1=5; b/09 1=7", "1=7", "1 revised", "0 1 0 0 0")]
    [InlineData("b/09 1=7; a/08 1=5", "1=7", "", "0 0 0 0 1")]
    [InlineData("b/09 1=7; a/08 1=5 2=6", "1=7 2=6", "", "1 0 0 0 1")]
    // Of equal editions the later upload wins.
    [InlineData("a/08 1=5; b/08 1=7", "1=7", "1 revised", "0 1 0 0 0")]
    // A dropped row is retracted where the version still holds the series around it.
    [InlineData("a/08 1=5 2=6 3=7; a/09 1=5 3=7", "1=5 3=7", "2 retracted", "0 0 1 0 2")]
    // A rolling window retracts nothing that left it, on either side.
    [InlineData("a/08 1=5 2=6 3=7; a/09 2=6 3=7 4=8", "1=5 2=6 3=7 4=8", "", "1 0 0 0 2")]
    [InlineData("a/08 1=5 2=6 3=7; a/09 1=5 2=6", "1=5 2=6 3=7", "", "0 0 0 0 2")]
    // A series that the version does not hold any more stays.
    [InlineData("a/08 Q1=5 1=1 2=2 3=2; a/09 1=1 2=2 3=2", "Q1=5 1=1 2=2 3=2", "", "0 0 0 0 3")]
    // What the window left is still the path's: a later version that holds it again revises it.
    [InlineData("a/08 1=5 2=6; a/09 2=6 3=7; a/10 1=4 2=6", "1=4 2=6 3=7", "1 revised", "0 1 0 0 1")]
    // A retraction uncovers the next claim.
    [InlineData("a/08 1=1 2=5 3=3; b/09 1=1 2=7 3=3; b/10 1=1 3=3", "1=1 2=5 3=3", "2 revised", "0 1 0 0 2")]
    [InlineData("a/08 1=1 2=5 3=3; b/09 1=1 2=5 3=3; b/10 1=1 3=3", "1=1 2=5 3=3", "", "0 0 0 0 2")]
    // A covered claim that is dropped is not seen.
    [InlineData("a/08 1=1 2=5 3=3; b/09 2=7; a/08 1=1 3=3", "1=1 2=7 3=3", "", "0 0 0 0 2")]
    // The next version of a path replaces the one before, also where its edition is older.
    [InlineData("a/09 1=5; a/08 1=4", "1=4", "1 revised", "0 1 0 0 0")]
    // A, B, A.
    [InlineData("a/08 1=5; a/08 1=7; a/08 1=5", "1=5", "1 revised", "0 1 0 0 0")]
    [InlineData("a/08 1=1 2=2 3=3; a/08 1=1 3=3; a/08 1=1 2=2 3=3", "1=1 2=2 3=3", "2 restored", "0 0 0 1 2")]
    // A restored row may come by another path.
    [InlineData("a/08 1=1 2=2 3=3; a/08 1=1 3=3; b/07 2=9", "1=1 2=9 3=3", "2 restored", "0 0 0 1 0")]
    // Marks that say that a figure is missing take it back, also at the edge of the window.
    [InlineData("a/08 1=5 2=6; a/09 1=5 2=x", "1=5", "2 suppressed", "0 0 1 0 1")]
    [InlineData("a/08 1=5 2=6; a/09 1=5 2=-", "1=5", "2 withdrawn", "0 0 1 0 1")]
    [InlineData("a/08 1=5; a/09 1=5 2=x", "1=5", "", "0 0 0 0 1")]
    // A coarser reprint of an equal value changes nothing, within a path and across paths.
    [InlineData("a/08 1=12.34; a/09 1=12.3", "1=12.34", "", "0 0 0 0 1")]
    [InlineData("a/08 1=12.35; a/09 1=12.4", "1=12.35", "", "0 0 0 0 1")]
    [InlineData("a/08 1=12.34; b/09 1=12", "1=12.34", "", "0 0 0 0 1")]
    // A coarser print of another value is a revision.
    [InlineData("a/08 1=12.34; a/09 1=12.5", "1=12.5", "1 revised", "0 1 0 0 0")]
    // A finer print of an equal value is news.
    [InlineData("a/08 1=12.3; a/09 1=12.34", "1=12.34", "1 precision", "0 1 0 0 0")]
    [InlineData("a/08 1=12.3; b/09 1=12.34", "1=12.34", "1 precision", "0 1 0 0 0")]
    // So it is from an older edition that comes late.
    [InlineData("b/09 1=12.3; a/08 1=12.34", "1=12.34", "1 precision", "0 1 0 0 0")]
    // But not across a claim that differs.
    [InlineData("a/07 1=12.34; b/08 1=20.0; c/09 1=12.3", "1=12.3", "1 revised", "0 1 0 0 0")]
    // A reprint keeps the path's rank: the coarser print of September still stands above August's other value.
    [InlineData("a/07 1=12.34; a/09 1=12.3; b/08 1=20.0", "1=12.34", "", "0 0 0 0 1")]
    // Status.
    [InlineData("a/08 1=5P; a/09 1=5", "1=5", "1 status", "0 1 0 0 0")]
    [InlineData("a/08 1=5P; a/09 1=7", "1=7", "1 revised", "0 1 0 0 0")]
    public void Plan_FollowsTheOneRule(string history, string rows, string kinds, string counts)
    {
        var after = History.Of(history);

        Assert.Equal((rows, kinds, counts), (after.Rows, after.Kinds, after.Counts));
    }

    [Fact]
    public void Plan_LeavesWhatIsStored_WhereTheNewFigureIsContested()
    {
        var history = History.Of("a/08 1=1 2=2 3=3");

        history.Import(
            "a",
            "2023-09-01",
            Reading("1=1", "3=3") with
            {
                Contested = new HashSet<ObservationKey> { History.Key("2") },
            }
        );

        Assert.Equal(("1=1 2=2 3=3", ""), (history.Rows, history.Kinds));
    }

    [Fact]
    public void Plan_RestatesARow_WhoseDoubtChanged_AndTellsNoRevision()
    {
        var history = new History();
        history.Import(
            "a",
            "2023-08-01",
            Reading("1=1") with
            {
                Observations = [History.Observation(History.Key("1"), "1") with { Doubt = "revision-large" }],
            }
        );
        Assert.Equal("revision-large", history.Stored[History.Key("1")].Doubt);

        history.Import("a", "2023-09-01", Reading("1=1", "2=2"));

        Assert.Null(history.Stored[History.Key("1")].Doubt);
        Assert.Equal(History.Key("1"), Assert.Single(history.Last.Restated));
        Assert.Empty(history.Last.Revisions);
    }

    private static ReadingResult Reading(params string[] figures) =>
        new(
            [.. figures.Select(figure => History.Observation(History.Key(figure.Split('=')[0]), figure.Split('=')[1]))],
            [],
            ReadingOutcome.Accepted,
            null,
            null,
            null
        );

    [Fact]
    public void Plan_WritesOnlyWhatChanged()
    {
        var history = History.Of("a/08 1=5 2=6 3=7; a/09 1=5 2=8 3=7");

        Assert.Equal(History.Key("2"), Assert.Single(history.Last.Rows).Key);
        Assert.Equal(3, Assert.Single(history.Last.Series).Count);
        Assert.Equal((1L, 2L), (history.Stored[History.Key("1")].Seq, history.Stored[History.Key("2")].Seq));
    }

    [Fact]
    public void Plan_KeepsFirstSeenAndMovesLastChanged_WhenARowIsRestored()
    {
        var history = History.Of("a/08 1=1 2=2 3=3; a/08 1=1 3=3; a/08 1=1 2=2 3=3");

        var row = history.Stored[History.Key("2")];
        Assert.Equal(history.Stored[History.Key("1")].FirstSeen, row.FirstSeen);
        Assert.Equal((history.Last.PlannedAt, 3L), (row.LastChanged, row.Seq));
    }

    [Fact]
    public void Plan_RemovesTheSeries_WhenItsLastRowGoes()
    {
        var history = History.Of("a/08 1=1; a/09 1=x");

        Assert.Equal(History.Key("1").Series, Assert.Single(history.Last.SeriesRemoved));
        Assert.Empty(history.Last.Series);
    }

    [Fact]
    public void Plan_WritesTheRowAnew_WhenTheClaimItShowedIsGoneButAnotherSaysTheSame()
    {
        var history = History.Of("a/08 1=1 2=5 3=3; b/09 1=1 2=5 3=3; a/10 1=1 3=3");

        Assert.Equal("kz-bns/b", history.Stored[History.Key("2")].Upload);
        Assert.Equal(History.Key("2"), Assert.Single(history.Last.Restated));
        Assert.Empty(history.Last.Revisions);
    }

    [Fact]
    public void Plan_TakesBackEveryClaimOfTheSameBytes_WhenTheyAreReadOtherwise()
    {
        var history = new History();
        var right = History.Observation(History.Key("1"), "5");
        var wrong = right with { Key = right.Key with { Reporter = new Area("KGZ") } };
        var version = new ClaimVersion("a", "sha", "2023-08-01", default, 1, default);
        var first = Planner.Plan("s", version, [], Reading(wrong));

        var second = Planner.Plan("s", version with { Seq = 2 }, [first.Manifest], Reading(right));

        Assert.Equal(wrong.Key, Assert.Single(second.Plan.Removed));
        Assert.Equal(right.Key, Assert.Single(second.Plan.Rows).Key);
        Assert.Empty(history.Stored);
    }

    [Fact]
    public void Plan_Throws_WhenAKeyIsThereTwice()
    {
        var observation = History.Observation(History.Key("1"), "5");

        Assert.Throws<ArgumentException>(() =>
            new History().Import("a", "2023-08-01", Reading(observation, observation))
        );
    }

    [Fact]
    public void Touched_NamesThePeriods_TheYearsOfMonths_AndTheSameAYearLater()
    {
        var plan = History.Of("a/08 1=1 Q1=3").Last;

        Assert.Equal(
            "2023-01 2023-Q1 2023 2024-01 2024-Q1 2024",
            string.Join(' ', plan.Touched.Select(touched => touched.Period))
        );
    }

    /// <summary>Random histories: what plans have written is what the manifests say, and the values are those of a model that
    /// remembers every path's claims and knows nothing else.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Plan_AgreesWithANaiveModel_OverRandomHistories(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            var history = new History();
            var model = new NaiveModel();
            for (var step = 0; step < 12; step++)
            {
                var (path, edition) = ($"p{random.Next(3)}", $"2023-{random.Next(1, 13):00}-01");
                var first = random.Next(1, 8);
                var months = Enumerable
                    .Range(first, random.Next(1, 6))
                    .Where(_ => random.Next(6) > 0)
                    .ToDictionary(month => month, _ => random.Next(1, 4));
                var observations = months.Select(month =>
                    History.Observation(History.Key($"{month.Key}"), $"{month.Value}")
                );
                history.Import(path, edition, Reading([.. observations]));
                model.Import(path, edition, step, months);

                var rows = new CurrentRows("kz-bns", history.Manifests).ToDictionary();
                Assert.Equal(
                    rows.Values.OrderBy(row => row.Key.Period),
                    history.Stored.Values.OrderBy(row => row.Key.Period)
                );
                Assert.Equal(
                    model.Rows(),
                    rows.Values.ToDictionary(row => row.Key.Period.First.Month, row => (int)(row.Value / 1000))
                );
            }
        }
    }

    private static ReadingResult Reading(params IReadOnlyList<Observation> observations) =>
        new(observations, [], ReadingOutcome.Accepted, null, null, null);

    private sealed class NaiveModel
    {
        private readonly List<(string Path, int Month, int Value, string Edition, int Step)> claims = [];

        public void Import(string path, string edition, int step, Dictionary<int, int> months)
        {
            if (months.Count > 0)
            {
                var (first, last) = (months.Keys.Min(), months.Keys.Max());
                claims.RemoveAll(claim => claim.Path == path && claim.Month >= first && claim.Month <= last);
            }

            claims.AddRange(months.Select(month => (path, month.Key, month.Value, edition, step)));
        }

        public Dictionary<int, int> Rows() =>
            claims
                .GroupBy(claim => claim.Month)
                .ToDictionary(month => month.Key, month => month.MaxBy(claim => (claim.Edition, claim.Step)).Value);
    }
}
