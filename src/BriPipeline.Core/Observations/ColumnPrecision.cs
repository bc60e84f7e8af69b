using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Observations;

/// <summary>How many decimals the figures of a column have: "1435.0", with a nought all the way down, is a whole number that a
/// program wrote.</summary>
internal sealed class ColumnPrecision(TableLayout table)
{
    /// <summary>Fewer figures may end in nought by chance.</summary>
    private const int MinFigures = 10;

    private readonly Dictionary<int, bool> whole = [];

    /// <summary>Decimals as published: those shown, but none where all figures of the column are whole.</summary>
    public int Decimals(LabelledCell cell, decimal number)
    {
        var decimals = FigureText.Decimals(cell.Value, number);
        return decimals > 0 && cell.Value.Kind == CellKind.Text && IsWhole(cell.Address.Column) ? 0 : decimals;
    }

    private bool IsWhole(int column)
    {
        if (!whole.TryGetValue(column, out var isWhole))
        {
            isWhole = FindWhole(column);
            whole.Add(column, isWhole);
        }

        return isWhole;
    }

    private bool FindWhole(int column)
    {
        var count = 0;
        for (var row = table.FirstBodyRow; row <= table.LastBodyRow; row++)
        {
            var cell = table.Sheet[row, column];
            if (table.KindOf(row) != RowKind.Figures || cell.IsBlank || !NumberText.IsNumber(cell))
            {
                continue;
            }

            // Only a point and a single nought: three noughts may be a group of thousands.
            if (!cell.Raw.EndsWith(".0", StringComparison.Ordinal))
            {
                return false;
            }

            count++;
        }

        return count >= MinFigures;
    }
}
