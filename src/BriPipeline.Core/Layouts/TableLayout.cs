using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A table as it was understood: its columns, its rows and everything outside it that speaks of its figures.</summary>
public sealed class TableLayout
{
    private readonly CellEvidence evidence;
    private readonly RowKind[] kinds;
    private readonly TableArea area;
    private HashSet<CellAddress>? ofSeveral;

    internal TableLayout(
        Sheet sheet,
        TableArea area,
        RowKind[] kinds,
        IReadOnlyList<ColumnRole> columns,
        IReadOnlyList<Label> surroundings,
        IReadOnlyDictionary<string, MarkMeaning> legend,
        IReadOnlyList<NoteLine> notes,
        IReadOnlyList<string> earlierCaptions,
        CellEvidence evidence
    )
    {
        Sheet = sheet;
        this.area = area;
        this.kinds = kinds;
        Columns = columns;
        TableContext = surroundings;
        Legend = legend;
        Notes = notes;
        EarlierCaptions = earlierCaptions;
        this.evidence = evidence;
    }

    public Sheet Sheet { get; }

    public IReadOnlyList<ColumnRole> Columns { get; }

    /// <summary>Labels outside the table, nearest first.</summary>
    public IReadOnlyList<Label> TableContext { get; }

    /// <summary>Marks that the workbook itself explains.</summary>
    internal IReadOnlyDictionary<string, MarkMeaning> Legend { get; }

    /// <summary>The lines below the last figures of its sheet.</summary>
    internal IReadOnlyList<NoteLine> Notes { get; }

    /// <summary>Captions of earlier tables of the sheet that name areas, which hold for this one where its own name none.</summary>
    internal IReadOnlyList<string> EarlierCaptions { get; }

    internal IEnumerable<string> Captions => Layouts.TableContext.Captions(Sheet, area).Select(caption => caption.Text);

    /// <summary>The captions and the sheet's name as they stand.</summary>
    internal IEnumerable<string> Outside => Captions.Append(Sheet.Name);

    /// <summary>Whether dates with a day name its periods, over its columns or in a column of labels.</summary>
    internal bool ShowsDays =>
        area.HeaderRows.Any(row =>
            Enumerable.Range(1, Sheet.ColumnCount).Any(column => TextLabels.ShowsDay(Sheet[row, column]))
        )
        || Columns
            .Where(column => column is { Use: ColumnUse.Label, Dimension: Dimension.Period })
            .Any(column =>
                Enumerable
                    .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
                    .Select(row => Sheet[row, column.Column])
                    .FirstOrDefault(cell => !cell.IsBlank)
                    is var first
                && TextLabels.ShowsDay(first)
            );

    /// <summary>The first row that belongs to the table, captions included.</summary>
    public int FirstRow => area.FirstRow;

    /// <summary>The last row that belongs to it, notes included.</summary>
    public int LastRow => area.LastRow;

    internal RowKind KindOf(int row) => kinds[row];

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
        var statusColumns = labelColumns.FindAll(column => column.Dimension == Dimension.Status);
        labelColumns.RemoveAll(column => column.Dimension == Dimension.Status);
        var isStatusOfOne = StandBetweenFigures(statusColumns);
        var figures = Columns
            .Where(column => column.Use == ColumnUse.Figures)
            .Select(column =>
            {
                var labels = ColumnLabels(column, labelColumns);
                return (
                    column.Column,
                    Labels: labels,
                    Beside: UnitColumnsOf(column, labels, unitColumns)
                        .Select(unit => new LabelColumn(Sheet, unit, evidence, IsMostlyFilled(unit)))
                        .Concat(isStatusOfOne ? Statuses(statusColumns.Where(status => IsOf(status, column))) : [])
                        .ToList()
                );
            })
            .ToList();
        var rowColumns = labelColumns.ConvertAll(column => new LabelColumn(
            Sheet,
            column,
            evidence,
            (
                column.Dimension is Dimension.Unmodelled or Dimension.Variant
                || column is { Dimension: Dimension.Commodity, Kind: LabelKind.Code }
            ) && IsMostlyFilled(column),
            column.Dimension is Dimension.Partner or Dimension.Period
                && CarriedDownLabels.Hold(
                    Sheet,
                    kinds,
                    area,
                    column.Column,
                    [
                        .. labelColumns
                            .Where(other =>
                                other != column
                                && other.Dimension
                                    is Dimension.Partner
                                        or Dimension.Flow
                                        or Dimension.Period
                                        or Dimension.Commodity
                            )
                            .Select(other => other.Column),
                    ]
                )
        ));
        var statuses = isStatusOfOne ? [] : Statuses(statusColumns).ToList();
        var headings = new RowHeadings(Sheet, evidence);
        var total = new GrandTotal(Sheet, Columns, evidence);
        var carried = YearsOver(labelColumns);
        for (var row = FirstBodyRow; row <= LastBodyRow; row++)
        {
            if (kinds[row] == RowKind.Attributes)
            {
                continue;
            }

            if (kinds[row] != RowKind.Figures)
            {
                if (headings.Read(row))
                {
                    carried = YearsOver(labelColumns);
                }

                continue;
            }

            // Names that hold for rows below are taken from each row.
            var labels = RowLabels(row, rowColumns, headings, carried);
            if (Sheet.DoubtfulRows.Contains(row))
            {
                continue;
            }

            if (total.Of(row, labels) is { } grand)
            {
                labels.Add(grand);
            }

            labels.AddRange(LabelsOf(row, statuses));
            foreach (var (column, columnLabels, beside) in figures)
            {
                var cell = Sheet[row, column];
                if (!cell.IsBlank)
                {
                    var own = beside.Count == 0 ? labels : [.. labels, .. LabelsOf(row, beside)];
                    yield return new(this, new(row, column), cell, own, columnLabels);
                }
            }
        }
    }

    /// <summary>The rows below the header that have a name and words in a column of figures, and are neither figures nor
    /// headings nor notes: whatever they mean is lost.</summary>
    internal IEnumerable<(CellAddress Cell, string Words)> UnreadRows()
    {
        var labels = Columns.Where(column => column.Use == ColumnUse.Label).Select(column => column.Column).ToList();
        var figures = Columns.Where(column => column.Use == ColumnUse.Figures).Select(column => column.Column).ToList();
        for (var row = FirstBodyRow; row <= LastBodyRow; row++)
        {
            if (
                kinds[row] == RowKind.Words
                && labels.Exists(column => !Sheet[row, column].IsBlank)
                && figures.Find(column => IsUnknownWord(Sheet[row, column])) is > 0 and var first
            )
            {
                yield return (new(row, first), Sheet[row, first].Text!);
            }
        }
    }

    private bool IsUnknownWord(Cell cell) =>
        CellEvidence.IsText(cell) && evidence.Of(cell.Text!) is { Periods.Count: 0, Terms.Count: 0, Areas.Count: 0 };

    /// <summary>Whether a cell is merged over rows that hold something of their own, or over columns with headings of their own.</summary>
    public bool IsOfSeveral(CellAddress cell) => (ofSeveral ??= [.. MergedOverSeveral()]).Contains(cell);

    private IEnumerable<CellAddress> MergedOverSeveral() =>
        from range in Sheet.MergedRanges
        where range.First.Row >= FirstBodyRow && range.First.Row <= LastBodyRow
        where
            Enumerable
                .Range(range.First.Row + 1, Math.Max(0, Math.Min(range.Last.Row, Sheet.RowCount) - range.First.Row))
                .Any(row => Sheet.LastColumn(row) > 0)
            || Columns
                .Where(column =>
                    column.Use == ColumnUse.Figures
                    && column.Column >= range.First.Column
                    && column.Column <= range.Last.Column
                )
                .Select(column => column.Headers.Count == 0 ? default : column.Headers[^1])
                .Distinct()
                .Count() > 1
        select range.First;

    private static IEnumerable<Label> LabelsOf(int row, List<LabelColumn> columns) =>
        columns.Select(column => column.Of(row).Label).OfType<Label>();

    private IEnumerable<LabelColumn> Statuses(IEnumerable<ColumnRole> columns) =>
        columns.Select(column => new LabelColumn(Sheet, column, evidence, blankIsMember: false));

    /// <summary>Whether statuses stand among the figures, each behind the one that it is of, and not before or behind all of them.</summary>
    private bool StandBetweenFigures(List<ColumnRole> statuses)
    {
        var figures = Columns.Where(column => column.Use == ColumnUse.Figures).Select(column => column.Column).ToList();
        return statuses.Exists(status => figures.Exists(other => other < status.Column))
            && statuses.Exists(status => figures.Exists(other => other > status.Column));
    }

    /// <summary>Whether a status stands behind a column of figures, before the next one; or before it, where the first status
    /// stands before the first figures.</summary>
    private bool IsOf(ColumnRole status, ColumnRole figures)
    {
        var isBefore =
            Columns.First(column => column.Use == ColumnUse.Figures || column.Dimension == Dimension.Status).Use
            == ColumnUse.Label;
        var nearest = Columns
            .Where(column => column.Use == ColumnUse.Figures)
            .Where(column => isBefore ? column.Column > status.Column : column.Column < status.Column)
            .MinBy(column => Math.Abs(column.Column - status.Column));
        return nearest == figures;
    }

    /// <summary>The labels over a column of figures, and those beside it that hold for it alone.</summary>
    private List<Label> ColumnLabels(ColumnRole column, List<ColumnRole> labelColumns)
    {
        var labels = new List<Label>();
        foreach (var address in column.Headers)
        {
            labels.AddRange(TextLabels.Of(Sheet, address, Reach.Column, evidence));
        }

        if (column.Said.Count > 0)
        {
            labels.RemoveAll(label => column.Said.Any(said => said.Dimension == label.Dimension));
            labels.AddRange(column.Said);
            return labels;
        }

        // "Import" over "by country of consignment" is a flow of its own.
        var whole = column.Heading.Replace(" | ", " ", StringComparison.Ordinal);
        if (column.Headers.Count > 1 && !Flows(whole).SetEquals(labels.SelectMany(label => Flows(label.Text))))
        {
            labels.RemoveAll(label => label.Dimension == Dimension.Flow);
            labels.Add(new(Dimension.Flow, LabelKind.Words, whole, Reach.Column, column.Headers[^1]));
        }

        var hasAreas = labelColumns.Any(label => label.Dimension == Dimension.Partner);
        // "Total" over a column is the total of something else; "CIS" over a column of partners is a second partner.
        return hasAreas ? labels.FindAll(label => label.Dimension != Dimension.Partner || !IsWorld(label)) : labels;
    }

    private HashSet<string> Flows(string text) =>
        [.. evidence.Of(text).Terms.Where(term => term.Kind == TermKind.Flow).Select(term => term.Code)];

    /// <summary>The years that stand over columns of months, as the first to hold for them.</summary>
    private Dictionary<int, Label> YearsOver(List<ColumnRole> labelColumns) =>
        labelColumns
            .Where(column => column is { Dimension: Dimension.Period, Kind: LabelKind.Words, Headers.Count: > 0 })
            .SelectMany(column =>
                TextLabels
                    .Of(Sheet, column.Headers[^1], Reach.Column, evidence)
                    .Where(label => evidence.Of(label.Text).Periods is [{ Year: not null, FirstMonth: null }])
                    .Select(label => (column.Column, label))
            )
            .ToDictionary(pair => pair.Column, pair => pair.label);

    private bool IsWorld(Label label) => evidence.Of(label.Text).Areas.Contains(Area.World);

    /// <summary>The columns that name a figure's unit row by row: the one right beside, else all of them; none where the
    /// header says the unit. Powers of ten in a column of their own hold for every figure.</summary>
    private static List<ColumnRole> UnitColumnsOf(ColumnRole column, List<Label> labels, List<ColumnRole> unitColumns)
    {
        var powers = unitColumns.FindAll(unit => unit.Kind == LabelKind.Multiplier);
        var units = unitColumns.FindAll(unit => unit.Kind != LabelKind.Multiplier);
        var beside =
            units.Find(unit => unit.Column == column.Column + 1)
            ?? units.Find(unit => unit.Column == column.Column - 1);
        return labels.Exists(label => label.Dimension == Dimension.Unit) ? powers
            : beside is null ? [.. units, .. powers]
            : [beside, .. powers];
    }

    private bool IsMostlyFilled(ColumnRole column)
    {
        var rows = ColumnStatistics.Sample(kinds, area);
        return rows.Count(row => IsFilled(row, column)) * 2 > rows.Count;
    }

    private bool IsFilled(int row, ColumnRole column)
    {
        var place = Sheet.AnchorOf(row, column.Column);
        return !Sheet[place.Row, place.Column].IsBlank;
    }

    private List<Label> RowLabels(
        int row,
        List<LabelColumn> columns,
        RowHeadings headings,
        Dictionary<int, Label> carried
    )
    {
        var labels = new List<Label>(columns.Count + 4);
        var lacksPeriod = false;
        foreach (var column in columns)
        {
            var found = column.Of(row);
            if (found.Label is not { } label)
            {
                lacksPeriod |= column.Dimension == Dimension.Period;
                continue;
            }

            labels.Add(label);
            labels.AddRange(found.More);
            headings.Head(row, label, found.More);
            if (found.NamesMonthsOnly && carried.TryGetValue(column.Column, out var year))
            {
                labels.Add(year);
            }
            else if (found.NamesYearOnly)
            {
                carried[column.Column] = label;
            }
        }

        // A blank code is a mistake only beside a name.
        if (!labels.Exists(label => label.Dimension == Dimension.Commodity && label.Text.Length > 0))
        {
            labels.RemoveAll(label => label.Dimension == Dimension.Commodity);
        }

        if (headings.GroupOfTotal(labels) is { } group)
        {
            labels.Add(group);
        }

        if (labels.Count == 0 && columns.Count > 0)
        {
            // A row without any name of its own is nobody's.
            labels.AddRange(
                headings.Labels.Where(heading => heading.Dimension is not (Dimension.Partner or Dimension.Period))
            );
            return labels;
        }

        if (headings.SayAnything)
        {
            AddHeadings(labels, headings.Labels);
        }

        if (lacksPeriod)
        {
            // A year without its month, or a month without its year, is not the other's.
            labels.RemoveAll(label => label.Dimension == Dimension.Period);
        }

        return labels;
    }

    private void AddHeadings(List<Label> labels, IEnumerable<Label> headings)
    {
        var isResidual = labels.Exists(label =>
            label.Dimension == Dimension.Partner && evidence.Of(label.Text).Areas.Any(area => area.Code == "_OTHER")
        );
        foreach (var heading in headings)
        {
            // "Other" below "Africa" is a residual of Africa.
            if (
                labels.TrueForAll(label => label.Dimension != heading.Dimension || Adds(heading))
                || (isResidual && heading.Dimension == Dimension.Partner)
            )
            {
                labels.Add(heading);
            }
        }
    }

    /// <summary>A heading that completes the row's own label, or forbids it, stands beside it.</summary>
    private static bool Adds(Label heading) => heading.Dimension is Dimension.Period or Dimension.Unmodelled;
}
