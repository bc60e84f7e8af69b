using System.Globalization;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations.Labels;

/// <summary>Labels of periods to the part of a period that they name together, and the status that they give it.</summary>
/// <param name="ofTable">All labels of periods of the table.</param>
/// <param name="ofSource">The languages of the source; null where it does not say.</param>
/// <param name="sheet">The name of its sheet.</param>
/// <param name="fiscalYearStartsIn">The month in which years begin that two numbers name; null where it is not known.</param>
/// <param name="reporter">Whose trade it is; null where the source does not say.</param>
internal sealed class PeriodLabels(
    LabelTexts texts,
    Func<IEnumerable<string>> ofTable,
    IReadOnlyList<string>? ofSource = null,
    string sheet = "",
    int? fiscalYearStartsIn = null,
    string? reporter = null
)
{
    /// <summary>Such a year is none of ours: no trade of it is published yet.</summary>
    private const int FirstOfOtherCalendar = 2060;

    /// <summary>The months in which most fiscal years begin that are not calendar years.</summary>
    internal static readonly int[] CommonStarts = [4, 7, 10];

    private readonly Dictionary<(LabelKind, string), IReadOnlyList<PeriodPart>> periods = [];
    private (bool Months, bool FiscalYears)? sure;
    private DaysOfMonths? days;
    private int? firstOutlook;

    public IReadOnlyList<PeriodPart> Periods(LabelKind kind, string text)
    {
        if (!periods.TryGetValue((kind, text), out var found))
        {
            found = (days ??= DaysOfMonths.Of(ofTable())).Find(text) is { } ofDay ? [ofDay] : FindPeriods(kind, text);
            if (found.Count > 1 && MonthNames.Rival(text))
            {
                var languages = MonthNames.LanguagesOf(ofTable().Append(text), ofSource);
                found = Distinct(MonthNames.Read(text, languages));
            }

            // "I-III" among "I-VI" and "I-IX" are months.
            if (found.Count > 1 && RomanText.IsShortRange(text) && ofTable().Any(RomanText.IsRange))
            {
                found = [.. found.Where(part => part.LastMonth <= 4)];
            }

            // "2008-09" among "2007-08" and "2013-14" is no month, among "2009-01" and "2009-02" no fiscal year.
            if (found.Count > 1 && FitOfTable() is { } fits && found.Where(fits).ToList() is [var only])
            {
                found = [only];
            }

            if (found.Any(part => part.IsNamed))
            {
                found = [.. found.Select(part => part.IsNamed ? YearOfWord(part, text) : part)];
            }

            periods.Add((kind, text), found);
        }

        return found;
    }

    /// <summary>A year as its word means it in the country that reports; as it is where that is not known.</summary>
    private PeriodPart YearOfWord(PeriodPart part, string text) =>
        (fiscalYearStartsIn ?? FiscalYears.StartIn(text, reporter)) switch
        {
            null => part,
            1 => part with { LastYear = null, IsNamed = false },
            { } start => part with { FirstMonth = start, LastMonth = start - 1, IsNamed = false },
        };

    /// <summary>What the labels that can be read in one way only are, all of them: months or fiscal years.</summary>
    private Func<PeriodPart, bool>? FitOfTable()
    {
        if (sure is null)
        {
            var parts = ofTable()
                .Select(PeriodText.Read)
                .Where(read => read.Count == 1)
                .Select(read => read[0])
                .ToList();
            sure = (parts.Exists(PeriodText.IsMonth), parts.Exists(IsFiscalYear));
        }

        return sure switch
        {
            (true, false) => PeriodText.IsMonth,
            (false, true) => IsFiscalYear,
            _ => null,
        };
    }

    private static bool IsFiscalYear(PeriodPart part) =>
        part is { FirstMonth: null, Quarter: null, LastYear: not null };

    /// <summary>"2023 (p)", "2023e", "2023 год (оценка)", or what a footnote says of it.</summary>
    private ObservationStatus? StatusOf(List<Label> labels) =>
        labels.Exists(label => StatusText.BehindPeriod(label.Text) == ObservationStatus.E)
        || labels.Exists(label =>
            texts.Terms(label.Text).Any(term => term is { Kind: TermKind.Filler, Code: "estimated" })
        )
            ? ObservationStatus.E
        : labels.Exists(label => StatusText.BehindPeriod(label.Text) == ObservationStatus.P)
        || labels.Exists(label =>
            texts.Terms(label.Text).Any(term => term is { Kind: TermKind.Filler, Code: "provisional" })
        )
            ? ObservationStatus.P
        : null;

    public LabelValues Read(List<Label> labels)
    {
        PeriodPart? whole = null;
        foreach (var label in labels)
        {
            var parts = Periods(label.Kind, label.Text);
            if (parts.Count == 0 || SaysMore(label) || parts is [{ Year: >= FirstOfOtherCalendar }])
            {
                return LabelValues
                    .Refused(FindingCodes.PeriodUnknown, label, label.Text, "#")
                    .Asking(
                        QuestionKind.Period,
                        AboutOf(label),
                        parts
                            .Select(part =>
                                part.Year is { } year && FiscalYears.FirstDayOf(year) is { } first
                                    ? TimePeriod.OfFiscalYear(first, FiscalYears.LastDayFrom(first))
                                    : PeriodComposition.ToPeriod(part, fiscalYearStartsIn)
                            )
                            .OfType<TimePeriod>()
                            .Select(period => new AskOption(period.ToString(), Why.Mentioned, label.Text.Trim()))
                    );
            }

            if (parts.Count > 1)
            {
                // An answer about a month holds for its year only.
                return Unclear(
                    label,
                    $"\"{label.Text}\" ({parts.Count})",
                    whole is null ? label.Text : string.Join(' ', labels.Select(other => other.Text)),
                    whole is { } year
                        ? parts.Select(part => PeriodComposition.Combine(year, part)).OfType<PeriodPart>()
                        : parts
                );
            }

            if (IsCumulativeWithoutMonths(label, parts[0]) || MayBeProjection(label, parts[0]))
            {
                var toDate = parts.Where(part => part is { FirstMonth: > 1 } && PeriodText.IsMonth(part));
                return Unclear(
                    label,
                    $"\"{label.Text}\"",
                    label.Text,
                    toDate.Select(part => part with { FirstMonth = 1 }).Concat(parts)
                );
            }

            var both = whole is { } part
                ? PeriodComposition.Combine(part, parts[0]) ?? MonthOfQuarter(part, parts[0])
                : parts[0];
            if (both is null)
            {
                var all = string.Join(" / ", labels.Select(other => other.Text));
                return Unclear(label, all, all, labels.SelectMany(other => Periods(other.Kind, other.Text)));
            }

            whole = both;
        }

        return new()
        {
            [Dimension.Period] = whole,
            [Dimension.Status] = StatusOf(labels) is { } status ? new FigureStatus(status, null) : null,
        };
    }

    /// <summary>"Qtr 2" beside "April": the month, unless quarters are named after their first or their last one.</summary>
    private PeriodPart? MonthOfQuarter(PeriodPart one, PeriodPart other)
    {
        const int months = 3;
        var (ofQuarter, month) = one.Quarter is not null ? (one, other) : (other, one);
        return
            ofQuarter.Quarter is { } quarter
            && NamesOneMonth(month)
            && (month.FirstMonth + months - 1) / months == quarter
            && ofTable()
                .Select(PeriodText.Read)
                .Where(read => read is [var only] && NamesOneMonth(only))
                .Select(read => read[0].FirstMonth % months)
                .Distinct()
                .Skip(1)
                .Any()
            ? PeriodComposition.Combine(ofQuarter with { Quarter = null }, month)
            : null;

        static bool NamesOneMonth(PeriodPart part) =>
            part is { FirstMonth: not null, Quarter: null } && part.FirstMonth == part.LastMonth;
    }

    /// <summary>Of "2025p" behind "2024e" or "2024f" the letter is "projected": what is provisional comes before what is estimated.</summary>
    private bool MayBeProjection(Label label, PeriodPart part) =>
        part.Year is { } year
        && StatusText.BehindPeriod(label.Text) == ObservationStatus.P
        && FirstOutlook() is { } outlook
        && year > outlook;

    /// <summary>The first year with the letter of an estimate or a forecast behind it; null where none has.</summary>
    private int? FirstOutlook() =>
        firstOutlook ??=
            ofTable()
                .Where(text =>
                    StatusText.BehindPeriod(text) == ObservationStatus.E
                    || (StatusText.IsForecast(text) && !StatusText.IsFinal(text))
                )
                .SelectMany(text => ReadText.Of(text).Periods)
                .Min(part => part.Year)
            ?? int.MaxValue;

    /// <summary>"2023 (ytd)", "Cumulative 2023": up to which month it does not say.</summary>
    private bool IsCumulativeWithoutMonths(Label label, PeriodPart part) =>
        label.Reach <= Reach.Column
        && (part.FirstMonth is null || part.FirstMonth == part.LastMonth)
        && texts.Terms(label.Text).Any(term => term is { Kind: TermKind.Measure, Code: "cumulative" });

    /// <summary>Blank rows of another sheet are of other periods.</summary>
    private string AboutOf(Label label) =>
        label.Text.Trim().Length > 0 ? label.Text : $"{sheet} {label.Heading}".Trim();

    private LabelValues Unclear(Label label, string shown, string about, IEnumerable<PeriodPart> parts) =>
        LabelValues
            .Refused(FindingCodes.DimensionUnclear, label, "period", shown, "#")
            .Asking(
                QuestionKind.Period,
                about,
                parts
                    .SelectMany(part =>
                        fiscalYearStartsIn is null && IsFiscalYear(part)
                            ? CommonStarts.Select(start => PeriodComposition.ToPeriod(part, start))
                            : [PeriodComposition.ToPeriod(part, fiscalYearStartsIn)]
                    )
                    .OfType<TimePeriod>()
                    .Distinct()
                    .Select(period => new AskOption(period.ToString(), Why.Mentioned, about.Trim()))
            );

    /// <summary>Whether a label holds more than the period found in it, which may make another of it: "2023 Janury",
    /// "2023-13". Unknown words over columns are found where headings are read.</summary>
    private static bool SaysMore(Label label)
    {
        var isInRow = label.Address?.Row == Label.OwnRow;
        return label.Reach <= Reach.Block
            && PeriodText.Read(label.Text).Count == 0
            && (
                PeriodText.LeavesNumber(label.Text, isInRow)
                || (
                    isInRow && ReadText.Of(label.Text).LeftOver.Any(rest => StatusText.BehindPeriod($"0{rest}") is null)
                )
            );
    }

    private static IReadOnlyList<PeriodPart> FindPeriods(LabelKind kind, string text)
    {
        var isNumber = int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number);
        return kind switch
        {
            LabelKind.Year when isNumber && number is >= 1900 and <= 2100 =>
            [
                new(number, null, null, null, null, null, 0, text.Length),
            ],
            LabelKind.Month when isNumber && number is >= 1 and <= 12 =>
            [
                new(null, number, number, null, null, null, 0, text.Length),
            ],
            LabelKind.Quarter when isNumber && number is >= 1 and <= 4 =>
            [
                new(null, null, null, number, null, null, 0, text.Length),
            ],
            LabelKind.Quarter when RomanText.UpToFour(text) is { } roman =>
            [
                new(null, null, null, roman, null, null, 0, text.Length),
            ],
            LabelKind.YearMonth when PeriodText.Read(text).Where(PeriodText.IsMonth).ToList() is [var month] => [month],
            _ => PeriodText.Read(text) is { Count: > 0 } read ? read : Distinct(ReadText.Of(text).Periods),
        };
    }

    /// <summary>Mentions that say the same are one.</summary>
    private static List<PeriodPart> Distinct(IReadOnlyList<PeriodPart> parts) =>
        [.. parts.Select(part => part with { Start = 0, Length = 0 }).Distinct()];
}
