using System.Text.RegularExpressions;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats;

/// <summary>The headings of a table of a documented format.</summary>
/// <param name="Row">The first row of headings.</param>
/// <param name="Columns">The columns with their headings, from the first.</param>
internal sealed partial record FormatHeader(
    DocumentedFormat Format,
    Sheet Sheet,
    int Row,
    IReadOnlyList<FormatHeading> Columns
)
{
    /// <summary>Headings are looked for in so many rows from the top.</summary>
    private const int Depth = 40;

    /// <summary>A sheet of more columns is of no documented format.</summary>
    private const int Width = 2000;

    /// <summary>A row with at least so many needed columns is meant to be of the format even if it lacks others.</summary>
    private const int Alike = 4;

    public int FirstBodyRow => Row + Format.Description.HeaderRows;

    /// <summary>The header of the format that fits best: the one with the most needed columns, then the most columns that it knows.</summary>
    public static FormatHeader? Find(Sheet sheet, IReadOnlyList<DocumentedFormat> formats) =>
        Headers(sheet, formats)
            .Where(header =>
                header.Format.Lacking(header.Columns).Count == 0 && header.Format.HasFigures(header.Columns)
            )
            .OrderByDescending(header => header.Format.Description.Needs.Count)
            .ThenByDescending(header => header.Format.KeysOf(header.Columns).Count(key => key is not null))
            .ThenBy(header => header.Row)
            .FirstOrDefault();

    /// <summary>A header that has most needed columns of a format, and those that it lacks. Headings in another spelling may be
    /// those of a table of its maker's own.</summary>
    public static (FormatHeader Header, IReadOnlyList<string> Lacking)? FindAlike(
        Sheet sheet,
        IReadOnlyList<DocumentedFormat> formats
    ) =>
        Headers(sheet, formats)
            .Select(header => (Header: header, Lacking: header.Format.Lacking(header.Columns, asWritten: true)))
            .Where(one =>
                one.Header.Format.Description.Needs.Count - one.Lacking.Count is var has
                && has >= Alike
                && has > 2 * one.Lacking.Count
            )
            .OrderBy(one => one.Lacking.Count)
            .Select(one => ((FormatHeader, IReadOnlyList<string>)?)one)
            .FirstOrDefault();

    private static IEnumerable<FormatHeader> Headers(Sheet sheet, IReadOnlyList<DocumentedFormat> formats)
    {
        foreach (
            var kind in formats.GroupBy(format =>
                (format.Description.HeaderRows, format.Description.Labels, format.Description.Composite)
            )
        )
        {
            for (var row = 1; row <= Math.Min(sheet.RowCount, Depth) && sheet.ColumnCount <= Width; row++)
            {
                if (sheet.LastColumn(row) < 2 && kind.Key.Composite is null)
                {
                    continue;
                }

                var headings = HeadingsOf(sheet, row, kind.Key.HeaderRows, kind.Key.Labels, kind.Key.Composite);
                var spellings = headings
                    .Select(heading => HeadingSpelling.Of(heading.Text))
                    .ToHashSet(StringComparer.Ordinal);
                foreach (
                    var format in kind.Where(format =>
                        IsOf(sheet, format.Description.Sheet) && MayBe(format, spellings)
                    )
                )
                {
                    yield return new(format, sheet, row, headings);
                }
            }
        }
    }

    private static bool MayBe(DocumentedFormat format, IReadOnlySet<string> spellings) =>
        format.NamedIn(spellings) is var (has, of) && has > 0 && 3 * has >= 2 * of;

    private static bool IsOf(Sheet sheet, string? pattern) =>
        pattern is null
        || System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, sheet.Name, ignoreCase: true);

    private static List<FormatHeading> HeadingsOf(Sheet sheet, int row, int rows, string? labels, string? composite)
    {
        var headings = new List<FormatHeading>(sheet.ColumnCount);
        for (var column = 1; column <= sheet.ColumnCount; column++)
        {
            var places = Enumerable
                .Range(row, rows)
                .Select(at => HeadingOver(sheet, at, column, row + rows - 1))
                .Distinct()
                .Select(place => Plain(sheet[place.Row, place.Column].Raw, labels))
                .Where(text => text.Length > 0);
            var heading = string.Join(" | ", places);
            if (composite is not null && heading.LastIndexOf('\\') is var end and > 0)
            {
                headings.AddRange(
                    heading[..end]
                        .Split(composite)
                        .Index()
                        .Select(part => new FormatHeading(column, part.Item.Trim(), part.Index))
                );
            }
            else
            {
                headings.Add(new(column, heading, null));
            }
        }

        return headings;
    }

    /// <summary>The cell that heads a column in one row. A text file has no merged cells: there a heading stands over the first
    /// of its columns.</summary>
    private static CellAddress HeadingOver(Sheet sheet, int row, int column, int lastRow)
    {
        var anchor = sheet.AnchorOf(row, column);
        if (
            row == lastRow
            || sheet.MergedRanges.Count > 0
            || !sheet[anchor.Row, anchor.Column].IsBlank
            || sheet[lastRow, column].IsBlank
        )
        {
            return anchor;
        }

        var left = column;
        while (left > 1 && sheet[row, left].IsBlank)
        {
            left--;
        }

        return new(row, left);
    }

    /// <summary>A heading without what spreadsheet programs and exports put around it.</summary>
    private static string Plain(string raw, string? labels)
    {
        var text = Blanks().Replace(raw.Trim('\uFEFF', ' ', '\u00A0', '\'', '"'), " ");
        var end = labels is null ? -1 : text.IndexOf(labels, StringComparison.Ordinal);
        return end > 0 ? text[..end] : text;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}

/// <summary>A column, or one of several that one column of the file holds.</summary>
/// <param name="Number">Of the column of the file, counted from 1.</param>
/// <param name="Part">Which of those that it holds, counted from 0; null where it holds one.</param>
internal readonly record struct FormatHeading(int Number, string Text, int? Part);
