using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>Words between names: conjunctions, and prepositions by the side of a trade that they name.</summary>
internal static class ConnectingWords
{
    private static readonly Lazy<HashSet<string>> Conjunctions = new(() => Vocabulary.Set("conjunctions"));

    private static readonly Lazy<HashSet<string>> Owners = new(() => Vocabulary.Set("prepositions", "owner"));

    /// <summary>Words after which an area is the other side of the trade and not whose trade it is. A word that means the owner
    /// in another language says neither.</summary>
    private static readonly Lazy<string[]> Partners = new(() =>
        [
            .. Vocabulary
                .Phrases("prepositions", "destination", "origin", "partner")
                .Where(word => !Owners.Value.Contains(word)),
        ]
    );

    private static readonly Lazy<PhraseTable> Table = new(() =>
        new(
            from connection in Enum.GetValues<Connection>()
            from word in connection switch
            {
                Connection.Conjunction => Vocabulary.Phrases("conjunctions"),
                Connection.Including => Vocabulary.Phrases("including"),
                Connection.Excluding => Vocabulary.Phrases("excluding"),
                _ => Vocabulary.Phrases("prepositions", connection.ToString().ToLowerInvariant()),
            }
            from phrase in Phrase.Parse(TermKind.Filler, connection.ToString(), word)
            select phrase
        )
    );

    private static readonly Lazy<Regex> Joined = WordPattern.Lazy(() => $@"\s*{Conjunction}\s*");

    /// <summary>Any conjunction, as a part of a regular expression.</summary>
    public static string Conjunction => WordPattern.Of(Vocabulary.Phrases("conjunctions"));

    /// <summary>The connecting words of a text; a word that does several things is one mention for each.</summary>
    public static IEnumerable<ConnectionMention> FindIn(string text) =>
        Table
            .Value.Read(text, Word.Split(text))
            .Select(term => new ConnectionMention(Enum.Parse<Connection>(term.Code), term.Start, term.Length));

    /// <summary>Whether all that stands between two names is a conjunction.</summary>
    public static bool IsConjunction(string between) => Conjunctions.Value.Contains(between.Trim());

    /// <summary>"Of", "de", "的": what follows owns what stands before.</summary>
    public static bool IsOwner(string between) => Owners.Value.Contains(between.Trim());

    /// <summary>Whether the text ends with a word of an owner: "exports of".</summary>
    public static bool OwnerEnds(string text) =>
        FindIn(text) is var words
        && words.Any(word => word.Connection == Connection.Owner && text[word.End..].Trim().Length == 0);

    /// <summary>Whether a preposition of the other side ends just before a place of a text.</summary>
    public static bool PartnerFollows(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd();
        foreach (var word in Partners.Value)
        {
            if (
                before.EndsWith(word, StringComparison.OrdinalIgnoreCase)
                && (before.Length == word.Length || !char.IsLetter(before[^(word.Length + 1)]) || Word.IsHan(word[0]))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The parts that conjunctions join: "exports" and "imports".</summary>
    public static string[] Parts(string text) => Joined.Value.Split(text);
}
