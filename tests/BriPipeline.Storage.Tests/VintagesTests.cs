using System.Globalization;

namespace BriPipeline.Storage.Tests;

/// <summary>What was known at any time, against a model that remembers every path's claims and knows nothing else.</summary>
public sealed class VintagesTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Theory]
    [MemberData(nameof(Rounds.Seeds), MemberType = typeof(Rounds))]
    public async Task Query_GivesExactlyWhatWasCommittedByThen_OverRandomHistories(int seed)
    {
        var random = new Random(seed);
        var office = await Office.OpenAsync(azurite.Account);
        var model = new Model();
        var known = new List<(DateTimeOffset Time, string[] Rows)>();
        var former = new Dictionary<string, (string Edition, Dictionary<int, int> Months)>(StringComparer.Ordinal);
        for (var step = 0; step < 14; step++)
        {
            var path = $"p{random.Next(3)}.txt";
            var next = Version(random);
            // Now and then the version before the last comes again: A, B, A.
            if (random.Next(4) == 0 && former.Remove(path, out var again))
            {
                next = again;
            }

            former.TryAdd(path, next);
            var count = (await office.FeedAsync()).Count;
            var record = await office.ImportAsync(path, Text(next.Edition, next.Months));
            var feed = await office.FeedAsync();
            Assert.Equal(count + (record.Seq is null ? 0 : 1), feed.Count);
            if (record.Seq is not null)
            {
                model.Import(path, next.Edition, DateTimeOffset.UnixEpoch.AddSeconds(step), next.Months);
                known.Add((feed[^1].CommittedAt, model.Rows()));
            }

            Assert.Equal(model.Rows(), await office.TradeAsync());
        }

        Assert.Empty(await office.TradeAsync(known[0].Time.AddTicks(-1)));
        foreach (var (i, (time, rows)) in known.Index())
        {
            Assert.Equal(rows, await office.TradeAsync(time));
            if (i > 0)
            {
                Assert.Equal(known[i - 1].Rows, await office.TradeAsync(time.AddTicks(-1)));
            }
        }

        Assert.DoesNotContain(await office.Verification.VerifyAsync(false, default), office.IsOwn);
    }

    /// <summary>A window of months with gaps, of an edition of its own.</summary>
    private static (string Edition, Dictionary<int, int> Months) Version(Random random)
    {
        var first = random.Next(1, 8);
        return (
            string.Create(CultureInfo.InvariantCulture, $"2023-{random.Next(1, 13):00}-01"),
            Enumerable
                .Range(first, random.Next(2, 6))
                .Where(month => month == first || random.Next(5) > 0)
                .ToDictionary(month => month, _ => random.Next(1, 4))
        );
    }

    private static string Text(string edition, Dictionary<int, int> months) =>
        string.Join(
            '\n',
            months
                .Select(month => FormattableString.Invariant($"CHN X 2023-{month.Key:00} {month.Value}"))
                .Prepend($"edition {edition}")
        );

    private sealed class Model
    {
        private readonly List<(string Path, int Month, int Value, string Edition, DateTimeOffset Upload)> claims = [];

        public void Import(string path, string edition, DateTimeOffset upload, Dictionary<int, int> months)
        {
            var (first, last) = (months.Keys.Min(), months.Keys.Max());
            claims.RemoveAll(claim => claim.Path == path && claim.Month >= first && claim.Month <= last);
            claims.AddRange(months.Select(month => (path, month.Key, month.Value, edition, upload)));
        }

        public string[] Rows() =>
            [
                .. claims
                    .GroupBy(claim => claim.Month)
                    .OrderBy(month => month.Key)
                    .Select(month =>
                        month
                            .OrderBy(claim => claim.Edition, StringComparer.Ordinal)
                            .ThenBy(claim => claim.Upload)
                            .ThenBy(claim => claim.Path, StringComparer.Ordinal)
                            .Last()
                    )
                    .Select(claim => FormattableString.Invariant($"CHN X 2023-{claim.Month:00} {claim.Value}")),
            ];
    }
}
