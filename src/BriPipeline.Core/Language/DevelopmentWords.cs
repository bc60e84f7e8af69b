namespace BriPipeline.Core.Language;

/// <summary>Words of titles for figures over time, "évolution des exportations (en millions de dollars)", which over a column mean growth.</summary>
public static class DevelopmentWords
{
    private static readonly Lazy<HashSet<string>> Words = new(() => Vocabulary.Set("words", "development"));

    public static bool Contain(string word) => Words.Value.Contains(word);
}
