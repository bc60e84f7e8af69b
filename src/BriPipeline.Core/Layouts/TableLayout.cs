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

    /// <summary>The figures that are stored as text, marks among them.</summary>
    public IEnumerable<string> FigureTexts()
    {
        var figures = Columns.Where(column => column.Use == ColumnUse.Figures).Select(column => column.Column).ToList();
        for (var row = FirstBodyRow; row <= LastBodyRow; row++)
        {
            foreach (var column in figures)
            {
                if (kinds[row] == RowKind.Figures && Sheet[row, column] is { Kind: CellKind.Text, Text: { } text })
                {
                    yield return text;
                }
            }
        }
    }

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
                return (
                    column.Column,
                    Labels: labels,
                    Unit: UnitColumnOf(column, labels, unitColumns) is { } unit
                        ? new LabelColumn(Sheet, unit, evidence)
                        : null
                );
            })
            .ToList();
        var rowColumns = labelColumns.ConvertAll(column => new LabelColumn(Sheet, column, evidence));
        var headings = new Dictionary<Dimension, Label>();
        var carried = new Dictionary<int, Label>();
        for (var row = FirstBodyRow; row <= LastBodyRow; row++)
        {
            if (kinds[row] != RowKind.Figures)
            {
                ReadHeading(row, headings, carried);
                continue;
            }

            var labels = RowLabels(row, rowColumns, headings, carried);
            foreach (var (column, columnLabels, unit) in figures)
            {
                var cell = Sheet[row, column];
                if (!cell.IsBlank)
                {
                    var own = unit?.Of(row).Label is { } label ? [.. labels, label] : labels;
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

    private static List<Label> RowLabels(
        int row,
        List<LabelColumn> columns,
        Dictionary<Dimension, Label> headings,
        Dictionary<int, Label> carried
    )
    {
        var labels = new List<Label>(columns.Count + headings.Count);
        foreach (var column in columns)
        {
            var found = column.Of(row);
            if (found.Label is not { } label)
            {
                continue;
            }

            labels.Add(label);
            if (found.NamesMonthsOnly && carried.TryGetValue(column.Column, out var year))
            {
                labels.Add(year);
            }
            else if (found.NamesYearOnly)
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
