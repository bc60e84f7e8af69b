using System.Buffers;
using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>Periods in words and digits, in every language that is read.</summary>
/// <remarks>A label becomes a string of word classes (<see cref="PeriodWord"/>), on which the patterns of
/// <see cref="PeriodPattern"/> are tried.</remarks>
public static class PeriodText
{
    /// <summary>Whether a part is one month of a year.</summary>
    public static bool IsMonth(PeriodPart part) =>
        part is { Year: not null, LastYear: null, FirstMonth: not null } && part.FirstMonth == part.LastMonth;

    /// <summary>Words for several months, which make one period: "three months ended March".</summary>
    private static readonly Lazy<HashSet<string>> Plurals = new(() => Vocabulary.Set("periods", "severalMonths"));

    /// <summary>Whether a word of a title means several months and not each of them.</summary>
    public static bool IsPluralOfMonth(string word) => Plurals.Value.Contains(word);

    /// <summary>Whether a text is a number with the sign of a month behind it: "2月".</summary>
    public static bool HasMonthSign(string text) => Classes(PeriodWords.Split(text)) is "mO";

    private static readonly SearchValues<char> Joining = SearchValues.Create("-./_'\"");

    /// <summary>Words for months, quarters and halves.</summary>
    private static readonly SearchValues<char> PartsOfYear = SearchValues.Create("oOqH");

    private static readonly SearchValues<char> Bearers = SearchValues.Create("YSMmncRUVv");

    // Months are written so, and footnote marks are not.
    private static readonly Regex Padded = new(@"(?<!\d)0\d(?!\d)", RegexOptions.CultureInvariant);

    private static readonly Regex Raised = new(@"\s*⁽?[¹²³⁰⁴-⁹]{1,2}[)⁾]?\s*$", RegexOptions.CultureInvariant);

    private static readonly Regex CodeBefore = new(@"^\d{4,8}-(?=\D)", RegexOptions.CultureInvariant);

    private static readonly Regex MarksAfter = new(
        @"(?:[(]?h\.?[)]?|(?<=M.*)[(]g[)]|\*|[(][mn][)]|,|[)]|(?<=Y)m)+$",
        RegexOptions.CultureInvariant
    );

    /// <summary>The periods that the whole label may mean, footnote marks aside: none, one or several.</summary>
    public static IReadOnlyList<PeriodPart> Read(string label) => Read(label, null);

    /// <param name="languages">Those of names of months that are others in other languages; null for any.</param>
    public static IReadOnlyList<PeriodPart> Read(string label, IReadOnlySet<string>? languages)
    {
        var parts = ReadWhole(label, 0, languages);
        if (
            parts.Count == 0
            && Folding.WithoutMarks(label) is var unmarked
            && unmarked.Length < label.Length
            && !Padded.IsMatch(label.AsSpan(unmarked.Length))
        )
        {
            parts = ReadWhole(unmarked, 0, languages);
        }

        // "I. – IX. 2024.¹⁾": a raised mark is no part of the number before it.
        if (parts.Count == 0 && Raised.Match(label) is { Success: true, Index: > 0 } mark)
        {
            parts = [.. ReadWhole(label[..mark.Index], 0, languages).Where(part => part.Year is not null)];
        }

        // "201952-Jan.-Dec. 2019": a code stands before the text.
        if (parts.Count == 0 && CodeBefore.Match(label) is { Success: true } code)
        {
            parts = [.. ReadWhole(label[code.Length..], code.Length, languages).Where(part => part.Year is not null)];
        }

        return parts;
    }

    /// <summary>The periods mentioned in a longer text, in text order.</summary>
    public static IReadOnlyList<PeriodPart> FindIn(string text) => FindIn(text, languages: null);

    /// <param name="languages">Those of names of months that are others in other languages; null for any.</param>
    public static IReadOnlyList<PeriodPart> FindIn(string text, IReadOnlySet<string>? languages) =>
        [
            .. MonthNames
                .Readings(PeriodWords.Split(text), languages)
                .SelectMany(words => FindIn(text, words, new bool[words.Count]))
                .Distinct(),
        ];

    /// <summary>Whether the periods found in a text leave a number that may be part of one: the 13 of "2023-13", the 01 of
    /// "2023 (01)", the 11 of "month 11, in 2023".</summary>
    /// <param name="anywhere">Take any number that is left for one.</param>
    public static bool LeavesNumber(string text, bool anywhere)
    {
        var words = PeriodWords.Split(text);
        var taken = new bool[words.Count];
        FindIn(text, words, taken);
        return words
            .Index()
            .Any(word =>
                !taken[word.Index]
                && word.Item.Class is 'm' or 'n' or 'x'
                && (
                    anywhere
                    || Padded.IsMatch(text.AsSpan(word.Item.Start, word.Item.Length))
                    || IsJoined(words, taken, word.Index, -1)
                    || IsJoined(words, taken, word.Index, 1)
                    || IsWeek(words, taken, word.Index)
                    || IsOfPartOfYear(words, word.Index - 1)
                    || IsOfPartOfYear(words, word.Index + 1)
                )
            );
    }

    private static bool IsOfPartOfYear(List<PeriodWord> words, int index) =>
        index >= 0 && index < words.Count && PartsOfYear.Contains(words[index].Class);

    /// <summary>"2024-W36", "W36 2024": a letter and a number glued to it, beside what was taken for a period.</summary>
    private static bool IsWeek(List<PeriodWord> words, bool[] taken, int index)
    {
        if (
            index == 0
            || words[index - 1] is not { Class: 'w', Length: 1 } letter
            || letter.Start + 1 != words[index].Start
        )
        {
            return false;
        }

        return IsTaken(index - 2, -1) || IsTaken(index + 1, 1);

        bool IsTaken(int next, int step)
        {
            while (next >= 0 && next < words.Count && !taken[next] && Joining.Contains(words[next].Class))
            {
                next += step;
            }

            return next >= 0 && next < words.Count && taken[next];
        }
    }

    /// <summary>Whether only signs, and no blank, stand between a word and what was taken for a period.</summary>
    private static bool IsJoined(List<PeriodWord> words, bool[] taken, int index, int step)
    {
        for (var next = index + step; next >= 0 && next < words.Count; next += step)
        {
            var (left, right) = step > 0 ? (words[next - 1], words[next]) : (words[next], words[next + 1]);
            if (left.Start + left.Length != right.Start)
            {
                return false;
            }

            if (taken[next] || !Joining.Contains(words[next].Class))
            {
                return taken[next];
            }
        }

        return false;
    }

    private static List<PeriodPart> FindIn(string text, List<PeriodWord> words, bool[] taken)
    {
        var classes = Classes(words);
        if (!MayBePeriod(classes))
        {
            return [];
        }

        var parts = new List<PeriodPart>();
        for (var index = 0; index < words.Count; )
        {
            var found = MatchAt(text, words, classes, index, parts);
            taken.AsSpan(index, found).Fill(true);
            index += Math.Max(found, 1);
        }

        return parts;
    }

    private static List<PeriodPart> ReadWhole(string label, int offset, IReadOnlySet<string>? languages) =>
        [
            .. MonthNames
                .Readings(PeriodWords.Split(label), languages)
                .SelectMany(words => ReadWhole(label, words, offset))
                .Distinct(),
        ];

    private static List<PeriodPart> ReadWhole(string label, List<PeriodWord> words, int offset)
    {
        var classes = Classes(words);
        var whole = WholeMatches(classes, words, offset);
        if (
            whole.Count == 0
            && MarksAfter.Match(classes) is { Success: true, Index: > 0 } marks
            && !Padded.IsMatch(label.AsSpan(words[marks.Index].Start))
        )
        {
            whole = WholeMatches(classes[..marks.Index], words, offset);
        }

        return whole;
    }

    private static List<PeriodPart> WholeMatches(string classes, List<PeriodWord> words, int offset)
    {
        // "Year", "Total year"
        if (classes is "y" or "hy" or "yh")
        {
            var (first, last) = (words[0], words[^1]);
            return
            [
                new PeriodPart(
                    null,
                    1,
                    12,
                    null,
                    null,
                    null,
                    first.Start + offset,
                    last.Start + last.Length - first.Start
                ),
            ];
        }

        if (!MayBePeriod(classes))
        {
            return [];
        }

        var parts = new List<PeriodPart>();
        foreach (var pattern in PeriodPattern.OfLabels)
        {
            if (pattern.Whole.Match(classes) is { Success: true } match && PeriodMatch.Part(match, words) is { } part)
            {
                parts.Add(part with { Start = part.Start + offset });
            }
        }

        return parts.Count > 1 ? [.. parts.DistinctBy(part => part with { Start = 0, Length = 0 })] : parts;
    }

    /// <summary>"Jänner bis Oktober 2023", where the first month's name is not known: a month behind a word for "until" is no
    /// period of its own.</summary>
    private static bool EndsUnknownRange(List<PeriodWord> words, int index, PeriodPart part) =>
        index > 0
        && part.FirstMonth is not null
        && part.FirstMonth == part.LastMonth
        && words[index - 1] is { Class: '-', Length: > 1 };

    private static int MatchAt(string text, List<PeriodWord> words, string classes, int index, List<PeriodPart> parts)
    {
        foreach (var pattern in PeriodPattern.OfTexts)
        {
            if (pattern.Here.Match(classes, index) is not { Success: true } match)
            {
                continue;
            }

            if (pattern.Place == PeriodPlace.NotOne)
            {
                return match.Length;
            }

            if (
                PeriodMatch.Part(match, words) is { } part
                && (
                    pattern.Place.HasFlag(PeriodPlace.Inside)
                    || !text.AsSpan(part.Start, part.Length).ContainsAny(" \t\n\u00A0")
                )
                && (match.Length > 1 || words[index] is not { Class: 'M', IsFullName: false })
            )
            {
                if (!EndsUnknownRange(words, index, part))
                {
                    parts.Add(part);
                }

                return match.Length;
            }
        }

        return 0;
    }

    /// <summary>Every pattern needs a number or a month.</summary>
    private static bool MayBePeriod(string classes) => classes.AsSpan().ContainsAny(Bearers);

    internal static string Classes(List<PeriodWord> words) =>
        string.Create(
            words.Count,
            words,
            static (classes, list) =>
            {
                for (var index = 0; index < classes.Length; index++)
                {
                    classes[index] = list[index].Class;
                }
            }
        );
}
