using BriPipeline.Core.Evidence;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What describes a table from outside: captions above, the sheet's name, sheets without tables, the
/// file's name (DESIGN section 4, rule 1). The profile is asked last, by who normalises.</summary>
internal sealed class TableContext(Workbook workbook, CellEvidence evidence)
{
    /// <summary>A longer text on another sheet is prose and declares nothing.</summary>
    private const int MaxDeclarationLength = 120;

    private IReadOnlyList<Label>? otherSheets;

    /// <summary>Texts of title and caption lines of a table, with their places; null for those that stand in no cell.</summary>
    public static IEnumerable<(string Text, CellAddress? Place)> Captions(Sheet sheet, TableArea area)
    {
        foreach (var line in sheet.Above.Where(line => !NoteLines.IsMarked(line)))
        {
            yield return (line, null);
        }

        foreach (var row in CaptionRows(sheet, area))
        {
            for (var column = 1; column <= sheet.LastColumn(row); column++)
            {
                if (sheet[row, column] is { Kind: CellKind.Text, Text: { } text })
                {
                    yield return (text, new CellAddress(row, column));
                }
                else if (CellEvidence.IsWhole(sheet[row, column]) && IsAlone(sheet, row, column))
                {
                    // A year or a code alone in its line is the title's, whether it was typed as text or as a number.
                    yield return (sheet[row, column].Raw, new CellAddress(row, column));
                }
            }
        }
    }

    /// <summary>Texts in header rows left of all columns that hold anything below: titles beside the table, which head nothing. They
    /// may leave its figures in doubt, and say nothing for them.</summary>
    public static IEnumerable<string> Beside(Sheet sheet, TableArea area) =>
        from column in Enumerable
            .Range(1, sheet.ColumnCount)
            .TakeWhile(column =>
                Enumerable
                    .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
                    .All(row => sheet[row, column].IsBlank)
            )
        from row in area.HeaderRows
        where sheet[row, column].Kind == CellKind.Text
        select sheet[row, column].Text;

    /// <summary>The rows above the header and those within it that only say a unit. What follows a table first, with marks of
    /// footnotes, is about that table and not about the one below.</summary>
    private static IEnumerable<int> CaptionRows(Sheet sheet, TableArea area)
    {
        var first = area.FirstRow;
        while (area.FirstRow > 1 && first < FirstBelow(area) && IsOfNotes(first))
        {
            first++;
        }

        return Enumerable.Range(first, Math.Max(0, FirstBelow(area) - first)).Concat(area.CaptionRows);

        bool IsOfNotes(int row) =>
            Enumerable
                .Range(1, sheet.LastColumn(row))
                .Select(column => sheet[row, column])
                .Where(cell => !cell.IsBlank)
                .All(cell => cell.Kind == CellKind.Text && NoteLines.IsMarked(cell.Text!));
    }

    public IReadOnlyList<Label> Of(
        Sheet sheet,
        TableArea area,
        IReadOnlyList<ColumnRole> roles,
        IReadOnlySet<Sheet> sheetsWithTables
    )
    {
        var labels = new List<Label>();
        foreach (var (text, place) in Captions(sheet, area))
        {
            // A year beside other numbers stood over columns, and not over the whole table.
            var isBesideNumbers = place is { } cell && HasFigure(sheet, cell.Row);
            labels.AddRange(
                TextLabels
                    .Of(text, Reach.Caption, place, evidence)
                    .Where(label => label.Dimension != Dimension.Period || !isBesideNumbers)
                    .Where(label => label.Dimension != Dimension.Flow || !PublisherLine.Is(text, evidence))
            );
        }

        labels.AddRange(Declared(sheet, area, evidence));
        labels.AddRange(OverNames(sheet, roles));
        // "1" is the number of a sheet.
        if (!IsNumber(sheet.Name))
        {
            labels.AddRange(TextLabels.Of(sheet.Name, Reach.SheetName, null, evidence));
        }

        labels.AddRange(otherSheets ??= OtherSheets(sheetsWithTables));
        labels.AddRange(
            TextLabels.Of(Path.GetFileNameWithoutExtension(workbook.FileName), Reach.FileName, null, evidence)
        );
        return labels;
    }

    /// <summary>The unit that stands over a column of names and not over figures: "Country (thousand USD)".</summary>
    private IEnumerable<Label> OverNames(Sheet sheet, IReadOnlyList<ColumnRole> roles)
    {
        var overFigures = roles
            .Where(role => role.Use == ColumnUse.Figures)
            .SelectMany(role => role.Headers)
            .ToHashSet();
        return roles
            .Where(role => role is { Use: ColumnUse.Label, Dimension: not Dimension.Unit })
            .SelectMany(role => role.Headers)
            .Where(place => !overFigures.Contains(place))
            .SelectMany(place => TextLabels.Of(sheet, place, Reach.Caption, evidence))
            .Where(label => label.Dimension == Dimension.Unit);
    }

    private static bool IsAlone(Sheet sheet, int row, int column)
    {
        for (var other = 1; other <= sheet.LastColumn(row); other++)
        {
            if (other != column && !sheet[row, other].IsBlank)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasFigure(Sheet sheet, int row)
    {
        for (var column = 1; column <= sheet.LastColumn(row); column++)
        {
            if (CellEvidence.IsNumber(sheet[row, column]) && !CellEvidence.IsYear(sheet[row, column]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a sheet is only numbered, be it by month or by table.</summary>
    private static bool IsNumber(string sheetName) =>
        sheetName.Trim() is { Length: 1 or 2 } name && name.All(char.IsAsciiDigit);

    /// <summary>What the lines above a table declare, a key and its value each.</summary>
    public static IEnumerable<Label> Declared(Sheet sheet, TableArea area, CellEvidence evidence) =>
        Declarations
            .In(sheet, area.FirstRow, FirstBelow(area) - 1, Reach.Caption, evidence)
            .Concat(Declarations.In(sheet.Above, evidence));

    private static int FirstBelow(TableArea area) =>
        area.HeaderRows.Count == 0 ? area.FirstBodyRow : area.HeaderRows[0];

    /// <summary>What a sheet of parameters declares, and units and variants of a cover or notes sheet, whose other words speak
    /// of all kinds of things.</summary>
    private List<Label> OtherSheets(IReadOnlySet<Sheet> sheetsWithTables)
    {
        var labels = new List<Label>();
        foreach (var sheet in workbook.Sheets.Where(sheet => !sheetsWithTables.Contains(sheet)))
        {
            if (Declarations.Fill(sheet, evidence))
            {
                labels.AddRange(
                    Declarations
                        .In(sheet, 1, sheet.RowCount, Reach.OtherSheet, evidence)
                        .Select(label => label with { Address = null })
                );
                continue;
            }

            for (var row = 1; row <= sheet.RowCount; row++)
            {
                for (var column = 1; column <= sheet.LastColumn(row); column++)
                {
                    if (
                        sheet[row, column] is { Kind: CellKind.Text, Text: { Length: <= MaxDeclarationLength } text }
                        && evidence.Of(text).Names("unit")
                    )
                    {
                        labels.AddRange(
                            TextLabels
                                .Of(text, Reach.OtherSheet, null, evidence)
                                .Where(label => label.Dimension is Dimension.Unit or Dimension.Variant)
                        );
                    }
                }
            }
        }

        return labels;
    }
}
