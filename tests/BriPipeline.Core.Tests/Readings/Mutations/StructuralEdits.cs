using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings.Mutations;

/// <summary>What clerks and programs do to whole rows, columns and sheets.</summary>
internal static class StructuralEdits
{
    public static IEnumerable<StructuralEdit> Of(Workbook workbook, IReadOnlyList<TableLayout> tables)
    {
        var bySheet = tables.GroupBy(table => table.Sheet).Where(own => workbook.Sheets.Contains(own.Key)).ToList();
        foreach (var own in bySheet.Where(own => own.Count() == 1))
        {
            var table = own.First();
            StructuralEdit?[] edits =
            [
                ShiftedHeader(workbook, table),
                ShiftedRow(workbook, table),
                ExchangedHeadings(workbook, table),
                ReorderedPeriods(workbook, table),
                StaleTail(workbook, table),
                CodesUnderUnknownWord(workbook, table, isFirst: true),
                CodesUnderUnknownWord(workbook, table, isFirst: false),
                OtherFlowInSheetName(workbook, table),
            ];
            foreach (var edit in edits.OfType<StructuralEdit>())
            {
                yield return edit;
            }
        }

        if (bySheet.Count > 1)
        {
            foreach (var own in bySheet)
            {
                if (OtherUnit(workbook, own.First()) is { } edit)
                {
                    yield return edit;
                }
            }
        }
    }

    private static List<ColumnRole> Figures(TableLayout table) =>
        [.. table.Columns.Where(column => column.Use == ColumnUse.Figures)];

    private static bool IsMerged(Sheet sheet, int row) =>
        sheet.MergedRanges.Any(range => range.First.Row <= row && row <= range.Last.Row);

    /// <summary>Each heading one column too far right, so that the last stands over nothing.</summary>
    private static StructuralEdit? ShiftedHeader(Workbook workbook, TableLayout table)
    {
        var (sheet, figures) = (table.Sheet, Figures(table));
        if (figures.Count < 2 || table.HeaderRows.Any(row => IsMerged(sheet, row)))
        {
            return null;
        }

        var first = figures[0].Column;
        return new(
            "shifted header",
            StructuralEdit.Rebuilt(
                workbook,
                sheet,
                sheet.ColumnCount + 1,
                place =>
                    !table.HeaderRows.Contains(place.Row) || place.Column < first ? sheet[place.Row, place.Column]
                    : place.Column == first ? Cell.Blank
                    : sheet[place.Row, place.Column - 1]
            ),
            sheet,
            place => place
        );
    }

    /// <summary>A row of figures one cell too far right, beyond the last heading.</summary>
    private static StructuralEdit? ShiftedRow(Workbook workbook, TableLayout table)
    {
        var (sheet, figures) = (table.Sheet, Figures(table));
        var row = Enumerable
            .Range(table.FirstBodyRow, table.LastBodyRow - table.FirstBodyRow + 1)
            .Where(at => figures.TrueForAll(column => !sheet[at, column.Column].IsBlank) && !IsMerged(sheet, at))
            .ElementAtOrDefault(1);
        if (row == 0 || figures.Count < 2 || figures[^1].Column < sheet.ColumnCount)
        {
            return null;
        }

        var first = figures[0].Column;
        return new(
            "shifted row",
            StructuralEdit.Rebuilt(
                workbook,
                sheet,
                sheet.ColumnCount + 1,
                place =>
                    place.Row != row || place.Column < first ? sheet[place.Row, place.Column]
                    : place.Column == first ? Cell.Blank
                    : sheet[place.Row, place.Column - 1]
            ),
            sheet,
            place => place.Row == row ? null : place
        );
    }

    /// <summary>The headings of a column of figures and of one of shares or growth, each over the other.</summary>
    private static StructuralEdit? ExchangedHeadings(Workbook workbook, TableLayout table)
    {
        var sheet = table.Sheet;
        var row = table.HeaderRows.Count == 0 ? 0 : table.HeaderRows[^1];
        var figures = Figures(table)
            .Find(column => column.Headers.Any(at => at == new CellAddress(row, column.Column)));
        // Of a figure, another and their ratio, exchanged headings make another truth: the last one is a share.
        var evidence = table.Columns.LastOrDefault(column =>
            column is { Use: ColumnUse.Evidence, Reason: "share" }
            && column.Headers.Any(at => at == new CellAddress(row, column.Column))
        );
        if (figures is null || evidence is null || IsMerged(sheet, row))
        {
            return null;
        }

        return new(
            "exchanged headings",
            StructuralEdit.Rebuilt(
                workbook,
                sheet,
                sheet.ColumnCount,
                place =>
                    place == new CellAddress(row, figures.Column) ? sheet[row, evidence.Column]
                    : place == new CellAddress(row, evidence.Column) ? sheet[row, figures.Column]
                    : sheet[place.Row, place.Column]
            ),
            sheet,
            place => place.Column == evidence.Column ? null : place
        );
    }

    /// <summary>Columns of periods in another order, each with its figures.</summary>
    private static StructuralEdit? ReorderedPeriods(Workbook workbook, TableLayout table)
    {
        var (sheet, figures) = (table.Sheet, Figures(table));
        if (
            figures.Count < 4
            || sheet.MergedRanges.Count > 0
            || table.HeaderRows is not [var row]
            || figures.Exists(column =>
                sheet[row, column.Column] is var cell
                && PeriodText.Read(cell.Kind == CellKind.Date ? TextLabels.DateText(cell) : cell.Raw).Count != 1
            )
        )
        {
            return null;
        }

        // 3 1 4 2: neither rising nor falling.
        var order = figures
            .Index()
            .OrderBy(pair => pair.Index % 2 == 0)
            .ThenBy(pair => pair.Index)
            .Select(pair => pair.Item.Column)
            .ToList();
        var from = figures.Zip(order).ToDictionary(pair => pair.First.Column, pair => pair.Second);
        CellAddress Origin(CellAddress place) =>
            place with
            {
                Column = from.GetValueOrDefault(place.Column, place.Column),
            };
        return new(
            "periods out of order",
            StructuralEdit.Rebuilt(
                workbook,
                sheet,
                sheet.ColumnCount,
                place =>
                    place.Row < row ? sheet[place.Row, place.Column] : sheet[Origin(place).Row, Origin(place).Column]
            ),
            sheet,
            place => Origin(place)
        );
    }

    /// <summary>The last period repeats the one before.</summary>
    private static StructuralEdit? StaleTail(Workbook workbook, TableLayout table)
    {
        var (sheet, figures) = (table.Sheet, Figures(table));
        if (
            figures.Count < 3
            || table.HeaderRows is not [var row]
            || table.LastBodyRow - table.FirstBodyRow < 4
            || figures
                .TakeLast(3)
                .Select(column => sheet[row, column.Column])
                .Select(cell => PeriodText.Read(cell.Kind == CellKind.Date ? TextLabels.DateText(cell) : cell.Raw))
                .Any(parts => parts is not [{ Year: not null }])
        )
        {
            return null;
        }

        var (last, before) = (figures[^1].Column, figures[^2].Column);
        // Equal figures of few digits happen.
        var telling = Enumerable
            .Range(table.FirstBodyRow, table.LastBodyRow - table.FirstBodyRow + 1)
            .Count(at => CellEvidence.WholeNumber(sheet[at, before]) >= 1000);
        if (telling < 4)
        {
            return null;
        }

        return new(
            "stale tail",
            StructuralEdit.Rebuilt(
                workbook,
                sheet,
                sheet.ColumnCount,
                place => sheet[place.Row, place.Column == last && place.Row > row ? before : place.Column]
            ),
            sheet,
            place => place.Column == last ? null : place
        );
    }

    /// <summary>A new column of whole numbers that nobody can name.</summary>
    private static StructuralEdit? CodesUnderUnknownWord(Workbook workbook, TableLayout table, bool isFirst)
    {
        var (sheet, figures) = (table.Sheet, Figures(table));
        if (figures.Count == 0 || sheet.MergedRanges.Count > 0 || table.HeaderRows.Count == 0)
        {
            return null;
        }

        var at = isFirst ? figures[0].Column : figures[^1].Column + 1;
        CellAddress? Origin(CellAddress place) =>
            place.Column == at ? null : place with { Column = place.Column > at ? place.Column - 1 : place.Column };
        return new(
            isFirst ? "codes before the figures" : "codes behind the figures",
            StructuralEdit.Rebuilt(
                workbook,
                sheet,
                sheet.ColumnCount + 1,
                place =>
                    Origin(place) is { } origin ? sheet[origin.Row, origin.Column]
                    : place.Row == table.HeaderRows[^1] ? Cell.OfText("Quux")
                    : place.Row >= table.FirstBodyRow
                    && figures.Exists(column => CellEvidence.IsNumber(sheet[place.Row, column.Column]))
                        ? Cell.OfNumber(1000 + (place.Row * 7 % 900))
                    : Cell.Blank
            ),
            sheet,
            Origin
        );
    }

    /// <summary>The name of the sheet says the other flow than everything that says one.</summary>
    private static StructuralEdit? OtherFlowInSheetName(Workbook workbook, TableLayout table)
    {
        var sheet = table.Sheet;
        var flows = table
            .TableContext.Where(label => label is { Dimension: Dimension.Flow, Reach: Reach.Caption })
            .SelectMany(label => ReadText.Of(label.Text).Terms)
            .Where(term => term.Kind == TermKind.Flow)
            .Select(term => term.Code)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return flows is ["X" or "M"]
            ? new(
                "other flow in the sheet's name",
                StructuralEdit.Rebuilt(
                    workbook,
                    sheet,
                    sheet.ColumnCount,
                    place => sheet[place.Row, place.Column],
                    flows[0] == "X" ? "Imports" : "Exports"
                ),
                sheet,
                place => place
            )
            {
                MustBeTold = true,
            }
            : null;
    }

    /// <summary>One of several sheets says another power of ten than its sisters.</summary>
    private static StructuralEdit? OtherUnit(Workbook workbook, TableLayout table)
    {
        var sheet = table.Sheet;
        var label = table.TableContext.FirstOrDefault(one =>
            one is { Dimension: Dimension.Unit, Reach: Reach.Caption, Address: not null }
            && (
                one.Text.Contains("million", StringComparison.Ordinal)
                || one.Text.Contains("thousand", StringComparison.Ordinal)
            )
        );
        if (label?.Address is not { } at || sheet[at.Row, at.Column].Text is not { } text)
        {
            return null;
        }

        var isMillion = text.Contains("million", StringComparison.Ordinal);
        return new(
            "other unit on one sheet",
            StructuralEdit.Rebuilt(
                workbook,
                sheet,
                sheet.ColumnCount,
                place =>
                    place == at
                        ? Cell.OfText(
                            isMillion
                                ? text.Replace("million", "thousand", StringComparison.Ordinal)
                                : text.Replace("thousand", "million", StringComparison.Ordinal)
                        )
                        : sheet[place.Row, place.Column]
            ),
            sheet,
            place => place
        )
        {
            Multiplier = isMillion ? 3 : 6,
        };
    }
}
