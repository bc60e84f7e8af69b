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
            var none = Finding.OfSheet(FindingCodes.NoHeader, sheet, first, last);
            return evidence.AskOfCalendar(sheet, area.FirstBodyRow) is { } calendar
                ? (none with { Ask = calendar, Figures = FiguresIn(sheet, area, roles) }).AsAnswered(
                    evidence.Book.Find(calendar)
                )
                : none;
        }

        // Numbers of months without a name beside them stood over the columns, and one of them is spoilt.
        if (CountsMonths(sheet, area.FirstBodyRow, roles))
        {
            return Finding.OfSheet(FindingCodes.NoHeader, sheet, first, last);
        }

        return UnclearAreas(sheet, area, roles, evidence);
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
    private static Finding? UnclearAreas(
        Sheet sheet,
        TableArea area,
        IReadOnlyList<ColumnRole> roles,
        CellEvidence evidence
    )
    {
        if (AreaColumns.Unclear(sheet, area, roles, evidence) is not var (one, other))
        {
            return null;
        }

        var (first, second) = (CellAddress.ColumnLetters(one.Column), CellAddress.ColumnLetters(other.Column));
        var ask = ColumnAnswers.AskOfAreas(one, other, evidence.Book);
        return (
            Finding.OfSheet(FindingCodes.AreaColumnsUnclear, sheet, first, second) with
            {
                Ask = ask,
                Figures = FiguresIn(sheet, area, roles),
            }
        ).AsAnswered(evidence.Book.Find(ask));
    }

    private static int FiguresIn(Sheet sheet, TableArea area, IEnumerable<ColumnRole> roles) =>
        Math.Max(
            1,
            roles
                .Where(role => role.Use is ColumnUse.Figures or ColumnUse.Limited or ColumnUse.NotUnderstood)
                .Sum(role => NumbersIn(sheet, area, role.Column))
        );

    private static int NumbersIn(Sheet sheet, TableArea area, int column) =>
        Enumerable
            .Range(area.FirstBodyRow, area.LastBodyRow - area.FirstBodyRow + 1)
            .Count(row => sheet[row, column].Kind == CellKind.Number);

    private static string Number(int row) => row.ToString(CultureInfo.InvariantCulture);
}
