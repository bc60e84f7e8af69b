namespace BriPipeline.Core.Language;

/// <summary>What a mark in place of a figure stands for.</summary>
public enum MarkMeaning
{
    /// <summary>Nothing was traded: the figure is 0.</summary>
    Nil,

    /// <summary>Below half a unit, printed as zero: status N.</summary>
    NotSignificant,

    /// <summary>Suppressed by the publisher.</summary>
    Suppressed,

    /// <summary>There is no figure.</summary>
    Missing,
}

/// <summary>The words by which legends explain marks.</summary>
internal static class MarkMeanings
{
    private static readonly Lazy<Dictionary<string, MarkMeaning>> Phrases = new(Load);

    /// <summary>The meaning of a legend's words, as a whole; null where they are no such words.</summary>
    public static MarkMeaning? Find(string words) =>
        Phrases.Value.TryGetValue(Folding.Fold(words.AsSpan().Trim().TrimEnd(".;,").Trim().ToString()), out var meaning)
            ? meaning
            : null;

    private static Dictionary<string, MarkMeaning> Load()
    {
        var phrases = new Dictionary<string, MarkMeaning>(StringComparer.Ordinal);
        foreach (var (key, phrase) in Vocabulary.Section("markMeanings"))
        {
            phrases.TryAdd(
                Folding.Fold(phrase),
                key switch
                {
                    "nil" => MarkMeaning.Nil,
                    "not-significant" => MarkMeaning.NotSignificant,
                    "suppressed" => MarkMeaning.Suppressed,
                    _ => MarkMeaning.Missing,
                }
            );
        }

        return phrases;
    }
}
