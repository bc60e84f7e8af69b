using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A table as it was understood: its columns, its rows and everything outside it that speaks of its figures.</summary>
public sealed class TableLayout
{
    private readonly CellEvidence evidence;
    private readonly RowKind[] kinds;
    private readonly TableArea area;

    internal TableLayout(
        Sheet sheet,
        TableArea area,
        RowKind[] kinds,
        IReadOnlyList<ColumnRole> columns,
        IReadOnlyList<Label> surroundings,
        CellEvidence evidence
    )
    {
        Sheet = sheet;
        this.area = area;
        this.kinds = kinds;
        Columns = columns;
        Surroundings = surroundings;
        this.evidence = evidence;
    }

    public Sheet Sheet { get; }

    public IReadOnlyList<ColumnRole> Columns { get; }

    /// <summary>Labels outside the table, nearest first.</summary>
    public IReadOnlyList<Label> Surroundings { get; }

    public IReadOnlyList<int> HeaderRows => area.HeaderRows;

    public int FirstBodyRow => area.FirstBodyRow;

    public int LastBodyRow => area.LastBodyRow;

    /// <summary>Whether a text is one of the marks that stand in place of figures.</summary>
    public bool IsMissingMark(string text) => evidence.IsMissingMark(text);

    /// <summary>Every figure of the table with its labels, row by row. Marks, errors and blanks are figures' places too
    /// where the column holds figures; blanks are passed over.</summary>
    public IEnumerable<LabelledCell> Cells()
    {
        var labelColumns = Columns.Where(column => column.Use == ColumnUse.Label).ToList();
        var unitColumns = labelColumns.FindAll(column => column.Dimension == Dimension.Unit);
        labelColumns.RemoveAll(column => column.Dimension == Dimension.Unit);
        var figures = Columns
            .Where(column => column.Use == ColumnUse.Figures)
            .Select(column =>
            {
                var labels = ColumnLabels(column, labelColumns);
                return (column.Column, Labels: labels, Unit: UnitColumnOf(column, labels, unitColumns));
            })
            .ToList();
        var headings = new Dictionary<Dimension, Label>();
        var carried = new Dictionary<int, Label>();
        for (var row = FirstBodyRow; row <= LastBodyRow; row++)
        {
            if (kinds[row] != RowKind.Figures)
            {
                ReadHeading(row, headings, carried);
                continue;
            }

            var labels = RowLabels(row, labelColumns, headings, carried);
            foreach (var (column, columnLabels, unit) in figures)
            {
                var cell = Sheet[row, column];
                if (!cell.IsBlank)
                {
                    var own = unit is not null && LabelOf(row, unit) is { } label ? [.. labels, label] : labels;
                    yield return new(this, new(row, column), cell, own, columnLabels);
                }
            }
        }
    }

    /// <summary>The labels over a column of figures, and those beside it that hold for it alone.</summary>
    private List<Label> ColumnLabels(ColumnRole column, List<ColumnRole> labelColumns)
    {
        var labels = new List<Label>();
        foreach (var address in column.Headers)
        {
            labels.AddRange(TextLabels.Of(Sheet, address, EvidenceRank.Header, evidence));
        }

        var hasAreas = labelColumns.Any(label => label.Dimension == Dimension.Partner);
        return hasAreas ? labels.FindAll(label => label.Dimension != Dimension.Partner) : labels;
    }

    /// <summary>The column that names a figure's unit row by row: the only one, else the one right beside; none where the
    /// header says the unit.</summary>
    private static ColumnRole? UnitColumnOf(ColumnRole column, List<Label> labels, List<ColumnRole> unitColumns) =>
        labels.Exists(label => label.Dimension == Dimension.Unit) ? null
        : unitColumns.Count == 1 ? unitColumns[0]
        : unitColumns.Find(unit => unit.Column == column.Column + 1)
            ?? unitColumns.Find(unit => unit.Column == column.Column - 1);

    private Label? LabelOf(int row, ColumnRole column)
    {
        var place = Sheet.AnchorOf(row, column.Column);
        var cell = Sheet[place.Row, place.Column];
        return cell.IsBlank || evidence.IsMissing(cell)
            ? null
            : new(
                column.Dimension!.Value,
                column.Kind,
                cell.Kind == CellKind.Date ? TextLabels.DateText(cell) : cell.Raw,
                EvidenceRank.Header,
                place,
                column.Heading
            );
    }

    private List<Label> RowLabels(
        int row,
        List<ColumnRole> labelColumns,
        Dictionary<Dimension, Label> headings,
        Dictionary<int, Label> carried
    )
    {
        var labels = new List<Label>(labelColumns.Count + headings.Count);
        foreach (var column in labelColumns)
        {
            if (LabelOf(row, column) is not { } label)
            {
                continue;
            }

            labels.Add(label);
            if (
                label.Dimension == Dimension.Period
                && IsOfMonthsOnly(label)
                && carried.TryGetValue(column.Column, out var year)
            )
            {
                labels.Add(year);
            }
            else if (label.Dimension == Dimension.Period && IsOfYearOnly(label))
            {
                carried[column.Column] = label;
            }
        }

        foreach (var (dimension, heading) in headings)
        {
            if (labels.TrueForAll(label => label.Dimension != dimension || dimension == Dimension.Period))
            {
                labels.Add(heading);
            }
        }

        return labels;
    }

    private bool IsOfMonthsOnly(Label label) => evidence.Of(label.Text).Periods is [{ Year: null }, ..];

    private bool IsOfYearOnly(Label label) =>
        evidence.Of(label.Text).Periods is [{ Year: not null, FirstMonth: null, Quarter: null }, ..];

    /// <summary>A row of words between rows of figures heads those below it, until another of its kind.</summary>
    private void ReadHeading(int row, Dictionary<Dimension, Label> headings, Dictionary<int, Label> carried)
    {
        for (var column = 1; column <= Sheet.ColumnCount; column++)
        {
            var cell = Sheet[row, column];
            if (cell.IsBlank || cell.Kind == CellKind.Error)
            {
                continue;
            }

            foreach (var label in TextLabels.Of(Sheet, new(row, column), EvidenceRank.Header, evidence))
            {
                headings[label.Dimension] = label;
                carried.Remove(column);
            }
        }
    }
}
