using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A table as it was understood: its columns, its rows and everything outside it that speaks of its figures.</summary>
public sealed class TableLayout
{
    private readonly CellEvidence evidence;
    private readonly RowKind[] kinds;
    private readonly TableArea area;
    private HashSet<int>? filled;

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

    /// <summary>The captions and the sheet's name as they stand.</summary>
    internal IEnumerable<string> Outside =>
        Layouts.Surroundings.Captions(Sheet, area).Select(caption => caption.Text).Append(Sheet.Name);

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
        var headings = new RowHeadings(Sheet, evidence);
        var carried = new Dictionary<int, Label>();
        for (var row = FirstBodyRow; row <= LastBodyRow; row++)
        {
            if (kinds[row] != RowKind.Figures)
            {
                if (headings.Read(row))
                {
                    carried.Clear();
                }

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

    /// <summary>A blank in a column that is mostly filled is a member without a name, not the total.</summary>
    private static Label Unnamed(int row, ColumnRole column) =>
        new(Dimension.Unmodelled, column.Kind, "", EvidenceRank.Header, new(row, column.Column), column.Heading);

    private HashSet<int> FilledColumns()
    {
        var rows = ColumnStatistics.Sample(kinds, area);
        return
        [
            .. Columns
                .Where(column => rows.Count(row => IsFilled(row, column)) * 2 > rows.Count)
                .Select(column => column.Column),
        ];
    }

    private bool IsFilled(int row, ColumnRole column)
    {
        var place = Sheet.AnchorOf(row, column.Column);
        return !Sheet[place.Row, place.Column].IsBlank;
    }

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
        RowHeadings headings,
        Dictionary<int, Label> carried
    )
    {
        var labels = new List<Label>(labelColumns.Count + 4);
        foreach (var column in labelColumns)
        {
            if (LabelOf(row, column) is not { } label)
            {
                if (column.Dimension == Dimension.Unmodelled && (filled ??= FilledColumns()).Contains(column.Column))
                {
                    labels.Add(Unnamed(row, column));
                }

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

        if (labels.Count == 0 && labelColumns.Count > 0)
        {
            // A row without any name of its own is nobody's.
            labels.AddRange(headings.Labels.Where(heading => heading.Dimension != Dimension.Partner));
            return labels;
        }

        foreach (var heading in headings.Labels)
        {
            if (labels.TrueForAll(label => label.Dimension != heading.Dimension || Adds(heading)))
            {
                labels.Add(heading);
            }
        }

        return labels;
    }

    /// <summary>A heading that completes the row's own label, or forbids it, stands beside it.</summary>
    private static bool Adds(Label heading) => heading.Dimension is Dimension.Period or Dimension.Unmodelled;

    private bool IsOfMonthsOnly(Label label) => evidence.Of(label.Text).Periods is [{ Year: null }, ..];

    private bool IsOfYearOnly(Label label) =>
        evidence.Of(label.Text).Periods is [{ Year: not null, FirstMonth: null, Quarter: null }, ..];
}
