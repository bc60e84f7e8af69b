using BriPipeline.Core.Observations;
using BriPipeline.Core.Pipeline;

namespace BriPipeline.Core.Vintages;

/// <summary>The one rule: <c>Trade</c> as a pure function of a source's current manifests.</summary>
/// <remarks>A row shows the claim of the latest edition (ties by upload order). Where that claim only repeats an
/// older one (equal, or coarser and equal within rounding), the row stays with the older one: the more precise, else the one
/// imported first. Months that are only published as part of a longer range are added as <see cref="DerivedMonths"/>.</remarks>
public static class CurrentRows
{
    /// <param name="negative">Is given a finding for each derived month that would be negative.</param>
    public static Dictionary<ObservationKey, TradeRow> Of(
        string source,
        IReadOnlyCollection<Manifest> manifests,
        ICollection<ReportFinding>? negative = null
    )
    {
        var claims = new Dictionary<ObservationKey, List<Claim>>();
        foreach (var claim in manifests.SelectMany(manifest => manifest.Claims))
        {
            if (!claims.TryGetValue(claim.Key, out var ofKey))
            {
                claims.Add(claim.Key, ofKey = new List<Claim>(1));
            }

            ofKey.Add(claim);
        }

        var rows = new Dictionary<ObservationKey, TradeRow>(claims.Count);
        var shown = new Dictionary<ObservationKey, Claim>(claims.Count);
        foreach (var (key, ofKey) in claims)
        {
            if (Shown(ofKey) is { } claim)
            {
                shown.Add(key, claim);
                rows.Add(key, Row(source, claim, ofKey));
            }
        }

        var marks = manifests.SelectMany(manifest => manifest.Derived);
        foreach (var row in DerivedMonths.Of(source, claims, shown, marks, negative ?? []))
        {
            rows.Add(row.Key, row);
        }

        return rows;
    }

    private static Claim? Shown(List<Claim> ofKey)
    {
        if (ofKey.Count == 1)
        {
            return ofKey[0].Figure is null ? null : ofKey[0];
        }

        Claim? shown = null;
        foreach (var claim in ofKey.Where(claim => claim.Figure is not null).OrderByDescending(claim => claim.Held))
        {
            if (shown is null)
            {
                shown = claim;
                continue;
            }

            var (newer, older) = (shown.Figure!, claim.Figure!);
            if (newer.Repeats(older))
            {
                var isFiner = older.LastDigit < newer.LastDigit;
                shown = isFiner || claim.Stated.Seq < shown.Stated.Seq ? claim : shown;
            }
            else if (!older.Repeats(newer))
            {
                break;
            }
        }

        return shown;
    }

    private static TradeRow Row(string source, Claim shown, List<Claim> ofKey)
    {
        var figure = shown.Figure!;
        var first = ofKey.Select(claim => claim.First).MinBy(version => version.Seq)!;
        var changed =
            ofKey.Select(claim => claim.Changed).OfType<ClaimVersion>().MaxBy(version => version.Seq) ?? shown.Held;
        return new TradeRow
        {
            Key = shown.Key,
            Source = source,
            Value = figure.Value,
            Multiplier = figure.Multiplier,
            Decimals = figure.Decimals,
            Status = figure.Status,
            Valuation = figure.Valuation,
            TradeSystem = figure.TradeSystem,
            Nomenclature = figure.Nomenclature,
            Note = figure.Note,
            PartnerLabel = figure.PartnerLabel,
            CommodityLabel = figure.CommodityLabel,
            Edition = shown.Stated.Edition,
            Upload = $"{source}/{shown.Stated.Path}",
            Sha256 = shown.Stated.Sha256,
            Sheet = figure.Sheet,
            Cell = figure.Cell,
            Raw = figure.Raw,
            Seq = changed.Seq,
            FirstSeen = first.At,
            LastChanged = changed.At,
        };
    }
}
