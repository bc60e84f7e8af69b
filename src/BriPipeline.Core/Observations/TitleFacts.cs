using System.Buffers;
using System.Text.RegularExpressions;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>What titles and notes of a table say besides the values of its dimensions: what they mention, call cumulative or estimated,
/// and leave unclear.</summary>
internal sealed partial class TitleFacts
{
    /// <summary>What parts the unit from other words of a title.</summary>
    private static readonly SearchValues<char> Parting = SearchValues.Create(",;:|()[]/\n–—。，；：（）");

    /// <summary>A longer text above a table is prose.</summary>
    private static readonly SearchValues<char> EndOfRemark = SearchValues.Create(");]\n");

    private const int MaxTitleLength = 160;

    private readonly IReadOnlyList<(int? Year, ObservationStatus Status)> statuses;
    private readonly HashSet<int> forecasts;
    private readonly PeriodPart? numerals;
    private readonly bool areFiscalYears;

    /// <param name="reporter">Whose trade it is; null where the source does not say.</param>
    /// <param name="yearStartsIn">The month in which its years begin; null where the source does not say.</param>
    public TitleFacts(TableLayout table, LabelTexts texts, string? reporter = null, int? yearStartsIn = null)
    {
        DoubtfulUnit = table
            .TableContext.Where(label => label.Dimension == Dimension.Unit)
            .Where(label => texts.Units(label.Text).Any(unit => unit.Unit is not null))
            .GroupBy(label => label.Reach)
            .MinBy(reach => reach.Key)
            ?.FirstOrDefault(label => HasUnknownBesideUnit(texts, label.Text))
            ?.Text;
        NoteOfUnit = table
            .Notes.Where(note => NoteLines.MaySayUnit(note, texts.Terms(note.Text)))
            .Where(note =>
                texts.Units(note.Text).Any(unit => unit.Power is not null) || HasUnknownBesideUnit(texts, note.Text)
            )
            .Select(note => note.Text)
            .FirstOrDefault();
        Notes = [.. table.Notes.SelectMany(note => PartsOfYears(note).Select(part => (part, note)))];
        forecasts =
        [
            .. table
                .Notes.Select(note => note.Text)
                .Where(text =>
                    text.Length <= MaxTitleLength
                    && texts.Terms(text).Any(term => term is { Kind: TermKind.Measure, Code: "forecast" })
                )
                .SelectMany(text => ReadText.Of(text).Periods)
                .Select(part => part.Year)
                .OfType<int>(),
        ];
        statuses =
        [
            .. table
                .Outside.Where(text => text.Length <= MaxTitleLength)
                .Concat(table.Notes.Where(note => note.IsPlain).Select(note => note.Text))
                .SelectMany(text => StatusIn(texts, text)),
        ];
        // "Exports, imports and balance" lists what the table holds.
        Measures = table
            .Outside.SelectMany(text =>
                texts.Terms(text).Where(term => term.Code != "balance" || texts.Flows(text).Count < 2)
            )
            .Any(term =>
                term.Kind == TermKind.Measure
                && term.Code is not ("rank" or "count" or "cumulative")
                // What columns of their own hold, the title lists.
                && !table.Columns.Any(column => column.Use == ColumnUse.Evidence && column.Reason == term.Code)
            );
        NamesDollars = table.Outside.Any(text => UnitText.NamesDollars(text));
        var captions =
            GroupsIn(table.Outside).Count > 0 || table.Outside.Any(text => PartnerLimits.In(text) is not null)
                ? [.. table.Outside]
                : table.EarlierCaptions;
        Groups = GroupsIn(captions);
        var limited = captions.Where(text => PartnerLimits.In(text) is not null).ToList();
        (PartnerGroup, Union) = limited.Select(PartnerLimits.GroupIn).Distinct().ToList() is [{ } only]
            ? ((Area?)only.Partner, only.Union)
            : default;
        OpenLimit = limited.Count > 0 && PartnerGroup is null ? PartnerLimits.In(limited[0]) : null;
        UnknownPartners =
            OpenLimit
            ?? table
                .Outside.Where(text => text.Length <= MaxTitleLength)
                .Select(text => UnknownPartnersIn(texts, text))
                .FirstOrDefault(word => word is not null);
        // What columns of their own are, the title lists.
        IsCumulative =
            table.Outside.Any(text => SaysCumulative(texts, text))
                && !table.Columns.Any(column =>
                    column is { Use: ColumnUse.Figures } or { Use: ColumnUse.Evidence, Reason: "cumulative" }
                    && SaysCumulative(texts, column.Heading)
                )
            || table.Outside.Any(PeriodRemarks.EndsRange);
        numerals = table.Outside.Select(PeriodRemarks.MonthsInNumerals).FirstOrDefault(range => range is not null);
        areFiscalYears = yearStartsIn != 1 && table.Outside.Any(text => PeriodRemarks.NamesFiscalYears(text, reporter));
        NamesLength = table.Outside.Any(PeriodRemarks.NamesLength);
        // "Country: China" says what China is; it is no mention beside others.
        var declared = table
            .TableContext.Where(label =>
                label is { Dimension: Dimension.Partner or Dimension.Reporter, Reach: Reach.Caption, Heading: not null }
            )
            .ToList();
        CaptionAreas =
        [
            .. table
                .TableContext.Where(label =>
                    label is { Dimension: Dimension.Partner, Reach: Reach.Caption, Heading: null }
                )
                .Where(label =>
                    !declared.Exists(own =>
                        own.Address == label.Address && label.Text.Contains(own.Text, StringComparison.Ordinal)
                    )
                )
                .SelectMany(label => Areas(label.Text))
                .Distinct(),
        ];
    }

    /// <summary>Whether a title or the sheet's name announces shares, growth or balances, so that no default may take the
    /// figures for values.</summary>
    public bool Measures { get; }

    /// <summary>Groups of countries that a title or the sheet's name mentions: a total below is theirs. The world among them makes it unclear.</summary>
    public IReadOnlyList<Area> Groups { get; }

    /// <summary>The group of partners to which a title limits all figures without doubt, though it does not name it; null where none
    /// does.</summary>
    public Area? PartnerGroup { get; }

    /// <summary>The union whose trade with that group the title announces; null where it names none.</summary>
    public Area? Union { get; }

    /// <summary>Words of a title that limit the partners to a group of which it does not say for certain which it is.</summary>
    public string? OpenLimit { get; }

    /// <summary>A word of a title that is not known and stands where it names partners ("exports to the countries of X"), so
    /// that a total may not be that of the world; null where there is none.</summary>
    public string? UnknownPartners { get; }

    /// <summary>Whether a title calls the figures cumulative, so that a month or a year alone is not their period.</summary>
    public bool IsCumulative { get; }

    /// <summary>What a year may be below a title that speaks of fiscal years, or of months in Roman numerals; null where none does.</summary>
    public string? OtherYear(TimePeriod year) =>
        numerals is { } months ? PeriodComposition.ToPeriod(months.In(year.First.Year), null)?.ToString()
        : areFiscalYears ? "fiscal year"
        : null;

    /// <summary>Whether a title says how long the periods are, "three months ending March", so that a month may be the last of one.</summary>
    public bool NamesLength { get; }

    /// <summary>Whether a title or caption names dollars, even without saying whose.</summary>
    public bool NamesDollars { get; }

    /// <summary>A text that names the unit among words that are not known, of which one may be its power of ten; null where
    /// none does.</summary>
    public string? DoubtfulUnit { get; }

    /// <summary>A note below the figures that may say their power of ten, among words that are not known; null where there is
    /// none.</summary>
    public string? NoteOfUnit { get; }

    /// <summary>The parts of years that notes below the figures speak of.</summary>
    public IReadOnlyList<(PeriodPart Part, NoteLine Note)> Notes { get; }

    /// <summary>The note that may mean that a year is only partly covered; null where none does.</summary>
    public NoteLine? FindCaveat(TimePeriod period)
    {
        foreach (var (part, note) in Notes)
        {
            if (period.Frequency == Frequency.A && part.Year == period.First.Year)
            {
                return note;
            }
        }

        return null;
    }

    private static bool SaysCumulative(LabelTexts texts, string text) =>
        texts.Terms(text).Any(term => term is { Kind: TermKind.Measure, Code: "cumulative" });

    /// <summary>Whether a note that speaks of forecasts names the year.</summary>
    public bool MayBeForecast(int year) => forecasts.Contains(year);

    /// <summary>The status that a title or a note gives the figures of a period: "preliminary data", "data for 2023 are
    /// estimates"; null where none does.</summary>
    public ObservationStatus? StatusOf(TimePeriod period)
    {
        foreach (var (year, status) in statuses)
        {
            if (year is null || year == period.First.Year)
            {
                return status;
            }
        }

        return null;
    }

    /// <summary>Countries that the captions mention, each with whether it is named as the other side.</summary>
    public IReadOnlyList<(Area Area, bool IsTowards)> CaptionAreas { get; }

    private static List<Area> GroupsIn(IEnumerable<string> texts) =>
        [.. texts.SelectMany(AreasSpokenOf).Select(mention => mention.Area).Where(area => area.IsGroup).Distinct()];

    /// <summary>A year and, with it or apart from it, a range of its months.</summary>
    private static IEnumerable<(Area Area, int Start, int Length)> AreasSpokenOf(string text) =>
        ReadText.Of(text).Areas.Where(area => !IsIncluded(text, area.Start));

    /// <summary>"(including trade with Belarus and Kazakhstan)" says what is counted in, not whose or with whom the trade is.</summary>
    private static bool IsIncluded(string text, int start)
    {
        return ReadText
            .Of(text)
            .Mentions.OfType<ConnectionMention>()
            .Any(word => word.Connection == Connection.Including && IsWithin(word.End, start));

        bool IsWithin(int from, int to) =>
            from <= to
            && text[from..to] is var between
            && between.AsSpan().IndexOfAny(EndOfRemark) < 0
            && !ReadText.Of(between).Terms.Any(term => term.Kind == TermKind.Flow);
    }

    private static IEnumerable<PeriodPart> PartsOfYears(NoteLine note)
    {
        var parts = ReadText.Of(note.Text).Periods;
        var years = parts.Select(part => part.Year).OfType<int>().Distinct().ToList();
        var ranges = parts
            .Where(part => part is { FirstMonth: { } first, LastMonth: { } last } && last - first is > 0 and < 11)
            .ToList();
        return years is [var year] && ranges is [var range] ? [range with { Year = year, Start = 0, Length = 0 }] : [];
    }

    /// <summary>The status that a text gives, with the one year of which it says so.</summary>
    private static IEnumerable<(int? Year, ObservationStatus Status)> StatusIn(LabelTexts texts, string text)
    {
        var terms = texts.Terms(text);
        var isEstimated = terms.Any(term => term is { Kind: TermKind.Filler, Code: "estimated" });
        if (
            terms.Count < 2
            || (!isEstimated && !terms.Any(term => term is { Kind: TermKind.Filler, Code: "provisional" }))
        )
        {
            return [];
        }

        var years = ReadText.Of(text).Periods.Select(part => part.Year).OfType<int>().Distinct().ToList();
        return years.Count > 1
            ? []
            : [(years.Count == 1 ? years[0] : null, isEstimated ? ObservationStatus.E : ObservationStatus.P)];
    }

    private static bool HasUnknownBesideUnit(LabelTexts texts, string text)
    {
        foreach (var unit in texts.Terms(text).Where(term => term.Kind == TermKind.Unit))
        {
            var start = text.AsSpan(0, unit.Start).LastIndexOfAny(Parting) + 1;
            var length = text.AsSpan(unit.Start + unit.Length).IndexOfAny(Parting);
            var end = length < 0 ? text.Length : unit.Start + unit.Length + length;
            var sentence = EndOfSentence().Match(text, unit.Start + unit.Length);
            end = sentence.Success ? Math.Min(end, sentence.Index) : end;
            if (ReadText.Of(text[start..end]).LeftOver.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"(?<=\p{Ll}{3})\.\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfSentence();

    private static IEnumerable<(Area, bool)> Areas(string text)
    {
        var previousEnd = -1;
        var isTowards = false;
        foreach (var (area, start, length) in AreasSpokenOf(text).Where(found => found.Area.IsCountry))
        {
            var isListed = previousEnd >= 0 && IsConjunction(text[previousEnd..start]);
            isTowards = isListed ? isTowards : ConnectingWords.PartnerFollows(text, start);
            previousEnd = start + length;
            yield return (area, isTowards);
        }
    }

    private static string? UnknownPartnersIn(LabelTexts texts, string text)
    {
        var areaWords = texts
            .Terms(text)
            .Where(term => term is { Kind: TermKind.Dimension, Code: "area" or "partner" })
            .ToList();
        return ReadText
            .Of(text)
            .Unexplained.FirstOrDefault(word =>
            {
                var start = text.IndexOf(word, StringComparison.Ordinal);
                var before = text[..start].TrimEnd();
                return !IsIncluded(text, start) && ConnectingWords.PartnerFollows(text, start)
                    || areaWords.Exists(term =>
                        term.Start + term.Length == before.Length
                        || text[(start + word.Length)..].TrimStart().Length == text.Length - term.Start
                    );
            });
    }

    /// <summary>"to Russia and China", "с Россией, Китаем": what follows is on the same side.</summary>
    private static bool IsConjunction(string between) =>
        between.All(c => !char.IsLetter(c)) && between.Length <= 3 || ConnectingWords.IsConjunction(between);
}
