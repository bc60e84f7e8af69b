using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Lines of a title that are merged over the figures of a table, beside its number, and head no column.</summary>
internal static class MergedTitles
{
    /// <summary>How many of the first header rows are lines of a title that is merged over the figures, beside the number of its
    /// table: "Table 3 | Exports by country".</summary>
    public static int In(Sheet sheet, List<int> header, bool[] columns)
    {
        var titles = 0;
        while (
            titles < header.Count - 1
            && IsOneOverAll(sheet, header[titles], columns)
            && (
                titles > 0 ? IsLabelBlank(sheet, header[titles], columns) : NumbersTable(sheet, header[titles], columns)
            )
        )
        {
            titles++;
        }

        return titles;
    }

    private static bool IsOneOverAll(Sheet sheet, int row, bool[] columns)
    {
        var places = Enumerable
            .Range(1, columns.Length - 1)
            .Where(column => columns[column])
            .Select(column => sheet.AnchorOf(row, column))
            .Distinct()
            .ToList();
        return places is [var only] && sheet[only.Row, only.Column] is { Kind: CellKind.Text } && only.Row == row;
    }

    private static bool IsLabelBlank(Sheet sheet, int row, bool[] columns) =>
        Enumerable.Range(1, columns.Length - 1).All(column => columns[column] || sheet[row, column].IsBlank);

    private static bool NumbersTable(Sheet sheet, int row, bool[] columns)
    {
        var labels = Enumerable
            .Range(1, columns.Length - 1)
            .Where(column => !columns[column] && !sheet[row, column].IsBlank)
            .ToList();
        return labels is [var only] && TableNumber.Value.IsMatch(sheet[row, only].Raw);
    }

    private static readonly Lazy<Regex> TableNumber = WordPattern.Lazy(() =>
    {
        var table = WordPattern.Of(Vocabulary.Phrases("notes", "tableNumber"));
        return $@"^\s*{table}\W*[\dIVX][\dIVX.,()-]*\W*$";
    });
}
