using System.Globalization;
using System.Text.Json;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Years of other eras and calendars, from <c>CodeLists/eras.json</c>: "令和5", "民國112", "พ.ศ. 2566", "سال 1402".</summary>
internal static class Eras
{
    private static readonly Lazy<string> FirstYear = new(() =>
    {
        using var table = CodeListResource.Read("CodeLists/eras.json");
        return table.RootElement.GetProperty("firstYear").GetString()!;
    });

    private static readonly Lazy<IReadOnlyList<Era>> All = new(Load);

    /// <summary>The year of two digits that a number is in a text of a script that counts so: 23 of "66" in Thai; null where it is
    /// none.</summary>
    public static int? ShortYear(int number, string text) =>
        All.Value.FirstOrDefault(era =>
            era.Short is { } range && range.First <= number && number <= range.Last && era.Script?.IsIn(text) == true
        )
            is { } found
            ? (number + found.Short!.Add + found.Before) % 100
            : null;

    /// <summary>The year that begins at a word of a text, and how many words it takes; null where none does.</summary>
    /// <remarks>Its number is null where no period is taken from it.</remarks>
    public static (int? Year, int Count)? At(List<Word> words, int index, string text)
    {
        foreach (var era in All.Value)
        {
            if (era.Script is { } script && Number(words[index]) is { } bare && era.Has(bare) && script.IsIn(text))
            {
                return (era.YearOf(bare), 1);
            }

            if (
                Number(words[index]) is { } year
                && era.Has(year)
                && index + 1 < words.Count
                && era.Year == words[index + 1].Folded
                && (words.Exists(word => Number(word) == era.YearOf(year)) || era.IsAlone(words, index, year))
            )
            {
                return (era.YearOf(year), 1);
            }

            if (Number(words[index]) is { } before && era.Has(before) && EndBehind(era, words, index) is { } behind)
            {
                return (era.IsUnread ? null : era.YearOf(before), behind - index);
            }

            foreach (var name in era.Words)
            {
                if (
                    words[index].First == name[0]
                    && EndOf(words, index, name) is { } end
                    && end < words.Count
                    && Number(words[end]) is { } number
                    && era.Has(number)
                )
                {
                    return (era.YearOf(number), end - index + 1);
                }
            }
        }

        return null;
    }

    /// <summary>A number as a year of a calendar, in words that say so; null where the calendar has no such year.</summary>
    public static string? Spell(int number, string calendar) =>
        All.Value.FirstOrDefault(era => era.Calendar == calendar && era.Has(number)) is not { } era ? null
        : FiscalYears.FirstDayOf(number) is not null
            ? string.Create(CultureInfo.InvariantCulture, $"{number}/{(number + 1) % 100:00}")
        : $"{era.Words[0]} {number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The year in which a year of a calendar begins; null where the calendar has no such year.</summary>
    public static int? BeginOf(int number, string calendar) =>
        All.Value.FirstOrDefault(era => era.Calendar == calendar && era.Has(number)) is { } era
            ? number + era.Before
            : null;

    /// <summary>The year of a calendar that begins within one of ours, as "2020/21" names it; null where its days are not known.</summary>
    public static TimePeriod? FiscalYearOf(int year, string calendar) =>
        FiscalYears.Within(year, number => BeginOf(number, calendar) is not null) is var (first, last)
            ? TimePeriod.OfFiscalYear(first, last)
            : null;

    /// <summary>The calendars, other than ours, that have a year of a number.</summary>
    public static IEnumerable<string> CalendarsWith(int number) =>
        All.Value.Where(era => era.Has(number)).Select(era => era.Calendar).OfType<string>();

    /// <summary>The period of a year of a calendar; null where the calendar has no such year.</summary>
    public static TimePeriod? PeriodOf(int number, string calendar) =>
        Spell(number, calendar) is { } year && PeriodText.Read(year) is [var part]
            ? PeriodComposition.ToPeriod(part, null)
            : null;

    /// <summary>The calendar of which a text names a year; null where it names none.</summary>
    public static string? CalendarIn(string text)
    {
        if (!text.Any(char.IsDigit))
        {
            return null;
        }

        var words = Word.Split(text);
        return All
            .Value.FirstOrDefault(era =>
                era.Calendar is not null
                && Enumerable
                    .Range(0, words.Count)
                    .Any(index =>
                        era.Script is { } script
                            && Number(words[index]) is { } bare
                            && era.Has(bare)
                            && script.IsIn(text)
                        || era.Words.Any(name =>
                            EndOf(words, index, name) is { } end
                            && end < words.Count
                            && Number(words[end]) is { } number
                            && era.Has(number)
                        )
                        || Number(words[index]) is { } before
                            && era.Has(before)
                            && EndBehind(era, words, index) is not null
                    )
            )
            ?.Calendar;
    }

    /// <summary>The index behind the word of an era that stands behind a number; null where none does.</summary>
    private static int? EndBehind(Era era, List<Word> words, int number) =>
        number + 1 < words.Count
            ? era.Behind.Select(name => EndOf(words, number + 1, name)).FirstOrDefault(end => end is not null)
            : null;

    /// <summary>The index behind a name whose letters may stand apart, with full stops between: "พ.ศ.".</summary>
    private static int? EndOf(List<Word> words, int index, string name)
    {
        var matched = 0;
        for (; index < words.Count && matched < name.Length; index++)
        {
            if (matched > 0 && words[index].Folded == ".")
            {
                continue;
            }

            if (!name.AsSpan(matched).StartsWith(words[index].Folded, StringComparison.Ordinal))
            {
                return null;
            }

            matched += words[index].Folded.Length;
        }

        while (index < words.Count && words[index].Folded == ".")
        {
            index++;
        }

        return matched == name.Length ? index : null;
    }

    private static int? Number(Word word) =>
        word.Folded == FirstYear.Value ? 1
        : word.IsNumber && int.TryParse(word.Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
        : null;

    private static IReadOnlyList<Era> Load()
    {
        using var table = CodeListResource.Read("CodeLists/eras.json");
        return
        [
            .. table
                .RootElement.GetProperty("eras")
                .EnumerateArray()
                .Select(era => new Era(
                    [.. era.GetProperty("words").EnumerateArray().Select(word => word.GetString()!)],
                    era.GetProperty("first").GetInt32(),
                    era.GetProperty("last").GetInt32(),
                    era.GetProperty("before").GetInt32(),
                    era.TryGetProperty("calendar", out var calendar) ? calendar.GetString() : null,
                    era.TryGetProperty("script", out var script)
                        ? new(script.GetString()![0], script.GetString()![^1])
                        : null,
                    era.TryGetProperty("within", out _),
                    era.TryGetProperty("year", out var year) ? year.GetString() : null,
                    era.TryGetProperty("behind", out var behind)
                        ? [.. behind.EnumerateArray().Select(word => word.GetString()!)]
                        : [],
                    era.TryGetProperty("short", out var digits)
                        ? new(
                            digits.GetProperty("first").GetInt32(),
                            digits.GetProperty("last").GetInt32(),
                            digits.GetProperty("add").GetInt32()
                        )
                        : null,
                    era.TryGetProperty("unread", out _),
                    era.TryGetProperty("alone", out var alone)
                        ? new(
                            alone.GetInt32(),
                            [.. era.GetProperty("then").EnumerateArray().Select(word => word.GetString()!)],
                            [.. era.GetProperty("between").EnumerateArray().Select(word => word.GetString()!)]
                        )
                        : null
                )),
        ];
    }

    private sealed record Block(char First, char Last)
    {
        public bool IsIn(string text) => text.AsSpan().ContainsAnyInRange(First, Last);
    }

    private sealed record ShortYears(int First, int Last, int Add);

    private sealed record LoneYears(int First, string[] Then, string[] Between);

    private sealed record Era(
        string[] Words,
        int First,
        int Last,
        int Before,
        string? Calendar,
        Block? Script,
        bool IsWithin,
        string? Year,
        string[] Behind,
        ShortYears? Short,
        bool IsUnread,
        LoneYears? Lone
    )
    {
        /// <summary>"112年1月": no other calendar has such a year. Of "近100年" and "110-112年" it is none.</summary>
        public bool IsAlone(List<Word> words, int index, int number) =>
            Lone is { } lone
            && number >= lone.First
            && (
                index == 0
                || words[index - 1].Folded == "("
                || IsApart(words[index - 1], words[index])
                || (IsBetween(words[index - 1]) && Enumerable.Range(0, index).Any(other => IsYear(words, other)))
            )
            && (
                index + 2 == words.Count
                    ? words[index].End == words[index + 1].Start
                    : words[index + 2].IsNumber
                        || (
                            words[index].End == words[index + 1].Start
                            && lone.Then.Contains(words[index + 2].Folded, StringComparer.Ordinal)
                        )
                        || (
                            IsBetween(words[index + 2])
                            && Enumerable.Range(index + 2, words.Count - index - 2).Any(other => IsYear(words, other))
                        )
            );

        private bool IsYear(List<Word> words, int index) =>
            index + 1 < words.Count
            && words[index + 1].Folded == Year
            && Number(words[index]) is { } number
            && Lone!.First <= number
            && Has(number);

        private bool IsBetween(Word word) => Lone!.Between.Contains(word.Folded, StringComparer.Ordinal);

        private static bool IsApart(Word before, Word number) =>
            before.End < number.Start && (char.IsLetterOrDigit(before.First) || before.Folded is ")" or ":");

        public bool Has(int number) => First <= number && number <= Last;

        public int YearOf(int number) => IsWithin ? number : number + Before;
    }
}
