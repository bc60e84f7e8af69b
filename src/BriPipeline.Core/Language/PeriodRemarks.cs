using System.Buffers;
using System.Text.RegularExpressions;

namespace BriPipeline.Core.Language;

/// <summary>What a text says of periods without naming one: some days of a month, how long they are, where they end.</summary>
internal static class PeriodRemarks
{
    private static readonly Regex Days = new(
        @"(?<![-YMm])[mn]d?-+[mn]d?(?:M|DM)|[mnc]DM",
        RegexOptions.CultureInvariant
    );

    /// <summary>Some days of a month, as a text names them; null where it names none, or all days of the month.</summary>
    public static string? DaysIn(string text)
    {
        var words = PeriodWords.Split(text);
        if (Days.Match(PeriodText.Classes(words)) is not { Success: true } match)
        {
            return null;
        }

        var (start, last) = (words[match.Index].Start, words[match.Index + match.Length - 1]);
        return PeriodText.FindIn(text).Any(part => part.Start <= start && start < part.Start + part.Length)
            ? null
            : text[start..(last.Start + last.Length)];
    }

    private static readonly Regex Lengths = new($"c-o|{PeriodPattern.Ending}", RegexOptions.CultureInvariant);

    /// <summary>Whether a text names the month up to which figures run and not the one from which: "up to November".</summary>
    public static bool EndsRange(string text) => EndOfRange(text) is not null;

    /// <summary>That month, with its year where it is said behind it.</summary>
    public static PeriodPart? EndOfRange(string text)
    {
        var words = PeriodWords.Split(text);
        var classes = PeriodText.Classes(words);
        foreach (Match match in RangeEnds.Matches(classes))
        {
            var (first, month) = (words[match.Index], words[match.Groups["A"].Index]);
            if (
                month.IsFullName
                && words[match.Groups["A"].Index - 1].Length > 1
                && classes.AsSpan(0, match.Index).IndexOfAny(Starts) < 0
            )
            {
                var last = words[match.Index + match.Length - 1];
                int? year = match.Groups["Y"] is { Success: true } said ? words[said.Index].Value : null;
                return new(
                    year,
                    month.Value,
                    month.Value,
                    null,
                    null,
                    null,
                    first.Start,
                    last.Start + last.Length - first.Start
                );
            }
        }

        return null;
    }

    private static readonly Regex RangeEnds = new(
        @"(?<![^wh,(])-+(?<A>M)(?:\.?,?(?:y\.?)?(?<Y>Y))?",
        RegexOptions.CultureInvariant
    );

    /// <summary>Words with which a range or a length may have begun before.</summary>
    private static readonly SearchValues<char> Starts = SearchValues.Create("Myoqc");

    /// <summary>Whether a text says how long its periods are and not which, "three-month sums", or which month they end with, "three
    /// months ending March".</summary>
    public static bool NamesLength(string text) =>
        PeriodWords.Split(text) is var words && Lengths.IsMatch(PeriodText.Classes(words));

    private static readonly Regex Fiscal = new("yf|fy|f(?=Y)|(?<=Y)f", RegexOptions.CultureInvariant);

    /// <summary>Whether a text speaks of years that need not begin in January: "fiscal years", "FY 2022-2024".</summary>
    /// <param name="reporter">Whose trade it is; null where that is not known.</param>
    public static bool NamesFiscalYears(string text, string? reporter) =>
        FiscalYears.StartIn(text, reporter) > 1
        || (PeriodWords.Split(text) is var words && Fiscal.IsMatch(PeriodText.Classes(words)));

    /// <summary>Words for parts of a year, and the numbers that stand with them.</summary>
    private static readonly SearchValues<char> OfPart = SearchValues.Create("MmcRrUVHqoO");

    /// <summary>The last of several years behind which a text names months, so that they may be of the last one only, "2022-2024
    /// (Jan-Mar)"; null where it names one year, or the months before all years.</summary>
    public static int? LastOfYearsBeforeMonths(string text)
    {
        var parts = PeriodText
            .FindIn(text)
            .Where(part => part.FirstMonth is not null || part.Quarter is not null)
            .ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        var words = PeriodWords.Split(text);
        var months = words.FindIndex(word =>
            OfPart.Contains(word.Class)
            && parts.Exists(part => part.Start <= word.Start && word.Start < part.Start + part.Length)
        );
        var years = words.Index().Where(word => word.Item.Class == 'Y').ToList();
        return years.Exists(year => year.Index < months) && years.DistinctBy(year => year.Item.Value).Count() > 1
            ? years.Max(year => year.Item.Value)
            : null;
    }

    private static readonly Regex Numerals = new(
        @"(?<A>R)\.?-+(?<B>R)|(?<A>[Rr])\.?-+(?<B>r)",
        RegexOptions.CultureInvariant
    );

    /// <summary>The months that a range of Roman numerals without a year may mean, "I-IX"; null where a text has none.</summary>
    public static PeriodPart? MonthsInNumerals(string text)
    {
        var words = PeriodWords.Split(text);
        return
            Numerals.Match(PeriodText.Classes(words)) is { Success: true } match
            && (words[match.Groups["A"].Index], words[match.Groups["B"].Index]) is var (first, last)
            && first.Value < last.Value
            && last.Value <= 12
            && char.IsLetter(text[first.Start])
            ? new(null, first.Value, last.Value, null, null, null, 0, 0)
            : null;
    }
}
