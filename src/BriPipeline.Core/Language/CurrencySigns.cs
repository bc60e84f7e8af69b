using System.Buffers;
using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>Short signs of currencies, from <c>CodeLists/currencies.json</c>: "Milhões de Kz", "in thousand KM", "R million". Many are
/// codes of areas or plain letters elsewhere, so they count only as written, and only where a unit stands.</summary>
internal static class CurrencySigns
{
    private static readonly Lazy<Dictionary<string, List<string>>> BySign = new(() =>
    {
        using var table = CodeListResource.Read("CodeLists/currencies.json");
        return (
            from currency in table.RootElement.GetProperty("signs").EnumerateObject()
            from sign in currency.Value.EnumerateArray()
            select (currency.Name, Sign: sign.GetString()!)
        )
            .GroupBy(one => one.Sign, one => one.Name, StringComparer.Ordinal)
            .ToDictionary(sign => sign.Key, sign => sign.ToList(), StringComparer.Ordinal);
    });

    private static readonly Lazy<Regex> Signs = new(() =>
    {
        var signs = string.Join(
            '|',
            BySign.Value.Keys.OrderByDescending(sign => sign.Length).Select(sign => Regex.Escape(sign))
        );
        return new Regex($@"(?<![\p{{L}}\p{{N}}$/])(?:{signs})(?![\p{{L}}$/])", RegexOptions.CultureInvariant);
    });

    /// <summary>What ends the words of a unit.</summary>
    private static readonly SearchValues<char> Closing = SearchValues.Create(")],;:/|(–—-\n");

    /// <summary>Between a sign and its power of ten stand a few signs and little words: "Tk in crore", "millions de DA".</summary>
    private const int MaxBetween = 8;

    /// <summary>Whether a term is a sign that is the code of an area, a letter or another short word elsewhere: it is a unit only where the
    /// reporter has that currency.</summary>
    public static bool IsOfReporterOnly(string sign, string currency) =>
        sign.Length <= 2 && sign.All(char.IsUpper) && BySign.Value.GetValueOrDefault(sign)?.Contains(currency) == true;

    /// <summary>The signs that stand beside a power of ten, alone in brackets, or behind the word for a unit. A single letter counts
    /// only right before a power of ten, and where the text names no other unit.</summary>
    /// <param name="terms">Of the text.</param>
    public static IEnumerable<Term> FindIn(string text, IReadOnlyList<Term> terms)
    {
        var powers = terms
            .Where(term => term.Kind == TermKind.Multiplier)
            .Select(term => (term.Start, End: term.Start + term.Length))
            .Concat(UnitMentions.NumeralsIn(text))
            .ToList();
        if (
            powers.Count == 0
            && !text.AsSpan().ContainsAny('(', '[')
            && !terms.Any(term => IsOfFigures(term) || term is { Kind: TermKind.Dimension, Code: "unit" })
        )
        {
            return [];
        }

        var hasUnit = terms.Any(term => term.Kind == TermKind.Unit);
        return from match in Signs.Value.Matches(text)
            let isLetter = match.Length == 1
            where
                isLetter
                    ? !hasUnit && powers.Exists(power => IsRightBefore(text, match.Index + 1, power.Start))
                    : powers.Exists(power => IsBeside(text, match, power))
                        || IsInBrackets(text, match, terms)
                        || IsBehindWordForUnits(text, match, terms)
                        || IsLastBehindLittleWord(text, match, terms)
            from currency in BySign.Value[match.Value]
            where
                !terms.Any(term =>
                    term.Kind == TermKind.Unit
                    && term.Code == currency
                    && term.Start < match.Index + match.Length
                    && match.Index < term.Start + term.Length
                )
            select new Term(TermKind.Unit, currency, match.Index, match.Length);
    }

    private static bool IsRightBefore(string text, int end, int power) =>
        power >= end && text.AsSpan(end, power - end) is "" or " " or "'" or "’" or " '" or "\u00A0";

    private static bool IsBeside(string text, Match sign, (int Start, int End) power)
    {
        var end = sign.Index + sign.Length;
        return power.End <= sign.Index
            ? AreLittle(text[power.End..sign.Index])
                && text.AsSpan(end).TrimStart(" .") is var behind
                && (behind.Length == 0 || Closing.Contains(behind[0]))
            : power.Start >= end && AreLittle(text[end..power.Start]);
    }

    private static bool AreLittle(string between) =>
        between.Length <= MaxBetween
        && ReadText.Of(between) is { LeftOver.Count: 0 } said
        && said.Mentions.All(mention => mention is ConnectionMention or WordMention { Kind: TermKind.Filler });

    /// <summary>"Comoros (KM)" bears the code of an area, and only "Value (KM)" a unit.</summary>
    private static bool IsInBrackets(string text, Match sign, IReadOnlyList<Term> terms) =>
        text.AsSpan(0, sign.Index).TrimEnd() is [.., '(' or '[']
        && text.AsSpan(sign.Index + sign.Length).TrimStart(" .") is [')' or ']', ..]
        && (
            AreaCodeList.Standard.FindCode(AreaCodeScheme.Alpha2, sign.Value) is null
            || terms.Any(term => term.Kind == TermKind.Flow || term is { Kind: TermKind.Dimension, Code: "value" })
        );

    /// <summary>"Value in KM", "Valor em Kz", "Total VT".</summary>
    private static bool IsLastBehindLittleWord(string text, Match sign, IReadOnlyList<Term> terms)
    {
        var before = text[..sign.Index].TrimEnd();
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return text.AsSpan(sign.Index + sign.Length).TrimStart(" .").Length == 0
            && (
                terms.Any(term => IsOfFigures(term) && term.Start + term.Length == before.Length)
                || word.Length is > 0 and <= 3 && AreLittle(word) && terms.Any(IsOfFigures)
            );
    }

    private static bool IsOfFigures(Term term) =>
        term.Kind is TermKind.Flow or TermKind.Total || term is { Kind: TermKind.Dimension, Code: "value" };

    private static bool IsBehindWordForUnits(string text, Match sign, IReadOnlyList<Term> terms) =>
        terms.Any(term =>
            term is { Kind: TermKind.Dimension, Code: "unit" }
            && term.Start + term.Length <= sign.Index
            && text.AsSpan(term.Start + term.Length, sign.Index - term.Start - term.Length).Trim(" :=-–").Length == 0
        );
}
