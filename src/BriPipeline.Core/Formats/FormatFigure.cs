using System.Globalization;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats;

/// <summary>Cells of figures as a format writes them: its decimal mark, its marks in place of a number, letters behind one.</summary>
internal sealed class FormatFigure(FormatDescription description, CodeReader? flags)
{
    /// <summary>What R writes for a blank cell.</summary>
    public const string NotAvailable = "NA";

    private readonly char decimalMark = description.Decimal[0];

    /// <summary>The number of a cell and what stands beside it; neither where the cell is no figure of the format.</summary>
    public (decimal? Value, IReadOnlyList<FormatStatement> Says)? Read(Cell cell)
    {
        if (cell.Kind != CellKind.Text)
        {
            return FigureText.Read(cell, null) is { } number ? (number, []) : null;
        }

        var text = cell.Text!.Trim();
        if (Mark(text) is { } mark)
        {
            return (null, [mark]);
        }

        if (Number(text) is { } plain)
        {
            return (plain, []);
        }

        var end = flags is null ? -1 : text.IndexOf(' ', StringComparison.Ordinal);
        return end > 0 && flags!.Read(text[end..].Trim()) is { Says: { } says }
            ? Mark(text[..end]) is { } marked
                ? (null, [.. says, marked])
                : Number(text[..end]) is { } flagged
                    ? (flagged, says)
                    : null
            : null;
    }

    private FormatStatement? Mark(string text) =>
        text.Length == 0 ? new(FormatRole.Status, MarkMeaning.Missing)
        : description.Missing.TryGetValue(text, out var meaning) ? FormatStatement.Of(FormatRole.Status, meaning)
        : text == NotAvailable ? new(FormatRole.Status, MarkMeaning.Missing)
        : null;

    private decimal? Number(string text) =>
        NumberText.Read(text, decimalMark)
        ?? (
            text.Length > 0
            && (char.IsAsciiDigit(text[0]) || text[0] == '-')
            && text.AsSpan().ContainsAny('e', 'E')
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var scientific)
                ? scientific
                : null
        );
}
