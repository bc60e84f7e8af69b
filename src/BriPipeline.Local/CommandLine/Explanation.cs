using BriPipeline.Core.Layouts;
using BriPipeline.Core.Pipeline;

namespace BriPipeline.Local.CommandLine;

/// <summary>How a file was understood, in words: which columns of which tables are what, and why.</summary>
internal static class Explanation
{
    private static readonly Dictionary<ColumnUse, string> Uses = new()
    {
        [ColumnUse.Label] = "names the",
        [ColumnUse.Figures] = "figures that are read",
        [ColumnUse.Evidence] = "only looked at",
        [ColumnUse.Ignored] = "passed over",
        [ColumnUse.NotUnderstood] = "not understood",
        [ColumnUse.Limited] = "a part of the trade only",
        [ColumnUse.Unclear] = "below headings of unclear reach",
    };

    internal static void Write(TextWriter writer, string fileName, Reading reading)
    {
        writer.WriteLine($"{fileName}: {reading.Outcome.ToString().ToLowerInvariant()}");
        if (reading.Cause is { } cause)
        {
            writer.WriteLine($"  because: {cause}");
        }

        if (reading.Layout is not { Tables.Count: > 0 } layout)
        {
            writer.WriteLine("  No table was recognised.");
            return;
        }

        foreach (var table in layout.Tables)
        {
            Write(writer, table);
        }
    }

    private static void Write(TextWriter writer, TableLayout table)
    {
        var sheet = table.Sheet.Name.Length == 0 ? "the file" : $"sheet '{table.Sheet.Name}'";
        var hidden = table.Sheet.IsHidden ? " (hidden)" : "";
        writer.WriteLine($"  A table in {sheet}{hidden}, rows {table.FirstBodyRow} to {table.LastBodyRow}:");
        foreach (var column in table.Columns)
        {
            var letters = Core.Workbooks.CellAddress.ColumnLetters(column.Column);
            var dimension = column.Dimension is { } named ? $" {named.ToString().ToLowerInvariant()}" : "";
            var reason = column.Reason.Length == 0 ? "" : $": {column.Reason}";
            writer.WriteLine($"    {letters} \"{OneLine(column.Heading)}\": {Uses[column.Use]}{dimension}{reason}");
        }

        foreach (var label in table.Surroundings)
        {
            writer.WriteLine(
                $"    {label.Dimension.ToString().ToLowerInvariant()} is said by \"{OneLine(label.Text)}\" ({Place(label)})"
            );
        }
    }

    private static string Place(Label label) => label.Address?.ToString() ?? label.Rank.ToString().ToLowerInvariant();

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
