using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>What was stored before a version was read.</summary>
/// <param name="Rows">What the source's rows show.</param>
/// <param name="Mirror">What partners report of their trade with the source's reporter.</param>
/// <param name="Layouts">Fingerprints of the layouts of the source's earlier versions.</param>
public sealed record StoredFigures(
    IReadOnlyDictionary<ObservationKey, TradeRow> Rows,
    IReadOnlyList<TradeRow> Mirror,
    IReadOnlySet<string> Layouts
)
{
    /// <summary>A row as if it had been read, with the upload for its sheet.</summary>
    internal static Observation Read(TradeRow row) =>
        new(row)
        {
            Key = row.Key,
            Value = row.Value,
            Multiplier = row.Multiplier,
            Provenance = new(
                row.Sheet.Length == 0 ? row.Upload : $"{row.Upload}, {row.Sheet}",
                CellRange.TryParse(row.Cell, out var cell) ? cell.First : new(1, 1),
                row.Raw
            ),
        };
}

/// <summary>What the checks against stored figures look at.</summary>
/// <param name="Figures">Those of the reading.</param>
/// <param name="All">Those and the stored ones that they do not replace, whatever sheet they stand on.</param>
/// <param name="Findings">Of the reading, so far.</param>
public sealed record StoredSubject(
    FigureSet Figures,
    FigureSet All,
    StoredFigures Stored,
    IReadOnlyList<Finding> Findings,
    string? Layout
);

/// <summary>A check of a reading against what was stored before.</summary>
public delegate IEnumerable<Doubt> StoredCheck(StoredSubject subject);
