using System.Text;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage.Tests;

/// <summary>Many workers at once, each on a line of its own whose delays follow a seed.</summary>
public sealed class ConcurrentImportTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const int Workers = 5;

    [Theory]
    [MemberData(nameof(Rounds.Seeds), MemberType = typeof(Rounds))]
    public async Task Rings_EndAsTheSerialOrderOfTheLedger_HoweverEventsComeAndWorkersRace(int seed)
    {
        var random = new Random(seed);
        var office = await Office.OpenAsync(azurite.Account);
        using var ending = new CancellationTokenSource();
        var watched = new FeedWatch(office).RunAsync(ending.Token);
        var lines = Enumerable.Range(0, Workers).Select(_ => SlowLine(random.Next())).ToList();
        var imports = lines.ConvertAll(line => office.Import(azurite.Through(line, retries: 3)));
        var paths = Enumerable.Range(1, 20).Select(number => $"{number:00}.txt").ToList();
        foreach (var path in paths)
        {
            await office.PutAsync(path, Months(random));
        }

        // Every event comes up to three times, in any order; some paths are written over while the others are imported.
        var events = paths.SelectMany(path => Enumerable.Repeat(path, random.Next(1, 4))).ToArray();
        random.Shuffle(events);
        var overwritten = events.Where((_, i) => i % 7 == 0).ToHashSet(StringComparer.Ordinal);
        var texts = overwritten.ToDictionary(path => path, _ => Months(random), StringComparer.Ordinal);
        await Task.WhenAll(
            events.Select(
                async (path, i) =>
                {
                    await Task.Delay(i * 5);
                    if (i % 7 == 0)
                    {
                        await office.PutAsync(path, texts[path]);
                    }

                    await imports[i % Workers].NotifyAsync(office.Source, path, default);
                }
            )
        );
        foreach (var path in paths)
        {
            await office.Import().NotifyAsync(office.Source, path, default);
        }

        await ending.CancelAsync();
        Assert.Null(await watched);
        var ledger = await office.LedgerAsync();
        Assert.All(ledger, record => Assert.True(record.State is UploadState.Done or UploadState.Superseded));
        Assert.All(ledger, record => Assert.Equal(1, record.Tries));
        Assert.All(paths, path => Assert.Equal(UploadState.Done, ledger.First(record => record.Path == path).State));
        Assert.Empty(await office.PoisonAsync());
        await AssertSerialAsync(office, ledger);
        lines.ForEach(line => line.Dispose());
    }

    [Fact]
    public async Task Rings_ImportEachVersionOnceOrFindItOverwritten_WhenTwoVersionsOfAPathRace()
    {
        var office = await Office.OpenAsync(azurite.Account);
        for (var round = 0; round < 5; round++)
        {
            await office.PutAsync("a.txt", $"edition 2023-08-01\nCHN X 2023-01 {round}");
            var first = office.Import().NotifyAsync(office.Source, "a.txt", default);
            await office.PutAsync("a.txt", $"edition 2023-08-01\nCHN X 2023-01 {round}.5");
            var second = office.Import().NotifyAsync(office.Source, "a.txt", default);
            await Task.WhenAll(first, second);
            await office.Import().NotifyAsync(office.Source, "a.txt", default);

            Assert.Equal([$"CHN X 2023-01 {round}.5"], await office.TradeAsync());
        }

        var ledger = await office.LedgerAsync();
        Assert.All(ledger, record => Assert.True(record.IsEnded));
        Assert.All(ledger, record => Assert.Equal(1, record.Tries));
        await AssertSerialAsync(office, ledger);
    }

    /// <summary>Plans the versions one after the other, in the order of their numbers, without storage.</summary>
    private static async Task AssertSerialAsync(Office office, List<UploadRecord> ledger)
    {
        var profile = new SourceProfile { Name = office.Source, Reporter = office.Reporter };
        var manifests = new Dictionary<string, Manifest>(StringComparer.Ordinal);
        var rows = new Dictionary<ObservationKey, TradeRow>();
        var seq = 0L;
        foreach (var record in ledger.Where(record => record.Seq is not null).OrderBy(record => record.Seq))
        {
            await using var archived = await office.Ports.Import.Archive.FindAsync(record.Sha256!, default);
            var reading = TextReading.Read(archived!.Content, record.Path, profile);
            var stored = (await office.Ports.Vintages.FindPlanAsync(office.Source, ++seq, default))!;
            var version = new ClaimVersion(
                record.Path,
                record.Sha256!,
                reading.Edition!,
                record.LastModified,
                record.Seq!.Value,
                stored.PlannedAt,
                record.Seen
            );
            Assert.Equal(seq, record.Seq);
            Assert.False(
                manifests.TryGetValue(record.Path, out var before)
                    && before.Claims.Any(claim => claim.Held.Seen > record.Seen)
            );
            var (manifest, plan) = Planner.Plan(office.Source, version, [.. manifests.Values], reading);
            manifests[record.Path] = manifest;
            // Doubts come from what is stored already, which this plan does not see.
            Assert.Equal(plan.Rows.Select(Undoubted), stored.Rows.Select(Undoubted));
            Assert.Equal(plan.Revisions, stored.Revisions);
            foreach (var row in plan.Rows)
            {
                rows[row.Key] = row;
            }

            foreach (var key in plan.Removed)
            {
                rows.Remove(key);
            }
        }

        var found = await office.Ports.Vintages.ReadRowsAsync(office.Source, default);
        var expected = InOrder(rows.Values);
        Assert.Equal(expected, InOrder(found.Trade.Values));
        Assert.Equal(expected, InOrder(found.ByPeriod.Values));
        Assert.DoesNotContain(await office.Verification.VerifyAsync(false, default), office.IsOwn);
    }

    private static IEnumerable<TradeRow> InOrder(IEnumerable<TradeRow?> rows) =>
        rows.Select(row => Undoubted(row!)).OrderBy(row => KeyText.Of(row.Key), StringComparer.Ordinal);

    private static TradeRow Undoubted(TradeRow row) => row with { Doubt = null };

    private static FaultyLine SlowLine(int seed)
    {
        var random = new Random(seed);
        return new FaultyLine
        {
            Before = async _ =>
            {
                int delay;
                lock (random)
                {
                    delay = random.Next(4) == 0 ? random.Next(15) : 0;
                }

                await Task.Delay(delay);
            },
        };
    }

    private static string Months(Random random)
    {
        var text = new StringBuilder(FormattableString.Invariant($"edition 2023-{random.Next(1, 13):00}-01"));
        var first = random.Next(1, 8);
        for (var month = first; month < first + 5; month++)
        {
            if (random.Next(5) > 0)
            {
                text.Append(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"\nCHN X 2023-{month:00} {random.Next(1, 5)}"
                );
            }
        }

        return text.Append("\nRUS X 2023-01 1").ToString();
    }
}
