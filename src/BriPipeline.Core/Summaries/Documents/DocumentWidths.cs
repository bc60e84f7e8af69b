namespace BriPipeline.Core.Summaries.Documents;

/// <summary>How wide texts are, in letters.</summary>
internal static class DocumentWidths
{
    private const double OfLinks = 60;

    public static double Of(DocumentCell cell) =>
        cell.Kind == CellKind.Links ? OfLinks : Of(cell.Text) + cell.Marks.Count;

    /// <summary>Chinese characters are twice as wide.</summary>
    public static double Of(string text) => text.Sum(letter => letter >= '\u2E80' ? 2 : 1);

    public static double OfLongestWord(string text) => text.Split(' ').Max(Of);
}
