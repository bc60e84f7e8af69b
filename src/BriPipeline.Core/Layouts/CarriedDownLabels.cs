using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Whether the names of a column stand once each, in the first of several rows that list the same things for every
/// one of them ("China | Exports", "| Imports", "Russia | Exports", "| Imports").</summary>
internal static class CarriedDownLabels
{
    /// <summary>True only where every row without a name lists something that its name's rows have not listed yet, and
    /// no name lists what the first one does not: else a row without a name may be anybody's.</summary>
    /// <param name="mayBeOne">Whether the column may name the first row only, as a year above its months.</param>
    public static bool Hold(
        Sheet sheet,
        RowKind[] kinds,
        TableArea area,
        IReadOnlyList<int> sample,
        int column,
        IReadOnlyList<int> labels,
        bool mayBeOne = false
    )
    {
        // Most columns name every row.
        if (!sample.Any(row => IsBlank(row, column)))
        {
            return false;
        }

        // A code that is blank wherever its name is lists nothing of its own: "CN | China | Exports", "| | Imports".
        // So does what is named only where this column is: the year above its months.
        var others = labels
            .Where(other => FigureRows().Any(row => !IsBlank(row, other) && IsBlank(row, column)))
            .ToList();
        if (others.Count == 0)
        {
            return false;
        }

        var first = new HashSet<string>(StringComparer.Ordinal);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        // Of the names that others of them carry down themselves the latest.
        var latest = new string[others.Count];
        var names = 0;
        var blanks = 0;
        for (var row = area.FirstBodyRow; row <= area.LastBodyRow; row++)
        {
            if (kinds[row] != RowKind.Figures)
            {
                if (kinds[row] != RowKind.Blank && blanks > 0)
                {
                    return false;
                }

                continue;
            }

            if (!IsBlank(row, column))
            {
                names++;
                listed.Clear();
            }
            else
            {
                blanks++;
            }

            for (var i = 0; i < others.Count; i++)
            {
                latest[i] = IsBlank(row, others[i]) ? latest[i] : sheet[row, others[i]].Raw.Trim();
            }

            var member = string.Join('|', latest);
            if (names == 0 || member.Trim('|').Length == 0 || !listed.Add(member))
            {
                return false;
            }

            if (names == 1)
            {
                first.Add(member);
            }
            else if (!first.Contains(member))
            {
                return false;
            }
        }

        return names > (mayBeOne ? 0 : 1) && blanks > 0 && first.Count > 1;

        IEnumerable<int> FigureRows() =>
            Enumerable
                .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
                .Where(row => kinds[row] == RowKind.Figures);

        bool IsBlank(int row, int at) =>
            sheet.AnchorOf(row, at) is var anchor && sheet[anchor.Row, anchor.Column].IsBlank;
    }
}
