using System.Text.Json;

namespace BriPipeline.Core.Language;

/// <summary>The spelling by which names of areas are compared: folded words without signs, articles, conjunctions and the
/// marks on Latin letters, common abbreviations written out.</summary>
internal sealed class AreaKey
{
    internal const string Join = "&";

    private readonly HashSet<string> dropped;
    private readonly HashSet<string> joins;
    private readonly List<(string[] Short, string Long)> abbreviations;

    public AreaKey(JsonElement aliases)
    {
        dropped = Words(aliases.GetProperty("dropped"));
        joins = Words(aliases.GetProperty("joins"));
        abbreviations =
        [
            .. aliases
                .GetProperty("abbreviations")
                .EnumerateObject()
                .Select(entry => (entry.Name.Split(' '), entry.Value.GetString()!))
                .OrderByDescending(entry => entry.Item1.Length),
        ];
    }

    /// <summary>The key of a whole label; footnote marks at its end do not count.</summary>
    public string Of(string label) => Of(WordsOf(Folding.Fold(label)).Select(word => word.Text));

    /// <summary>The key of the words of a name.</summary>
    public static string Of(IEnumerable<string> words) => string.Join(' ', words.Where(word => word != Join));

    /// <summary>The words of a text as they stand in keys, with their places; "and" in any language is <c>&amp;</c>.</summary>
    public List<(string Text, int Start, int End)> WordsOf(string text)
    {
        var words = new List<(string Text, int Start, int End)>();
        foreach (var word in Word.Split(text))
        {
            if (!word.IsPunctuation)
            {
                words.Add((Plain(word.Folded), word.Start, word.End));
            }
        }

        var kept = 0;
        for (var index = 0; index < words.Count; )
        {
            var (full, count) = FullAt(words, index);
            if (!dropped.Contains(full))
            {
                words[kept++] = (joins.Contains(full) ? Join : full, words[index].Start, words[index + count - 1].End);
            }

            index += count;
        }

        words.RemoveRange(kept, words.Count - kept);
        return words;
    }

    /// <summary>The word at a place, an abbreviation written out, and how many words it takes.</summary>
    private (string Text, int Count) FullAt(List<(string Text, int Start, int End)> words, int index)
    {
        if (words[index].Text.Length <= 4)
        {
            foreach (var (parts, full) in abbreviations)
            {
                if (IsAt(words, index, parts))
                {
                    return (full, parts.Length);
                }
            }
        }

        return (words[index].Text, 1);
    }

    private static HashSet<string> Words(JsonElement list) =>
        list.EnumerateArray().Select(word => word.GetString()!).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether the words of a phrase stand at a place.</summary>
    public static bool IsAt(List<(string Text, int Start, int End)> words, int index, string[] parts)
    {
        for (var part = 0; part < parts.Length; part++)
        {
            if (index + part >= words.Count || words[index + part].Text != parts[part])
            {
                return false;
            }
        }

        return true;
    }

    private static string Plain(string word) =>
        Folding.WithoutMarksOnLatin(word).Replace("'", "", StringComparison.Ordinal);
}
