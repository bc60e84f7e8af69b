using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Checks;

/// <summary>Whether a publisher's note says that parts do not add up to totals (DESIGN section 4, rule 4).</summary>
public static class NotAdditive
{
    private const int MaxRows = 400;
    private const int MaxColumns = 30;
    private const int ShortestNote = 20;

    private static readonly Lazy<string[]> Phrases = new(() => [.. Vocabulary.Phrases("notes", "notAdditive")]);

    /// <summary>Looks through the first rows of every sheet.</summary>
    public static bool IsSaidIn(Workbook workbook) =>
        workbook.Sheets.Any(sheet =>
        {
            for (var row = 1; row <= Math.Min(sheet.RowCount, MaxRows); row++)
            {
                for (var column = 1; column <= Math.Min(sheet.ColumnCount, MaxColumns); column++)
                {
                    if (
                        sheet[row, column] is { Kind: CellKind.Text, Text: { Length: >= ShortestNote } text }
                        && Array.Exists(
                            Phrases.Value,
                            phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase)
                        )
                    )
                    {
                        return true;
                    }
                }
            }

            return false;
        });
}
