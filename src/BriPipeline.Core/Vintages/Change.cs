using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>A row before and after an import; null where there is none.</summary>
internal sealed record Change(ObservationKey Key, TradeRow? Before, TradeRow? After)
{
    /// <summary>The row of <c>Revisions</c> that tells of it; null for a new row, and where the figure itself is the same.</summary>
    /// <param name="wasRetracted">True if the key had a row once that an earlier import took away.</param>
    /// <param name="missing">The keys that the new version marks as missing; true where it keeps them back.</param>
    public Revision? Revision(bool wasRetracted, IReadOnlyDictionary<ObservationKey, bool> missing) =>
        Kind(wasRetracted, missing) is { } kind
            ? new Revision(
                Key,
                kind,
                Before?.Value,
                After?.Value,
                Before?.Status,
                After?.Status,
                Before?.Upload,
                After?.Upload
            )
            : null;

    private RevisionKind? Kind(bool wasRetracted, IReadOnlyDictionary<ObservationKey, bool> missing) =>
        (Before, After) switch
        {
            (null, _) => wasRetracted ? RevisionKind.Restored : null,
            (_, null) => missing.TryGetValue(Key, out var isSuppressed)
                ? isSuppressed
                    ? RevisionKind.Suppressed
                    : RevisionKind.Withdrawn
                : RevisionKind.Retracted,
            var (before, after) => Kind(before, after),
        };

    private static RevisionKind? Kind(TradeRow before, TradeRow after)
    {
        var (old, now) = (LastDigit(before), LastDigit(after));
        return !Precision.AreEqual(before.Value, old, after.Value, now) ? RevisionKind.Revised
            : before.Status != after.Status ? RevisionKind.Status
            : old != now ? RevisionKind.Precision
            : null;
    }

    private static decimal LastDigit(TradeRow row) => Precision.LastDigit(row.Value, row.Multiplier, row.Decimals);
}
