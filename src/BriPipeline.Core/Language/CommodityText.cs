using System.Text;
using System.Text.RegularExpressions;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Commodity labels to codes.</summary>
internal static partial class CommodityText
{
    /// <summary>A commodity by its code as it is stored: <c>TOTAL</c>, <c>HS.27</c>, <c>N.cotton</c>; null for any other text.</summary>
    public static Commodity? OfCode(string text) =>
        text == Commodity.Total.Code ? Commodity.Total
        : text.Split('.', 2) is not [var scheme, { Length: > 0 } code] ? null
        : scheme == Commodity.HarmonizedSystem || Classifications.IsStored(scheme)
            ? code.Length <= 10 && code.All(char.IsAsciiDigit) ? new(text)
                : null
        : scheme is "N" && code.Length <= 120 && code.All(c => char.IsLetterOrDigit(c) || c is '-' or '/') ? new(text)
        : null;

    /// <summary>The total, or the code at the start of the text; null where it is a name only.</summary>
    /// <param name="classification">That which the column's heading or a title names; where none does, a code is of the
    /// Harmonized System.</param>
    public static Commodity? Read(string text, LabelKind kind, string? classification, IReadOnlyList<Term> terms)
    {
        text = text.Trim().TrimStart('\'', '’');
        if (IsTotal(text, terms) || (WithoutCodes(text) is { } name && IsTotal(name, Lexicon.Read(name))))
        {
            return Commodity.Total;
        }

        // "01-24 - Food" is a range of chapters.
        if (classification == Classifications.Other || CodeRange().IsMatch(text))
        {
            return null;
        }

        var digits = text.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ' ').ToArray();
        var code = new string([.. digits.Where(char.IsAsciiDigit)]);
        var isCode =
            kind == LabelKind.Code
                ? code.Length == text.Count(char.IsLetterOrDigit) || CodeAndName().IsMatch(text)
                : digits.Length < text.Length;
        if (!isCode)
        {
            return null;
        }

        // Codes of the Harmonized System and of what is built on it have pairs of digits: where they are numbers, a nought is lost.
        if (
            kind == LabelKind.Code
            && code.Length is 1 or 3 or 5 or 7
            && classification == Commodity.HarmonizedSystem
            && HarmonizedSystem.MayBeCode(code)
        )
        {
            code = $"0{code}";
        }

        return
            code.Length is 0 or > 10
            || (
                classification != Classifications.Standard
                && (
                    code.Length % 2 == 1
                    || (classification is null && kind == LabelKind.Words && !HarmonizedSystem.MayBeCode(code))
                )
            )
            ? null
            : new($"{classification ?? Commodity.HarmonizedSystem}.{code}");
    }

    /// <summary>"HS 87", "SITC 7 machinery": the code behind the name of its classification; null for a range of codes.</summary>
    public static Commodity? OfClassification(string text) =>
        CodeBehindName.Value.Match(text) is { Success: true } match
        && match.Groups["n"].Value is var code
        && (
            Classifications.In(text) is { } other && Classifications.IsStored(other) ? new Commodity($"{other}.{code}")
            : code.Length % 2 == 0 && HarmonizedSystem.MayBeCode(code) ? new($"{Commodity.HarmonizedSystem}.{code}")
            : (Commodity?)null
        )
            is { } commodity
            ? commodity
            : null;

    /// <summary>The code that stands behind the name of a classification anywhere in a text, as written; null where none does, or only
    /// the year in which the classification was issued.</summary>
    public static string? ClassifiedIn(string text)
    {
        foreach (Match match in CodeInside.Value.Matches(text))
        {
            var code = match.Groups["n"].Value;
            // "CN 2024" is an edition; of the headings that look like years, only those of chapters 19 and 20 are told apart.
            if (code.Length != 4 || !IsYear(code) || (!IsEdition(code) && HarmonizedSystem.MayBeCode(code)))
            {
                return code;
            }
        }

        return null;

        static bool IsYear(string code) => code.StartsWith("19", StringComparison.Ordinal) || code[..2] == "20";

        static bool IsEdition(string code) => code is "1988" or "1992" or "1996";
    }

    /// <summary>A text that is such a code of four digits or more and nothing else; null for any other.</summary>
    public static string? CodeAlone(string text) =>
        string.Concat(text.Where(char.IsAsciiDigit)) is { Length: >= 4 and <= 10 } code
        && code.Length % 2 == 0
        && text.Trim().All(c => char.IsAsciiDigit(c) || c is ' ' or '.')
        && HarmonizedSystem.MayBeCode(code)
            ? text.Trim()
            : null;

    private static IEnumerable<string> Names =>
        [
            .. Vocabulary.Phrases("words", "harmonized"),
            Classifications.UnitedStates,
            .. Classifications.NamesOfStandard,
        ];

    private static readonly Lazy<Regex> CodeInside = WordPattern.Lazy(() =>
    {
        var names = WordPattern.EndingOf(Names);
        return $@"(?<![\p{{L}}\d]){names}[\s.:№#_-]{{0,3}}(?<n>\d{{2,10}})(?![\d]|\.\d)";
    });

    private static readonly Lazy<Regex> CodeBehindName = WordPattern.Lazy(() =>
    {
        var names = WordPattern.Of(Names);
        var and = ConnectingWords.Conjunction;
        return $@"^\s*(?:{names}\W{{0,3}})+(?<n>\d{{1,10}})(?!\s*[-–—,;./&]?\s*\d|\s+{and}\s+\d|\w)";
    });

    public static bool IsCodeAndName(string text) =>
        CodeAndName().IsMatch(text)
            ? HarmonizedSystem.MayBeCode(string.Concat(text.TakeWhile(char.IsAsciiDigit)))
            : CodeRange().IsMatch(text) && text.Any(char.IsLetter);

    /// <summary>"77 - Electrical machinery": a code before a name that is none of the Harmonized System.</summary>
    public static bool IsOfNoHarmonizedCode(string text) =>
        text.Length > 0 && char.IsAsciiDigit(text[0]) && CodeAndName().IsMatch(text) && !IsCodeAndName(text);

    /// <summary>"61: Articles of apparel", "0202 - Meat".</summary>
    [GeneratedRegex(@"^\d[\d. ]*\s*[:\-–—]\s*\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex CodeAndName();

    [GeneratedRegex(@"^\d{1,4}\s*[-–—]\s*\d{1,4}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex CodeRange();

    /// <summary>Not "27 - Total", the total of a chapter.</summary>
    private static bool IsTotal(string text, IReadOnlyList<Term> terms) =>
        !HarmonizedSystem.MayBeCode(string.Concat(text.TakeWhile(char.IsAsciiDigit)))
        && terms.Any(term => term.Kind == TermKind.Total)
        && terms.All(term => term.Kind is TermKind.Total or TermKind.Filler or TermKind.Dimension)
        && ReadText.Of(text).Unexplained.Count == 0;

    /// <summary>"SI3_AGG - TO - Total merchandise": the name behind codes of capitals; null where there are none. Digits are
    /// codes of commodities, and so never dropped.</summary>
    private static string? WithoutCodes(string text)
    {
        var parts = text.Split(" - ", StringSplitOptions.TrimEntries);
        var name = parts[^1];
        return
            parts.Length > 1
            && parts
                .SkipLast(1)
                .All(part =>
                    part.Any(char.IsAsciiLetterUpper)
                    && !part.Any(char.IsAsciiLetterLower)
                    && !part.Contains(' ', StringComparison.Ordinal)
                )
            ? name
            : null;
    }

    /// <summary>A commodity that has a name and no code: its letters and digits in lower case, joined by hyphens.</summary>
    public static Commodity? Named(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in Folding.Fold(text))
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var name = slug.ToString().TrimEnd('-');
        return name.Length is 0 or > 120 ? null : new($"N.{name}");
    }
}
