using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>The rows that stand between the names of series, one a column, and their figures: each has its key in the column below which
/// the periods run, and says something of every series: "Unit", "Frequency", "Source", "First observation".</summary>
internal static class SeriesRows
{
    /// <summary>They stand among the first rows.</summary>
    private const int LastLooked = 60;

    private const int MinRows = 2;

    private static readonly string[] Attributes = ["attribute", "frequency", "series-span"];
    private static readonly string[] Remarks = ["note", "status", "obs-status"];

    /// <summary>What such rows are: attributes, or headings where they say a unit, a flow, an area; none where the sheet holds
    /// no series.</summary>
    public static IReadOnlyDictionary<int, RowKind> In(Sheet sheet, CellEvidence evidence)
    {
        var last = Math.Min(LastLooked, sheet.RowCount);
        for (var row = 1; row <= last; row++)
        {
            if (KeyOf(row) is not { } key)
            {
                continue;
            }

            var end = row;
            while (end < last && KeyOf(end + 1) == key)
            {
                end++;
            }

            var rows = Enumerable.Range(row, end - row + 1).ToList();
            if (rows.Count >= MinRows && rows.Exists(one => Names(one, key, Attributes)) && BeginsFigures(end + 1, key))
            {
                return rows.ToDictionary(
                    one => one,
                    one => SaysNothingOfTrade(one, key) ? RowKind.Attributes : RowKind.Words
                );
            }

            row = end;
        }

        return new Dictionary<int, RowKind>();

        // A row of a key and of what is said under it: the column of the key.
        int? KeyOf(int row)
        {
            var filled = Enumerable
                .Range(1, sheet.LastColumn(row))
                .Where(column => !sheet[row, column].IsBlank)
                .ToList();
            return
                filled is [var first, _, ..]
                && sheet[row, first] is { Kind: CellKind.Text, Text: { } text }
                && evidence.Of(text) is { Areas.Count: 0, Terms.Count: > 0 } said
                && said.Terms.All(term => term.Kind is TermKind.Dimension or TermKind.Filler)
                && (said.Said.LeftOver.Count == 0 || said.Names(Attributes))
                ? first
                : null;
        }

        bool Names(int row, int column, string[] dimensions) => evidence.Of(sheet[row, column].Text!).Names(dimensions);

        // A source, a remark, a status that is none of figures; "Seasonal adjustment" tells series apart.
        bool SaysNothingOfTrade(int row, int column) =>
            Names(row, column, Attributes)
            || (
                evidence
                    .Of(sheet[row, column].Text!)
                    .Terms.All(term => term.Kind == TermKind.Filler || Remarks.Contains(term.Code))
                && Enumerable
                    .Range(column + 1, sheet.LastColumn(row) - column)
                    .Select(other => evidence.Of(sheet[row, other].Raw))
                    .All(said =>
                        said.Areas.Count == 0
                        && said.Terms.All(term =>
                            term.Kind is TermKind.Filler or TermKind.Dimension && StatusText.OfWord(term.Code) is null
                        )
                    )
            );

        bool BeginsFigures(int row, int column)
        {
            while (row <= sheet.RowCount && sheet.LastColumn(row) == 0)
            {
                row++;
            }

            return row <= sheet.RowCount
                && IsPeriod(sheet[row, column])
                && Enumerable
                    .Range(column + 1, Math.Max(0, sheet.LastColumn(row) - column))
                    .Any(other => CellEvidence.IsNumber(sheet[row, other]));
        }

        bool IsPeriod(Cell cell) =>
            cell.Kind == CellKind.Date || CellEvidence.IsYear(cell) || evidence.Of(cell.Raw).Periods.Count > 0;
    }
}
