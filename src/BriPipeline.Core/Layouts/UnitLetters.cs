using System.Text.RegularExpressions;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>"t" is the tonne where other units stand beside it, or below a heading of quantities; elsewhere a letter may be anything.</summary>
internal static class UnitLetters
{
    private const int MaxLength = 40;

    private static readonly Lazy<Regex> Letter = WordPattern.Lazy(() =>
        $@"^(?<stem>(?:.*[\s.,(\[]|[\d\s.,]*))(?<t>{WordPattern.EndingOf(Vocabulary.Phrases("words", "tonne letter"))})(?<end>\.?[)\]]?)$"
    );

    private static readonly Lazy<string> Word = new(() => Vocabulary.Phrases("words", "tonne").First());

    /// <summary>Of headings those that are such a letter, or one behind a power of ten or a word for quantities, with the word for it:
    /// where another of them names a unit or quantities.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OfHeadings(
        IReadOnlyCollection<string> texts,
        CellEvidence evidence
    ) =>
        texts.Any(text => evidence.Of(text) is var said && (said.Has(TermKind.Unit) || said.Names("quantity")))
            ? OfUnits(texts, evidence)
            : [];

    /// <summary>The same of texts that all name units.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OfUnits(IEnumerable<string> texts, CellEvidence evidence) =>
        from text in texts.Distinct(StringComparer.Ordinal)
        where text.Length is > 0 and <= MaxLength
        let match = Letter.Value.Match(text.Trim())
        where match.Success && IsPowerOrQuantity(match.Groups["stem"].Value, evidence)
        select KeyValuePair.Create(text, $"{match.Groups["stem"].Value}{Word.Value}{match.Groups["end"].Value}");

    private static bool IsPowerOrQuantity(string text, CellEvidence evidence) =>
        string.IsNullOrWhiteSpace(text)
        || evidence.Of(text).Names("quantity")
        || NumberText.IsPowerOfTen(text)
        || (
            evidence.Of(text) is { Said.LeftOver.Count: 0, Terms: { Count: > 0 } terms }
            && terms.All(term => term.Kind == TermKind.Multiplier)
        );
}
