using System.Globalization;
using System.Text;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A reading in words: what a person would say who had read the sheet.</summary>
public static class LayoutDescription
{
    /// <summary>A paragraph a table, one line a fact; lines end with a line feed.</summary>
    public static string Of(WorkbookLayout layout)
    {
        var text = new StringBuilder();
        foreach (var table in layout.Tables)
        {
            Describe(table, text);
        }

        return text.ToString();
    }

    private static void Describe(TableLayout table, StringBuilder text)
    {
        var sheet = table.Sheet.Name.Length == 0 ? "The file" : $"Sheet \"{table.Sheet.Name}\"";
        var hidden = table.Sheet.IsHidden ? " (hidden)" : "";
        text.Append(
            CultureInfo.InvariantCulture,
            $"{sheet}{hidden}: header {Rows(table.HeaderRows)}, figures in rows {table.FirstBodyRow} to {table.LastBodyRow}\n"
        );
        foreach (var group in Runs(table.Columns))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Columns(group)}: {Meaning(group[0])}{Heading(group)}\n");
        }

        foreach (var label in table.Surroundings.DistinctBy(label => (label.Dimension, label.Text)))
        {
            var place = label.Address is { } address ? $"{address}" : Place(label.Rank);
            text.Append(
                CultureInfo.InvariantCulture,
                $"  {Spoken(label.Dimension)} may be said by {place}: \"{label.Text.Trim()}\"\n"
            );
        }
    }

    /// <summary>Outside a table it is not said whether an area reports or is the partner.</summary>
    private static string Spoken(Dimension dimension) =>
        dimension == Dimension.Partner ? "area" : dimension.ToString().ToLowerInvariant();

    private static string Rows(IReadOnlyList<int> rows) =>
        rows.Count == 1 ? $"row {rows[0]}" : $"rows {rows[0]} to {rows[^1]}";

    /// <summary>Neighbouring columns of the same use are one line.</summary>
    private static List<List<ColumnRole>> Runs(IReadOnlyList<ColumnRole> columns)
    {
        var runs = new List<List<ColumnRole>>();
        foreach (var column in columns)
        {
            if (runs.Count > 0 && Meaning(runs[^1][0]) == Meaning(column))
            {
                runs[^1].Add(column);
            }
            else
            {
                runs.Add([column]);
            }
        }

        return runs;
    }

    private static string Columns(List<ColumnRole> columns) =>
        columns.Count == 1
            ? $"column {CellAddress.ColumnLetters(columns[0].Column)}"
            : $"columns {CellAddress.ColumnLetters(columns[0].Column)} to {CellAddress.ColumnLetters(columns[^1].Column)}";

    private static string Meaning(ColumnRole column) =>
        column.Use switch
        {
            ColumnUse.Label =>
                $"{column.Dimension.ToString()!.ToLowerInvariant()}{(column.Kind == LabelKind.Words ? "" : $", by {column.Kind.ToString().ToLowerInvariant()}")}",
            ColumnUse.Figures => "figures",
            ColumnUse.NotUnderstood => $"not understood ({column.Reason}), not stored",
            _ => $"{column.Reason}, not stored",
        };

    private static string Heading(List<ColumnRole> columns) =>
        columns[0].Heading.Length == 0 ? ""
        : columns.Count == 1 ? $" (\"{columns[0].Heading}\")"
        : $" (\"{columns[0].Heading}\" to \"{columns[^1].Heading}\")";

    private static string Place(EvidenceRank rank) =>
        rank switch
        {
            EvidenceRank.SheetName => "the sheet's name",
            EvidenceRank.OtherSheet => "another sheet",
            _ => "the file's name",
        };
}
