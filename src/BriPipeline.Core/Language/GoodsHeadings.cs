namespace BriPipeline.Core.Language;

/// <summary>Headings that a column of goods may have, and other columns too: "category", "group", "type".</summary>
internal static class GoodsHeadings
{
    private static readonly Lazy<HashSet<string>> Words = new(() =>
        [.. Vocabulary.Phrases("words", "goods heading").Select(Folding.Fold)]
    );

    /// <summary>Whether a heading is one such word, or consists of them: "CLASS TYPE".</summary>
    public static bool Are(string heading)
    {
        var text = Folding.Fold(heading).Trim();
        var words = text.Split(
            [.. text.Where(c => !char.IsLetter(c)).Distinct()],
            StringSplitOptions.RemoveEmptyEntries
        );
        return Words.Value.Contains(text) || (words.Length > 0 && words.All(Words.Value.Contains));
    }
}
