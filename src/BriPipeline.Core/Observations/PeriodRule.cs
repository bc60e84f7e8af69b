using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>The period of the figures of one table: that of their own labels, completed by what the nearest place around the table
/// says.</summary>
internal sealed class PeriodRule
{
    private readonly TableLayout table;
    private readonly SourceProfile profile;
    private readonly ProfileDefaults defaults;
    private readonly TitleFacts title;
    private readonly LabelTexts texts;
    private readonly Settled<PeriodPart> outside;
    private readonly IReadOnlyList<PeriodPart> ofCaption;
    private readonly IReadOnlyList<PeriodPart> ofSheetName;
    private readonly IReadOnlyList<PeriodPart> ofFileName;
    private readonly int? lastBeforeMonths;
    private readonly HashSet<PeriodPart> afterSeveralYears;
    private readonly bool hasColumn;
    private readonly bool hasFrequencies;
    private (PeriodPart? Part, Settled<TimePeriod> Read)? last;

    public PeriodRule(
        TableLayout table,
        SourceProfile profile,
        ProfileDefaults defaults,
        TableStatements said,
        TitleFacts title,
        LabelTexts texts
    )
    {
        this.table = table;
        this.profile = profile;
        this.defaults = defaults;
        this.title = title;
        this.texts = texts;
        (ofCaption, ofSheetName, ofFileName) = (
            PartsAt(Reach.Caption),
            PartsAt(Reach.SheetName),
            PartsAt(Reach.FileName)
        );
        var captions = said.About(Dimension.Period)
            .Where(statement => statement.Reach == Reach.Caption && NamesPart((PeriodPart)statement.Value))
            .Select(statement => PeriodRemarks.LastOfYearsBeforeMonths(statement.Text))
            .ToList();
        lastBeforeMonths = captions.Contains(null) ? null : captions.Max();
        afterSeveralYears =
        [
            .. said.About(Dimension.Period)
                .Where(statement =>
                    statement.Reach == Reach.SheetName
                    && PeriodRemarks.LastOfYearsBeforeMonths(statement.Text) is not null
                )
                .Select(statement => (PeriodPart)statement.Value)
                .Where(NamesPart),
        ];
        (hasColumn, hasFrequencies) = (Has(Dimension.Period), Has(Dimension.Frequency));
        var nearest = said.About(Dimension.Period).GroupBy(one => one.Reach).MinBy(reach => reach.Key)?.ToList() ?? [];
        var values = nearest.Select(statement => statement.Value).Distinct().ToList();
        outside = values switch
        {
            [] => default,
            [PeriodPart part] => new(part, null),
            _ => new(null, Rivals.Show(values)),
        };
        Conflict =
            ofCaption is [var caption]
            && ofSheetName is [var name]
            && PeriodComposition.Combine(caption, name) is null
            && !EndsWith(caption, name)
                ? PlaceText.Refuse(FindingCodes.PeriodConflict, "the title", caption, "the sheet's name", name)
                : null;

        List<PeriodPart> PartsAt(Reach reach) =>
            [
                .. said.About(Dimension.Period)
                    .Where(statement => statement.Reach == reach)
                    .Select(statement => (PeriodPart)statement.Value)
                    .Distinct(),
            ];

        bool Has(Dimension dimension) =>
            table.Columns.Any(column => column.Use == ColumnUse.Label && column.Dimension == dimension);
    }

    /// <summary>Why the period of the table is in doubt: its title and the sheet's name disagree.</summary>
    public Refusal? Conflict { get; }

    /// <param name="own">The part of a period that the figure's labels name.</param>
    /// <param name="frequency">Where a column says how often the figure comes.</param>
    public Settled<TimePeriod> Settle(PeriodPart? own, Frequency? frequency)
    {
        if (last is not { } known || known.Part != own)
        {
            known = (own, CumulativeOr(Complete(own), own));
            last = known;
        }

        var settled =
            frequency is { } every ? Every(every, known.Read)
            // A row with a blank frequency does not take that of the others.
            : known.Read.Value is { Frequency: Frequency.M } month && hasFrequencies ? new(null, $"{month} / ?")
            : known.Read;
        return settled.Value is null && settled.Alternatives is null ? new(null, outside.Alternatives) : settled;
    }

    /// <summary>The period that a person names for figures whose labels leave it open.</summary>
    public TimePeriod? Answered(PeriodPart? own, TimePeriod answer) =>
        own is { Year: null } part
            ? PeriodComposition.OfPeriod(answer) is { } said && PeriodComposition.Combine(part, said) is { } whole
                ? PeriodComposition.ToPeriod(whole, profile.FiscalYearStartsIn)
                : null
            // An answer about one fiscal year says in which month all of them begin.
            : own is { Year: { } year, LastYear: { } last } fiscal
            && last == year + 1
            && answer.Last == answer.First.AddYears(1).AddDays(-1)
                ? PeriodComposition.ToPeriod(fiscal, answer.First.Month)
                : answer;

    /// <summary>Whether it is said, in a column, a title or a heading, that the figures are of months.</summary>
    public bool SaysMonths =>
        hasFrequencies
        || (outside.Value is { FirstMonth: { } first, LastMonth: var last } && first == last)
        || table.Outside.Concat(table.Columns.Select(column => column.Heading)).Any(NamesMonth);

    /// <summary>"Monthly", "month"; not "three months ended", nor "quarterly and monthly".</summary>
    private bool NamesMonth(string text) =>
        !texts.Terms(text).Any(term => term is { Kind: TermKind.Dimension, Code: "quarter" })
        && texts
            .Terms(text)
            .Any(term =>
                term is { Kind: TermKind.Dimension, Code: "month" }
                && !PeriodText.IsPluralOfMonth(text.Substring(term.Start, term.Length))
            );

    /// <summary>Whether the months that a cumulative figure covers are said, with it or in the title.</summary>
    private bool NamesMonths(PeriodPart? own) =>
        own is { FirstMonth: not null }
            ? own.Value.FirstMonth != own.Value.LastMonth
            : outside.Value is { FirstMonth: { } first, LastMonth: { } last }
                && first != last
                && (first, last) != (1, 12);

    /// <summary>Below a title that says "cumulative" a label must name the months that it covers.</summary>
    private Settled<TimePeriod> CumulativeOr(Settled<TimePeriod> read, PeriodPart? part) =>
        read.Value is { } trade && title.MayBeForecast(trade.Last.Year) ? new(null, $"{trade} / forecast")
        : read.Value is { Frequency: Frequency.A } year && title.OtherYear(year) is { } other
            ? new(null, $"{year} / {other}")
        : title.IsCumulative && read.Value is { Frequency: not Frequency.C } period && !NamesMonths(part)
            ? new(null, $"{period} / {PeriodComposition.ToDate(period)}")
        : title.NamesLength && read.Value is { Frequency: Frequency.M } month && part is not null && !IsListed(month)
            ? new(null, $"{month} / to {month}")
        : read;

    /// <summary>Whether a month lies among those of the title, and others of them stand in the table too.</summary>
    private bool IsListed(TimePeriod month) =>
        outside.Value is { } span
        && PeriodComposition.ToPeriod(span, profile.FiscalYearStartsIn) is { } all
        && all.First <= month.First
        && month.Last <= all.Last
        && table
            .PeriodTexts()
            .SelectMany(PeriodText.Read)
            .Where(PeriodText.IsMonth)
            .Select(part => new DateOnly(part.Year!.Value, part.FirstMonth!.Value, 1))
            .Distinct()
            .Count(first => all.First <= first && first <= all.Last) > 1;

    /// <summary>The period where a column says how often it comes: a quarter or year may be named by its first or last month.</summary>
    private static Settled<TimePeriod> Every(Frequency frequency, Settled<TimePeriod> read) =>
        read.Value is not { } period || period.Frequency == frequency
            ? read
            : (frequency, period.Frequency) switch
            {
                (Frequency.Q, Frequency.M) when period.First.Month % 3 != 2 => new(
                    TimePeriod.OfQuarter(period.First.Year, (period.First.Month + 2) / 3),
                    null
                ),
                (Frequency.A, Frequency.M) when period.First.Month is 1 or 12 => new(
                    TimePeriod.OfYear(period.First.Year),
                    null
                ),
                // A fiscal year is one; what has gone by of a year is published month by month.
                (Frequency.A, Frequency.F) or (Frequency.M or Frequency.Q, Frequency.C) => read,
                _ => new(null, $"{period} / {frequency}"),
            };

    /// <summary>The period of the labels, completed from outside.</summary>
    private Settled<TimePeriod> Complete(PeriodPart? part)
    {
        if (part is not { } own)
        {
            return hasColumn ? default
                : outside.Value is { } around ? Whole(around, profile.FiscalYearStartsIn)
                : outside.Alternatives is null && defaults.Period is { } given ? new(TimePeriod.Parse(given), null)
                : default;
        }

        if (own.Year is null)
        {
            return outside.Value is { Year: not null, LastYear: null } span && IsBeside(own, span)
                    ? new(
                        null,
                        $"{PeriodComposition.Show(own with { Year = span.Year })} / {PeriodComposition.Show(span)}"
                    )
                : outside.Value is { } all && PeriodComposition.MonthsOf(all, own) is { } placed
                    ? new(PeriodComposition.ToPeriod(placed, null), null)
                : outside.Value is { Year: { } year, LastYear: var lastYear }
                    ? new(
                        PeriodComposition.ToPeriod(
                            own with
                            {
                                Year = year,
                                LastYear = lastYear,
                                IsOfFiscalYear = lastYear is not null,
                            },
                            profile.FiscalYearStartsIn
                        ),
                        null
                    )
                : outside is { Value: null, Alternatives: null }
                && defaults.Period is { } text
                && PeriodComposition.OfPeriod(TimePeriod.Parse(text)) is { } stated
                && PeriodComposition.Combine(own, stated) is { } whole
                    ? new(PeriodComposition.ToPeriod(whole, profile.FiscalYearStartsIn), null)
                : default;
        }

        // Years over columns below a title of months are those months of each year.
        if (
            own is not { FirstMonth: null, Quarter: null, LastYear: null }
            || MonthsOfTitle(own.Year.Value) is not { } said
        )
        {
            return Whole(own, profile.FiscalYearStartsIn);
        }

        var isSaid = said.IsOfYear || lastBeforeMonths is null || own.Year == lastBeforeMonths;
        var months = said.Months.In(own.Year.Value) with
        {
            Day = own.Day,
            IsOfFiscalYear = said.Months.IsOfFiscalYear && lastBeforeMonths is null,
        };
        var open = $"{own.Year} / {PeriodComposition.Show(months)}";
        if (StandsOver(months))
        {
            return isSaid ? new(null, open) : Whole(own, profile.FiscalYearStartsIn);
        }

        var named = said.Months.Year;
        return isSaid && said.AreSure && (named is null || named == own.Year || YearsOver().Contains(named.Value))
            ? new(PeriodComposition.ToPeriod(months, null), null)
            : new(null, open);
    }

    private static bool NamesPart(PeriodPart part) => part.FirstMonth is not null || part.Quarter is not null;

    /// <summary>Whether figures of the table name these months themselves, so that years without them may be whole.</summary>
    private bool StandsOver(PeriodPart months) =>
        table
            .Columns.Where(column => column.Use == ColumnUse.Figures)
            .SelectMany(column => column.Heading.Split(" | "))
            .Concat(hasColumn ? table.PeriodTexts() : [])
            .SelectMany(PeriodText.Read)
            .Any(part => NamesPart(part) && MonthsOf(part) == MonthsOf(months));

    private static (int? First, int? Last) MonthsOf(PeriodPart part) =>
        part.Quarter is { } quarter ? ((quarter * 3) - 2, quarter * 3) : (part.FirstMonth, part.LastMonth);

    /// <summary>A month that does not lie in the quarter, or the range of months, of the title.</summary>
    private static bool IsBeside(PeriodPart own, PeriodPart span) =>
        own is { FirstMonth: { } month, LastMonth: { } last }
        && (
            span.Quarter is { } quarter
                ? month < (quarter * 3) - 2 || last > quarter * 3
                : span is { FirstMonth: { } from, LastMonth: { } to } && from != to && (month < from || last > to)
        );

    /// <summary>The period of a part, unless it is a year that something says to be only partly covered.</summary>
    private Settled<TimePeriod> Whole(PeriodPart part, int? fiscalYearStartsIn) =>
        PartOfYear(part) is { } partly
            ? new(null, $"{PeriodComposition.Show(part)} / {partly}")
            : new(PeriodComposition.ToPeriod(part, fiscalYearStartsIn) ?? OfCalendar(part), null);

    /// <summary>"2020/21" of an office whose years are those of another calendar.</summary>
    private TimePeriod? OfCalendar(PeriodPart part) =>
        part is { Year: { } year, LastYear: { } last, FirstMonth: null, Quarter: null }
        && last == year + 1
        && profile.Calendar is { } calendar
            ? Eras.FiscalYearOf(year, calendar)
            : null;

    /// <summary>A year that the sheet's name, the file's or a note says to be only partly covered: "January-July", "2024-05";
    /// null where none does.</summary>
    private string? PartOfYear(PeriodPart part)
    {
        if (part is not { Year: { } year, FirstMonth: null, Quarter: null, LastYear: null })
        {
            return null;
        }

        return ofSheetName
            .Where(name =>
                afterSeveralYears.Contains(name) ? !StandsOver(name) : name.Year is null || name.Year == year
            )
            .Concat(ofFileName.Where(name => name.Year == year && !StandsAsLast(name)))
            .Concat(
                title.Notes.Where(note => note.Note.IsPlain).Select(note => note.Part).Where(note => note.Year == year)
            )
            .Where(name =>
                name.Quarter is not null
                || (name.FirstMonth is not null && (name.FirstMonth, name.LastMonth) != (1, 12))
            )
            .Select(name => PeriodComposition.Show(afterSeveralYears.Contains(name) ? name.In(year) : name))
            .FirstOrDefault();
    }

    /// <summary>A file of all the quarters of a year may be named after the last of them, which stands beside the year.</summary>
    private bool StandsAsLast(PeriodPart name) =>
        (name.Quarter == 4 || (name.FirstMonth == 12 && name.LastMonth == 12))
        && table
            .PeriodTexts()
            .SelectMany(PeriodText.Read)
            .Any(part =>
                (part.Year ?? name.Year, part.Quarter, part.FirstMonth, part.LastMonth)
                == (name.Year, name.Quarter, name.FirstMonth, name.LastMonth)
            );

    /// <summary>A sheet of "January-September 2022" may be named after the last of its months.</summary>
    private static bool EndsWith(PeriodPart months, PeriodPart month) =>
        month.FirstMonth is not null
        && month.FirstMonth == month.LastMonth
        && (month.Year ?? months.Year) == (months.LastYear ?? months.Year)
        && month.LastMonth == (months.FirstMonth is null && months.Quarter is null ? 0 : months.LastMonth);

    /// <summary>The months, or the quarter, that titles name, of a year where they name some for it, and whether they name no others;
    /// null where they name none, or the whole year.</summary>
    private (PeriodPart Months, bool IsOfYear, bool AreSure)? MonthsOfTitle(int year)
    {
        var named = ofCaption.Where(NamesPart).ToList();
        if (named.FindAll(part => part.Year == year && part.LastYear is null) is [var own])
        {
            return IsYear(own) ? null : (own, true, true);
        }

        return named.FindIndex(part => !IsYear(part)) is var first and >= 0
            ? (named[first], false, named.TrueForAll(part => MonthsOf(part) == MonthsOf(named[first])))
            : null;

        static bool IsYear(PeriodPart part) => (part.FirstMonth, part.LastMonth) == (1, 12);
    }

    private IEnumerable<int> YearsOver() =>
        table
            .Columns.SelectMany(column => column.Heading.Split(" | "))
            .SelectMany(text => PeriodText.Read(text) is { Count: > 0 } read ? read : ReadText.Of(text).Periods)
            .Select(part => part.Year ?? 0);
}
