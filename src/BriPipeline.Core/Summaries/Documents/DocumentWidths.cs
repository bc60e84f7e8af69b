namespace BriPipeline.Core.Summaries.Documents;

/// <summary>How wide texts are, in letters.</summary>
internal static class DocumentWidths
{
    private const double OfLinks = 60;

    /// <summary>Letters in a line of a table, in the widest of the usual fonts.</summary>
    private const double OfLine = 92;

    /// <summary>What a cell's margins take.</summary>
    private const double OfMargins = 2;

    private static readonly char[] Breaks = [' ', '-', '/'];

    public static double Of(DocumentCell cell) =>
        cell.Kind == CellKind.Links ? OfLinks : Of(cell.Text) + cell.Marks.Count;

    /// <summary>Chinese characters are twice as wide.</summary>
    public static double Of(string text) => text.Sum(letter => IsIdeograph(letter) ? 2 : 1);

    /// <summary>What a column needs so that no word breaks, and what it would take so that no text wraps.</summary>
    public static (double Min, double Max) Of(string heading, IEnumerable<DocumentCell> cells)
    {
        const double Shortest = 5;
        const double MaxWordLength = 24;
        const double Longest = 40;
        // Headings are bold.
        const double Bold = 1.15;
        var (min, max) = (Shortest, OfLongestWord(heading) * Bold);
        min = Math.Max(min, max);
        foreach (var cell in cells)
        {
            min = Math.Max(min, cell.Kind == CellKind.Links ? 0 : OfLongestWord(cell.Text) + cell.Marks.Count);
            max = Math.Max(max, Of(cell));
        }

        return (Math.Min(min, MaxWordLength) + OfMargins, Math.Clamp(max, min, Math.Max(min, Longest)) + OfMargins);
    }

    /// <summary>The part of the line that each column gets.</summary>
    public static IEnumerable<double> Share(IReadOnlyList<(double Min, double Max)> columns)
    {
        var (min, max) = (columns.Sum(column => column.Min), columns.Sum(column => column.Max));
        // Of a line with room for every text, each gets its share; else no column gets less than its longest word.
        var given = max <= OfLine || max <= min ? 1 : Math.Max(0, (OfLine - min) / (max - min));
        var widths = columns.Select(column => column.Min + (given * (column.Max - column.Min))).ToList();
        return widths.Select(width => width / widths.Sum());
    }

    private static double OfLongestWord(string text)
    {
        var (longest, word, before) = (0.0, 0.0, ' ');
        foreach (var letter in text)
        {
            // A line may break on both sides of a Chinese character.
            word = Breaks.Contains(before) || IsIdeograph(letter) || IsIdeograph(before) ? 0 : word;
            word += letter == ' ' ? 0 : Of(letter.ToString());
            longest = Math.Max(longest, word);
            before = letter;
        }

        return longest;
    }

    private static bool IsIdeograph(char letter) => letter >= '\u2E80';
}
