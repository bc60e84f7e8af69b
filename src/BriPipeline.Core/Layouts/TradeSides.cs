using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Two columns of areas, where goods come from and where they go to: the reporter stands in the one where it exports and in the
/// other where it imports, and beside it its partner.</summary>
internal static class TradeSides
{
    /// <summary>The roles with the reporter told to both columns; as they are where no area is in every row, in one column in all exports
    /// and in the other in all imports.</summary>
    public static IReadOnlyList<ColumnRole> Apply(
        Sheet sheet,
        RowKind[] kinds,
        TableArea area,
        IReadOnlyList<ColumnRole> roles,
        CellEvidence evidence
    )
    {
        var labels = roles.Where(role => role.Use == ColumnUse.Label).ToList();
        var areas = labels.FindAll(role => role.Dimension is Dimension.Reporter or Dimension.Partner);
        var flows = labels.FindAll(role => role.Dimension == Dimension.Flow);
        if (
            areas is not [{ Kind: LabelKind.Words } one, { Kind: LabelKind.Words } other]
            || flows is not [{ Kind: LabelKind.Words } flow]
        )
        {
            return roles;
        }

        var rows = Enumerable
            .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
            .Where(row => kinds[row] == RowKind.Figures)
            .Select(row => (Flow: FlowOf(row), One: AreasOf(row, one), Other: AreasOf(row, other)))
            .ToList();
        return ReporterOf(rows) is { } reporter
            ?
            [
                .. roles.Select(role =>
                    role == one || role == other
                        ? role with
                        {
                            Dimension = Dimension.Partner,
                            ReporterAmong = reporter,
                        }
                        : role
                ),
            ]
            : roles;

        TradeFlow? FlowOf(int row) =>
            evidence
                .Of(sheet[row, flow.Column].Raw)
                .Terms.Where(term => term.Kind == TermKind.Flow)
                .Select(term => Enum.Parse<TradeFlow>(term.Code).General())
                .Distinct()
                .ToList()
                is [var only]
                ? only
                : null;

        IReadOnlyList<Area> AreasOf(int row, ColumnRole role) => evidence.Of(sheet[row, role.Column].Raw).Areas;
    }

    private static Area? ReporterOf(List<(TradeFlow? Flow, IReadOnlyList<Area> One, IReadOnlyList<Area> Other)> rows)
    {
        if (rows.Count == 0 || rows.Exists(row => row.Flow is not (TradeFlow.X or TradeFlow.M)))
        {
            return null;
        }

        var everywhere = rows[0].One.Concat(rows[0].Other).ToHashSet();
        foreach (var row in rows)
        {
            everywhere.IntersectWith(row.One.Concat(row.Other));
        }

        if (everywhere.Count != 1)
        {
            return null;
        }

        var reporter = everywhere.Single();
        var exports = Sides(TradeFlow.X);
        var imports = Sides(TradeFlow.M);
        return exports is [var from] && imports is [var to] && from != to ? reporter : null;

        // Goods that come back to the reporter stand in both.
        List<bool> Sides(TradeFlow flow) =>
            [
                .. rows.Where(row => row.Flow == flow && row.One.Contains(reporter) != row.Other.Contains(reporter))
                    .Select(row => row.One.Contains(reporter))
                    .Distinct(),
            ];
    }
}
