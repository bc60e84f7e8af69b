using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>The one rule: <c>Trade</c> as a pure function of a source's current manifests.</summary>
/// <remarks>A row shows the claim of the latest edition (ties by upload order). Where that claim only repeats an
/// older one (equal, or coarser and equal within rounding), the row stays with the older one: the more precise, else the one
/// imported first. Months that are only published as part of a longer range are added as <see cref="DerivedMonths"/>.
/// Rows are made when they are asked for, since there may be many and few of them are.</remarks>
public sealed class CurrentRows
{
    private readonly string source;
    private readonly Dictionary<ObservationKey, Claim[]> claims = [];
    private readonly Dictionary<ObservationKey, Claim> shown = [];
    private readonly Dictionary<ObservationKey, TradeRow> derived;
    private readonly List<ReportFinding> negative = [];
    private readonly Dictionary<string, string> uploads;

    public CurrentRows(string source, IReadOnlyCollection<Manifest> manifests)
    {
        this.source = source;
        uploads = manifests.ToDictionary(
            manifest => manifest.Path,
            manifest => $"{source}/{manifest.Path}",
            StringComparer.Ordinal
        );
        foreach (var claim in manifests.SelectMany(manifest => manifest.Claims))
        {
            claims[claim.Key] = claims.TryGetValue(claim.Key, out var ofKey) ? [.. ofKey, claim] : [claim];
        }

        foreach (var (key, ofKey) in claims)
        {
            if (Shown(ofKey) is { } claim)
            {
                shown.Add(key, claim);
            }
        }

        var marks = manifests.SelectMany(manifest => manifest.Derived);
        derived = DerivedMonths.Of(source, claims, shown, marks, negative).ToDictionary(row => row.Key);
    }

    /// <summary>The keys of all rows, published and derived.</summary>
    public IEnumerable<ObservationKey> Keys => shown.Keys.Concat(derived.Keys);

    /// <summary>The keys of the derived rows.</summary>
    public IReadOnlyCollection<ObservationKey> Derived => derived.Keys;

    /// <summary>A finding for each derived month that would be negative.</summary>
    public IReadOnlyList<ReportFinding> Negative => negative;

    /// <summary>The row of a key; null where there is none.</summary>
    public TradeRow? Find(ObservationKey key) =>
        shown.TryGetValue(key, out var claim) ? Row(claim, claims[key]) : derived.GetValueOrDefault(key);

    public IEnumerable<TradeRow> Rows => Keys.Select(key => Find(key)!);

    public Dictionary<ObservationKey, TradeRow> ToDictionary() => Rows.ToDictionary(row => row.Key);

    private static Claim? Shown(Claim[] ofKey)
    {
        if (ofKey.Length == 1)
        {
            return ofKey[0].Figure is null ? null : ofKey[0];
        }

        Claim? chosen = null;
        foreach (var claim in ofKey.Where(claim => claim.Figure is not null).OrderByDescending(claim => claim.Held))
        {
            if (chosen is null)
            {
                chosen = claim;
                continue;
            }

            var (newer, older) = (chosen.Figure!, claim.Figure!);
            if (newer.Repeats(older))
            {
                var isFiner = older.LastDigit < newer.LastDigit;
                chosen = isFiner || claim.Stated.Seq < chosen.Stated.Seq ? claim : chosen;
            }
            else if (!older.Repeats(newer))
            {
                break;
            }
        }

        return chosen;
    }

    private TradeRow Row(Claim chosen, Claim[] ofKey)
    {
        var figure = chosen.Figure!;
        var (first, changed) = (chosen.First, chosen.Changed);
        foreach (var claim in ofKey)
        {
            first = claim.First.Seq < first.Seq ? claim.First : first;
            changed = claim.Changed?.Seq > (changed?.Seq ?? 0) ? claim.Changed : changed;
        }

        changed ??= chosen.Held;
        return new TradeRow(figure)
        {
            Key = chosen.Key,
            Source = source,
            Value = figure.Value,
            Multiplier = figure.Multiplier,
            Edition = chosen.Stated.Edition,
            Upload = uploads[chosen.Stated.Path],
            Sha256 = chosen.Stated.Sha256,
            Sheet = figure.Sheet,
            Cell = figure.Cell,
            Raw = figure.Raw,
            Seq = changed.Seq,
            FirstSeen = first.At,
            LastChanged = changed.At,
        };
    }
}
