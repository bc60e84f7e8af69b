using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A header that comes again among the rows of its table, as at the top of a printed page: the table goes on, and its years are no
/// figures.</summary>
internal static class RepeatedHeaders
{
    /// <summary>Marks its rows as no part of the body, and gives the first row of each; none where it does not come again.</summary>
    public static IReadOnlyList<int> Mark(Sheet sheet, RowKind[] kinds, List<int> header, int firstFigures)
    {
        if (header.Count == 0 || FirstText(sheet, header[0]) is not { } at)
        {
            return [];
        }

        var heading = sheet[header[0], at].Text;
        var rows = header[^1] - header[0] + 1;
        var found = new List<int>();
        for (var row = firstFigures + 1; row + rows <= kinds.Length; row++)
        {
            if (
                sheet[row, at] is { Kind: CellKind.Text } cell
                && cell.Text == heading
                && FollowsFigures(kinds, row)
                && Enumerable.Range(0, rows).All(i => AreEqual(sheet, header[0] + i, row + i))
            )
            {
                Array.Fill(kinds, RowKind.Attributes, row, rows);
                found.Add(row);
            }
        }

        return found;
    }

    /// <summary>What is told where one table was read across them.</summary>
    public static IEnumerable<Finding> Findings(Sheet sheet, TableArea area) =>
        area.RepeatedHeaders.Count == 0
            ? []
            :
            [
                Finding.OfCell(
                    FindingCodes.HeaderRepeated,
                    sheet,
                    new(area.RepeatedHeaders[0], 1),
                    area.RepeatedHeaders.Count.ToString(CultureInfo.InvariantCulture)
                ),
            ];

    private static int? FirstText(Sheet sheet, int row)
    {
        var filled = Enumerable.Range(1, sheet.LastColumn(row)).Where(column => !sheet[row, column].IsBlank).ToList();
        return filled.Count < 2 ? null
            : filled.Find(column => sheet[row, column].Kind == CellKind.Text) is > 0 and var first ? first
            : null;
    }

    /// <summary>Words between, as a title, begin another table.</summary>
    private static bool FollowsFigures(RowKind[] kinds, int row)
    {
        while (kinds[--row] == RowKind.Blank) { }
        return kinds[row] == RowKind.Figures;
    }

    private static bool AreEqual(Sheet sheet, int one, int other) =>
        Enumerable
            .Range(1, Math.Max(sheet.LastColumn(one), sheet.LastColumn(other)))
            .All(column => sheet[one, column].Raw == sheet[other, column].Raw);
}
