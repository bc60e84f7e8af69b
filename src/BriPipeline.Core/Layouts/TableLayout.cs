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

    /// <summary>The captions, titles beside the table and the sheet's name as they stand.</summary>
    internal IEnumerable<string> Outside =>
        Captions.Concat(Layouts.TableContext.Beside(Sheet, area)).Append(Sheet.Name);

    /// <summary>The classification of goods that they name, or of none that is known, where codes before names cannot be of the
    /// Harmonized System; null where nothing tells.</summary>
    internal string? Classification =>
        Classifications.Around(Outside)
        ?? (FirstCommodities().Any(CommodityText.IsOfNoHarmonizedCode) ? Classifications.Other : null);

    private IEnumerable<string> FirstCommodities()
    {
        const int rows = 1_000;
        return Columns
            .Where(column => column is { Use: ColumnUse.Label, Dimension: Dimension.Commodity })
            .SelectMany(column =>
                Enumerable
                    .Range(area.FirstBodyRow, Math.Min(area.LastBodyRow - area.FirstBodyRow + 1, rows))
                    .Select(row => Sheet[row, column.Column].Raw.Trim())
            );
    }

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

    /// <summary>The texts that may name periods: over its columns, and in columns of periods.</summary>
    internal IEnumerable<string> PeriodTexts() =>
        Columns
            .SelectMany(column => column.Headers)
            .Concat(
                from column in Columns
                where column is { Use: ColumnUse.Label, Dimension: Dimension.Period }
                from row in Enumerable.Range(FirstBodyRow, LastBodyRow - FirstBodyRow + 1)
                select new CellAddress(row, column.Column)
            )
            .Distinct()
            .Select(place => Sheet[place.Row, place.Column])
            .Select(cell => cell.Kind == CellKind.Date ? TextLabels.DateText(cell) : cell.Text)
            .OfType<string>();

    /// <summary>Every figure of the table with its labels, row by row. Marks, errors and blanks are figures' places too
    /// where the column holds figures; blanks are passed over.</summary>
    public IEnumerable<LabelledCell> Cells() => new TableCells(Sheet, kinds, area, Columns, evidence).Of(this);

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
}
