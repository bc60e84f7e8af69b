using System.Globalization;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Whether the columns of a table suffice to read it.</summary>
internal static class TableJudgement
{
    /// <summary>Why a table cannot be read as a whole; null where it can.</summary>
    public static Finding? Of(Sheet sheet, TableArea area, IReadOnlyList<ColumnRole> roles, CellEvidence evidence)
    {
        string first = Number(area.FirstBodyRow),
            last = Number(area.LastBodyRow);
        var labels = roles.Where(role => role.Use == ColumnUse.Label).ToList();
        if (!labels.Exists(role => role.Dimension is not (Dimension.Unit or Dimension.Status or Dimension.Frequency)))
        {
            return Finding.OfSheet(FindingCodes.NoLabels, sheet, first, last);
        }

        if (area.HeaderRows.Count == 0)
        {
            return Finding.OfSheet(FindingCodes.NoHeader, sheet, first, last);
        }

        // Numbers of months without a name beside them stood over the columns, and one of them is spoilt.
        if (CountsMonths(sheet, area.FirstBodyRow, roles))
        {
            return Finding.OfSheet(FindingCodes.NoHeader, sheet, first, last);
        }

        return UnclearAreas(sheet, area, labels, evidence);
    }

    private static bool CountsMonths(Sheet sheet, int row, IReadOnlyList<ColumnRole> roles)
    {
        var numbers = roles
            .Where(role => role.Use != ColumnUse.Label)
            .Select(role => CellEvidence.WholeNumber(sheet[row, role.Column]))
            .ToList();
        return roles.All(role => role.Use != ColumnUse.Label || sheet[row, role.Column].IsBlank)
            && numbers.Count(number => number is >= 1 and <= 12) is > 2 and var months
            && months * 2 > numbers.Count;
    }

    /// <summary>Several columns may name the same partners in several languages; columns that often differ may not.</summary>
    private static Finding? UnclearAreas(Sheet sheet, TableArea area, List<ColumnRole> labels, CellEvidence evidence)
    {
        var columns = labels.FindAll(role => role.Dimension == Dimension.Partner && role.Kind == LabelKind.Words);
        foreach (var other in columns.Skip(1))
        {
            if (AreaColumns.NamesDiffer(sheet, area, evidence, columns[0].Column, other.Column))
            {
                return Finding.OfSheet(
                    FindingCodes.AreaColumnsUnclear,
                    sheet,
                    CellAddress.ColumnLetters(columns[0].Column),
                    CellAddress.ColumnLetters(other.Column)
                );
            }
        }

        return null;
    }

    private static string Number(int row) => row.ToString(CultureInfo.InvariantCulture);
}
