using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>Finds the part of a country whose trade a title announces ("foreign trade of Almaty region", "Внешняя торговля
/// Республики Башкортостан", "上海市对外贸易"): its figures are not the country's. No list of such places could be whole; a name
/// that is no area betrays itself by the word beside it.</summary>
internal static class CaptionRegions
{
    /// <summary>How Chinese names of parts of a country end.</summary>
    private static readonly Lazy<HashSet<string>> Endings = new(() => Vocabulary.Set("endings", "region"));

    private static readonly Lazy<string[]> Towns = new(() =>
        [.. Vocabulary.Phrases("abbreviations", "town").Select(town => $" {town}.")]
    );

    private const string Quotes = " \u00a0-–«»\"“”'’";

    /// <returns>The name; null where the title names none.</returns>
    public static string? In(string text, CellEvidence evidence)
    {
        var terms = evidence.Of(text).Terms;
        // A line with no word of trade may say where the office sits.
        if (!terms.Any(term => term.Kind == TermKind.Flow || IsTrade(term)))
        {
            return null;
        }

        var namesCountry = evidence.Of(text).Said.Areas.Any(mention => mention.Area.IsCountry);
        return evidence
            .Of(text)
            .Unexplained.FirstOrDefault(word =>
                Word.IsHan(word[0])
                    ? word.Length > 2 && Endings.Value.Contains(word[^1..])
                    : Places(text, word)
                        .Where(at => !ConnectingWords.PartnerFollows(text, at))
                        .Any(at =>
                            IsAfterTown(text, at)
                            || terms.Any(term =>
                                IsPlace(term)
                                    ? StandsBeside(text, term, at, word.Length)
                                    : !namesCountry && IsTrade(term) && Owns(text, term, at)
                            )
                        )
            );
    }

    private static bool IsTrade(Term term) => term is { Kind: TermKind.Filler, Code: "trade" };

    private static bool IsPlace(Term term) =>
        term is { Kind: TermKind.Dimension, Code: "region" } or { Kind: TermKind.Filler, Code: "republic" };

    private static IEnumerable<int> Places(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; )
        {
            yield return at;
            at = text.IndexOf(word, at + 1, StringComparison.Ordinal);
        }
    }

    /// <summary>"Алматинской области", "города Алматы", "Almaty region"; "State Revenue Committee" is no state, "State of Texas" is.</summary>
    private static bool StandsBeside(string text, Term place, int at, int length)
    {
        var end = place.Start + place.Length;
        return at < place.Start
            ? IsEmpty(text, at + length, place.Start)
            : at >= end && (IsOf(text, end, at) || (text[at] > '\u024f' && IsEmpty(text, end, at)));
    }

    /// <summary>"Trade of Xinjiang", "Внешняя торговля Москвы"; not "Foreign Trade Highlights".</summary>
    private static bool Owns(string text, Term trade, int at)
    {
        var end = trade.Start + trade.Length;
        var isName = char.IsUpper(text[at]) && (at + 1 == text.Length || !char.IsUpper(text[at + 1]));
        return at >= end && isName && (IsOf(text, end, at) || (text[at] > '\u024f' && IsEmpty(text, end, at)));
    }

    /// <summary>"г. Алматы", which is no year.</summary>
    private static bool IsAfterTown(string text, int at) =>
        char.IsUpper(text[at])
        && text[..at].TrimEnd() is var before
        && Array.Find(Towns.Value, town => before.EndsWith(town, StringComparison.Ordinal)) is { } town
        && !char.IsAsciiDigit(before[..^town.Length].TrimEnd() is { Length: > 0 } rest ? rest[^1] : ' ');

    private static bool IsOf(string text, int start, int end) =>
        start < end && ConnectingWords.IsOwner(text[start..end]);

    private static bool IsEmpty(string text, int start, int end) =>
        start <= end && text.AsSpan(start, end - start).Trim(Quotes).IsEmpty;
}
