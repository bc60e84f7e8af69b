using System.Globalization;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Vintages;

/// <summary><c>Trade</c> computed a second time, from the manifests alone and by the words of the contract, equals what the least sets
/// of writes have left. <c>BRI_HISTORIES=10000</c> tries that many histories.</summary>
public sealed class NaiveTradeTests
{
    private static readonly int Histories = int.TryParse(
        Environment.GetEnvironmentVariable("BRI_HISTORIES"),
        CultureInfo.InvariantCulture,
        out var count
    )
        ? count
        : 500;

    [Fact]
    public void Stored_IsWhatTheManifestsSay_OverRandomHistories()
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            var random = new Random(seed);
            var history = new History();
            var steps = new List<string>();
            for (var step = random.Next(2, 12); step > 0; step--)
            {
                steps.Add(Step(random, steps));
                history.Import(steps[^1]);
                Assert.True(
                    Naive(history.Manifests).SequenceEqual(Stored(history)),
                    $"seed {seed}: {string.Join("; ", steps)}"
                );
            }
        }
    }

    /// <summary>A window of months with gaps, prints of other precision, statuses and marks; now and then an earlier version again.</summary>
    private static string Step(Random random, List<string> before)
    {
        if (before.Count > 0 && random.Next(5) == 0)
        {
            return before[random.Next(before.Count)];
        }

        string[] values = ["1", "1.2", "1.24", "1.25", "1.3", "2", "2.0", "1P", "1.2P", "x", "-"];
        var first = random.Next(1, 5);
        var months = Enumerable.Range(first, random.Next(1, 6)).Where(month => month == first || random.Next(5) > 0);
        var cells = months.Select(month => $"{month}={values[random.Next(values.Length)]}");
        return $"{"abc"[random.Next(3)]}/{random.Next(7, 11):00} {string.Join(' ', cells)}";
    }

    private static IEnumerable<string> Stored(History history) =>
        history
            .Stored.Values.Select(row => Show(row.Key, row.Value, row.Status, row.Upload, row.Edition, row.Raw))
            .Order(StringComparer.Ordinal);

    /// <summary>Of each key the claim of the latest edition, ties by upload; where that only repeats what stands behind it, the
    /// most precise print of it, and of equally precise ones the first that was imported.</summary>
    private static IEnumerable<string> Naive(IReadOnlyCollection<Manifest> manifests) =>
        (
            from manifest in manifests
            from claim in manifest.Claims
            where claim.Figure is not null
            group claim by claim.Key into ofKey
            let newestFirst = ofKey
                .OrderByDescending(claim => claim.Held.Edition, StringComparer.Ordinal)
                .ThenByDescending(claim => claim.Held.LastModified)
                .ToList()
            let shown = ShownOf(newestFirst)
            select Show(
                ofKey.Key,
                shown.Figure!.Value,
                shown.Figure.Status,
                $"kz-bns/{shown.Stated.Path}",
                shown.Stated.Edition,
                shown.Figure.Raw
            )
        ).Order(StringComparer.Ordinal);

    private static Claim ShownOf(List<Claim> newestFirst)
    {
        var best = newestFirst[0];
        foreach (var older in newestFirst.Skip(1))
        {
            if (!Agree(best.Figure!, older.Figure!))
            {
                break;
            }

            var isMorePrecise = Step(older.Figure!) < Step(best.Figure!);
            var isEarlier = Step(older.Figure!) == Step(best.Figure!) && older.Stated.Seq < best.Stated.Seq;
            best = isMorePrecise || isEarlier ? older : best;
        }

        return best;
    }

    /// <summary>Two prints of one number: the coarser is a rounding of the finer, be halves rounded up or to the even digit.</summary>
    private static bool Agree(Figure one, Figure other)
    {
        var (coarse, fine) = Step(one) >= Step(other) ? (one, other) : (other, one);
        var step = Step(coarse);
        return one.Status == other.Status
            && (step == Step(fine) ? coarse.Value == fine.Value : Math.Abs(coarse.Value - fine.Value) <= step / 2);
    }

    private static decimal Step(Figure figure)
    {
        var step = 1m;
        for (var power = figure.Multiplier; power > 0; power--)
        {
            step *= 10;
        }

        for (var decimals = figure.Decimals; decimals > 0; decimals--)
        {
            step /= 10;
        }

        return step;
    }

    private static string Show(
        ObservationKey key,
        decimal value,
        ObservationStatus status,
        string upload,
        string edition,
        string raw
    ) => string.Create(CultureInfo.InvariantCulture, $"{key.Period} {value} {status} {upload} {edition} {raw}");
}
