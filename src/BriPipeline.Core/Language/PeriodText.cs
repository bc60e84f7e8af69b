using System.Buffers;
using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>What one label says of a period: some or all of it.</summary>
/// <param name="Year">The year (the first one, of a fiscal year); null where the label does not say.</param>
/// <param name="FirstMonth">1 to 12; null where the label names no months.</param>
/// <param name="LastMonth">1 to 12; equal to <paramref name="FirstMonth"/> for a single month.</param>
/// <param name="Quarter">1 to 4 where a quarter word stands; months are then null.</param>
/// <param name="LastYear">The year in which the period ends where the label names two ("2017/18", "April 2017 - March 2018").</param>
/// <param name="Day">The day of the month on which a fiscal year starts, where the label says so.</param>
/// <param name="Start">Index of the label's part in the text as given.</param>
public readonly record struct PeriodPart(
    int? Year,
    int? FirstMonth,
    int? LastMonth,
    int? Quarter,
    int? LastYear,
    int? Day,
    int Start,
    int Length
);

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

    private static readonly SearchValues<char> Joining = SearchValues.Create("-./_'\"");

    private static readonly SearchValues<char> Bearers = SearchValues.Create("YSMmnRUV");

    // Months are written so, and footnote marks are not.
    private static readonly Regex Padded = new(@"(?<!\d)0\d(?!\d)", RegexOptions.CultureInvariant);

    private static readonly Regex CodeBefore = new(@"^\d{4,8}-(?=\D)", RegexOptions.CultureInvariant);

    private static readonly Regex MarksAfter = new(
        @"(?:[(]?h\.?[)]?|\*|[(][mn][)]|,|[)]|(?<=Y)m)+$",
        RegexOptions.CultureInvariant
    );

    /// <summary>The periods that the whole label may mean, footnote marks aside: none, one or several.</summary>
    public static IReadOnlyList<PeriodPart> Read(string label)
    {
        var parts = ReadWhole(label, 0);
        if (
            parts.Count == 0
            && Folding.WithoutMarks(label) is var unmarked
            && unmarked.Length < label.Length
            && !Padded.IsMatch(label.AsSpan(unmarked.Length))
        )
        {
            parts = ReadWhole(unmarked, 0);
        }

        // "201952-Jan.-Dec. 2019": a code stands before the text.
        if (parts.Count == 0 && CodeBefore.Match(label) is { Success: true } code)
        {
            parts = [.. ReadWhole(label[code.Length..], code.Length).Where(part => part.Year is not null)];
        }

        return parts;
    }

    /// <summary>The periods mentioned in a longer text, in text order.</summary>
    public static IReadOnlyList<PeriodPart> FindIn(string text)
    {
        var words = PeriodWords.Split(text);
        return FindIn(text, words, new bool[words.Count]);
    }

    /// <summary>Whether the periods found in a text leave a number that may be part of one: the 13 of "2023-13", the 01 of
    /// "2023 (01)".</summary>
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
                )
            );
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
        var parts = new List<PeriodPart>();
        for (var index = 0; index < words.Count; )
        {
            var found = MatchAt(text, words, classes, index, parts);
            taken.AsSpan(index, found).Fill(true);
            index += Math.Max(found, 1);
        }

        return parts;
    }

    private static List<PeriodPart> ReadWhole(string label, int offset)
    {
        var words = PeriodWords.Split(label);
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
        // Every pattern needs a number or a month.
        if (classes != "y" && classes.AsSpan().IndexOfAny(Bearers) < 0)
        {
            return [];
        }

        if (classes == "y")
        {
            return [new PeriodPart(null, 1, 12, null, null, null, words[0].Start + offset, words[0].Length)];
        }

        var parts = new List<PeriodPart>();
        foreach (var pattern in PeriodPattern.All)
        {
            if (
                pattern.Place.HasFlag(PeriodPlace.Whole)
                && pattern.Whole.Match(classes) is { Success: true } match
                && Build(match, words) is { } part
                && !parts.Exists(other => other with { Start = 0, Length = 0 } == part with { Start = 0, Length = 0 })
            )
            {
                parts.Add(part with { Start = part.Start + offset });
            }
        }

        return parts;
    }

    private static int MatchAt(string text, List<PeriodWord> words, string classes, int index, List<PeriodPart> parts)
    {
        foreach (var pattern in PeriodPattern.All)
        {
            if (pattern.Place == PeriodPlace.Whole || pattern.Here.Match(classes, index) is not { Success: true } match)
            {
                continue;
            }

            if (pattern.Place == PeriodPlace.NotOne)
            {
                return match.Length;
            }

            if (
                Build(match, words) is { } part
                && (
                    pattern.Place.HasFlag(PeriodPlace.Inside)
                    || !text.AsSpan(part.Start, part.Length).ContainsAny(" \t\n\u00A0")
                )
                && (match.Length > 1 || words[index] is not { Class: 'M', IsFullName: false })
            )
            {
                parts.Add(part);
                return match.Length;
            }
        }

        return 0;
    }

    private static PeriodPart? Build(Match match, List<PeriodWord> words)
    {
        PeriodWord? Word(string group) => match.Groups[group] is { Success: true } found ? words[found.Index] : null;

        var (year, first, last) = (Word("Y")?.Value, Word("A")?.Value, Word("B")?.Value);
        var lastYear = Word("Z")?.Value;
        if (Word("A") is { Class: 'S' } start)
        {
            (year, first) = (start.Value / 100, start.Value % 100);
        }

        if (Word("B") is { Class: 'S' } end)
        {
            (lastYear, last) = (end.Value / 100, end.Value % 100);
        }

        if (Word("N") is { } twoDigits)
        {
            if (twoDigits.Length != 2)
            {
                return null;
            }

            year = twoDigits.Value < 50 ? 2000 + twoDigits.Value : 1900 + twoDigits.Value;
        }

        // Of "2023 1" the 1 is a footnote mark, "2023.5" is a number; of "2023 07" the 07 is a month.
        if (match.Value is "Ym" or "Y.m" && Word("A") is { Length: 1 })
        {
            return null;
        }

        if (first is null && Word("Z") is { } fiscalEnd)
        {
            var isNext = fiscalEnd.Class == 'Y' ? fiscalEnd.Value == year + 1 : fiscalEnd.Value == (year + 1) % 100;
            if (!isNext || fiscalEnd.Length == 1)
            {
                return null;
            }

            lastYear = year + 1;
        }

        // "July - December 2022-23" may lie in either year.
        if (Word("W") is { } next)
        {
            if ((next.Class == 'Y' ? next.Value : next.Value + (year / 100 * 100)) != year + 1 || last >= first)
            {
                return null;
            }

            lastYear = year + 1;
        }

        if (Word("I") is { } number && number.Value != first)
        {
            return null;
        }

        if (Word("K") is { } count)
        {
            (first, last) = (1, count.Value);
        }

        var quarter = Word("Q")?.Value;
        if (Word("P") is { } lastQuarter)
        {
            (first, last, quarter) = ((quarter * 3) - 2, lastQuarter.Value * 3, null);
            if (lastQuarter.Value > 4)
            {
                return null;
            }
        }

        if (Word("H") is { } half)
        {
            var which = half.Class switch
            {
                'U' => 1,
                'V' => 2,
                _ => half.Value,
            };
            if (which > 2)
            {
                return null;
            }

            (first, last) = ((which * 6) - 5, which * 6);
        }

        last ??= first;
        lastYear = lastYear == year ? null : lastYear;
        if (quarter > 4 || (lastYear is null && first > last) || lastYear < year)
        {
            return null;
        }

        // "January/February" and "January and February" are one period only where they follow each other.
        if (
            match.Groups is var groups
            && groups["A"] is { Success: true } from
            && groups["B"] is { Success: true } to
            && match.Value.AsSpan(from.Index - match.Index, to.Index - from.Index).ContainsAny('/', '&')
            && last != first + 1
        )
        {
            return null;
        }

        var (firstWord, lastWord) = (words[match.Index], words[match.Index + match.Length - 1]);
        return new PeriodPart(
            year,
            first,
            last,
            quarter,
            lastYear,
            Word("D")?.Value,
            firstWord.Start,
            lastWord.Start + lastWord.Length - firstWord.Start
        );
    }

    private static string Classes(List<PeriodWord> words) =>
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
