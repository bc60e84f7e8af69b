using System.Buffers;
using System.Text.RegularExpressions;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>What the nearest text outside a table says of one dimension: a value, nothing, or several things.</summary>
internal readonly record struct Settled<T>(T? Value, string? Alternatives)
    where T : struct;

/// <summary>What stands outside a table, dimension by dimension: the nearest rank that speaks decides, and where it says
/// several things none of them is taken (DESIGN section 4, rule 1).</summary>
internal sealed partial class SurroundingReading
{
    /// <summary>What parts the unit from other words of a title.</summary>
    private static readonly SearchValues<char> Parting = SearchValues.Create(",;:|()[]/\n–—。，；：（）");

    /// <summary>A longer text above a table is prose.</summary>
    private const int MaxTitleLength = 160;

    private static readonly string[] Joins = [" and ", " & ", "&"];

    /// <summary>"Imports and exports" in one word.</summary>
    private static readonly string[] BothFlows = ["进出口", "輸出入", "수출입"];

    private static readonly string[] Conjunctions = ["and", "и", "және", "жана", "va", "和", "及", "、"];

    private readonly IReadOnlyList<(int? Year, ObservationStatus Status)> statuses;

    public SurroundingReading(TableLayout table, LabelReader reader)
    {
        Flow = Nearest(table.TableContext, Dimension.Flow, label => Flows(reader, label.Text));
        var units = Rank(table.TableContext, Dimension.Unit, label => reader.Units(label.Text).Units.Count > 0);
        Unit = Only(units.SelectMany(label => reader.Units(label.Text).Units).Select(unit => (Unit?)unit));
        DoubtfulUnit = units.Find(label => HasUnknownBesideUnit(reader, label.Text))?.Text;
        var powers = Rank(table.TableContext, Dimension.Unit, label => reader.Units(label.Text).Multipliers.Count > 0);
        Multiplier = Only(
            powers.SelectMany(label => reader.Units(label.Text).Multipliers).Select(power => (int?)power)
        );
        Period = Nearest(table.TableContext, Dimension.Period, label => Parts(reader, label.Text));
        CaptionPeriods = PeriodsOf(table, reader, EvidenceRank.Caption);
        SheetNamePeriods = PeriodsOf(table, reader, EvidenceRank.SheetName);
        FileNamePeriods = PeriodsOf(table, reader, EvidenceRank.FileName);
        NoteOfUnit = table
            .Notes.Where(note => NoteLines.MaySayUnit(note, reader.Terms(note.Text)))
            .Where(note => reader.Units(note.Text).Multipliers.Count > 0 || HasUnknownBesideUnit(reader, note.Text))
            .Select(note => note.Text)
            .FirstOrDefault();
        Notes = [.. table.Notes.SelectMany(note => PartsOfYears(note).Select(part => (part, note)))];
        statuses =
        [
            .. table
                .Outside.Where(text => text.Length <= MaxTitleLength)
                .Concat(table.Notes.Where(note => note.IsPlain).Select(note => note.Text))
                .SelectMany(text => StatusIn(reader, text)),
        ];
        Variant = table
            .TableContext.Where(label => label.Dimension == Dimension.Variant)
            .Select(label => reader.Variant(label.Text))
            .FirstOrDefault(variant => variant is not null);
        Measures = table
            .Outside.SelectMany(reader.Terms)
            .Any(term => term.Kind == TermKind.Measure && term.Code is not ("rank" or "count" or "cumulative"));
        NamesDollars = table.Outside.Any(text => Dollars().IsMatch(text));
        if (
            NamesDollars
            && units is [{ Rank: >= EvidenceRank.Note }, ..]
            && Unit.Value is { IsMoney: true, IsDollar: false } far
        )
        {
            Unit = new(null, $"{far} / dollars");
        }

        Groups =
        [
            .. table
                .Outside.SelectMany(AreaCodeList.Standard.FindIn)
                .Select(mention => mention.Area)
                .Where(area => area.IsGroup)
                .Distinct(),
        ];
        UnknownPartners = table
            .Outside.Where(text => text.Length <= MaxTitleLength)
            .Select(text => UnknownPartnersIn(reader, text))
            .FirstOrDefault(word => word is not null);
        IsCumulative = table
            .Outside.SelectMany(reader.Terms)
            .Any(term => term is { Kind: TermKind.Measure, Code: "cumulative" });
        Reporter = Nearest(table.TableContext, Dimension.Reporter, label => DeclaredArea(reader, label));
        Partner = Nearest(table.TableContext, Dimension.Partner, label => DeclaredArea(reader, label));
        Commodity = Nearest<Commodity>(table.TableContext, Dimension.Commodity, label => [reader.Commodity(label)]);
        CaptionAreas =
        [
            .. table
                .TableContext.Where(label => label is { Dimension: Dimension.Partner, Rank: EvidenceRank.Caption })
                .SelectMany(label => Areas(label.Text))
                .Distinct(),
        ];
    }

    /// <summary>Whether a title or the sheet's name speaks of shares, growth or balances, so that no default may take the
    /// figures for values.</summary>
    public bool Measures { get; }

    /// <summary>Groups of countries that a title or the sheet's name mentions: a total below is theirs. The world among them makes it unclear.</summary>
    public IReadOnlyList<Area> Groups { get; }

    /// <summary>A word of a title that is not known and stands where it names partners ("exports to the countries of X"), so
    /// that a total may not be that of the world; null where there is none.</summary>
    public string? UnknownPartners { get; }

    /// <summary>Whether a title calls the figures cumulative, so that a month or a year alone is not their period.</summary>
    public bool IsCumulative { get; }

    /// <summary>Whether a title or caption speaks of dollars, be it without saying whose.</summary>
    public bool NamesDollars { get; }

    /// <summary>A text that names the unit among words that are not known, of which one may be its power of ten; null where
    /// none does.</summary>
    public string? DoubtfulUnit { get; }

    /// <summary>Reporter, partner and commodity where a line of key and value declares them.</summary>
    public Settled<Area> Reporter { get; }
    public Settled<Area> Partner { get; }
    public Settled<Commodity> Commodity { get; }

    public Settled<TradeFlow> Flow { get; }
    public Settled<Unit> Unit { get; }
    public Settled<int> Multiplier { get; }
    public Settled<PeriodPart> Period { get; }
    public IReadOnlyList<PeriodPart> CaptionPeriods { get; }
    public IReadOnlyList<PeriodPart> SheetNamePeriods { get; }
    public IReadOnlyList<PeriodPart> FileNamePeriods { get; }
    public string? Variant { get; }

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

    /// <summary>A year and, with it or apart from it, a range of its months.</summary>
    private static IEnumerable<PeriodPart> PartsOfYears(NoteLine note)
    {
        var parts = PeriodText.FindIn(note.Text);
        var years = parts.Select(part => part.Year).OfType<int>().Distinct().ToList();
        var ranges = parts
            .Where(part => part is { FirstMonth: { } first, LastMonth: { } last } && last - first is > 0 and < 11)
            .ToList();
        return years is [var year] && ranges is [var range] ? [range with { Year = year, Start = 0, Length = 0 }] : [];
    }

    /// <summary>The status that a text gives, with the one year of which it says so.</summary>
    private static IEnumerable<(int? Year, ObservationStatus Status)> StatusIn(LabelReader reader, string text)
    {
        var terms = reader.Terms(text);
        var isEstimated = terms.Any(term => term is { Kind: TermKind.Filler, Code: "estimated" });
        if (
            terms.Count < 2
            || (!isEstimated && !terms.Any(term => term is { Kind: TermKind.Filler, Code: "provisional" }))
        )
        {
            return [];
        }

        var years = PeriodText.FindIn(text).Select(part => part.Year).OfType<int>().Distinct().ToList();
        return years.Count > 1
            ? []
            : [(years.Count == 1 ? years[0] : null, isEstimated ? ObservationStatus.E : ObservationStatus.P)];
    }

    [GeneratedRegex(@"\$|\bdollar|\bдолл", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Dollars();

    private static bool HasUnknownBesideUnit(LabelReader reader, string text)
    {
        foreach (var unit in reader.Terms(text).Where(term => term.Kind == TermKind.Unit))
        {
            var start = text.AsSpan(0, unit.Start).LastIndexOfAny(Parting) + 1;
            var length = text.AsSpan(unit.Start + unit.Length).IndexOfAny(Parting);
            var end = length < 0 ? text.Length : unit.Start + unit.Length + length;
            if (Lexicon.Rest(text[start..end]).Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static List<PeriodPart> PeriodsOf(TableLayout table, LabelReader reader, EvidenceRank rank) =>
        [
            .. table
                .TableContext.Where(label => label.Dimension == Dimension.Period && label.Rank == rank)
                .SelectMany(label => Parts(reader, label.Text).Select(part => part!.Value))
                .Distinct(),
        ];

    private static IEnumerable<PeriodPart?> Parts(LabelReader reader, string text) =>
        reader.Periods(LabelKind.Words, text).Select(part => (PeriodPart?)(part with { Start = 0, Length = 0 }));

    /// <summary>Over a column "exports and imports" is their sum; a title lists by it what the table holds.</summary>
    private static IEnumerable<TradeFlow?> Flows(LabelReader reader, string text)
    {
        var listed = reader
            .Terms(text)
            .Where(term => term is { Kind: TermKind.Flow, Code: nameof(TradeFlow.T) })
            .Select(term => text.Substring(term.Start, term.Length))
            .SelectMany(said =>
                BothFlows.Contains(said) ? [TradeFlow.X, TradeFlow.M]
                : said.Split(Joins, StringSplitOptions.TrimEntries) is { Length: > 1 } parts
                    ? parts.SelectMany(reader.Flows)
                : []
            )
            .ToList();
        return reader
            .Flows(text)
            .Where(flow => flow != TradeFlow.T || listed.Count == 0)
            .Concat(listed)
            .Select(flow => (TradeFlow?)flow);
    }

    private static IEnumerable<Area?> DeclaredArea(LabelReader reader, Label label) =>
        label.Heading is null ? [] : reader.Areas(label.Text).Select(area => (Area?)area);

    private static IEnumerable<(Area, bool)> Areas(string text)
    {
        var previousEnd = -1;
        var isTowards = false;
        foreach (var (area, start, length) in AreaCodeList.Standard.FindIn(text).Where(found => found.Area.IsCountry))
        {
            var isListed = previousEnd >= 0 && IsConjunction(text[previousEnd..start]);
            isTowards = isListed ? isTowards : PartnerPrepositions.StandBefore(text, start);
            previousEnd = start + length;
            yield return (area, isTowards);
        }
    }

    private static string? UnknownPartnersIn(LabelReader reader, string text)
    {
        var areaWords = reader
            .Terms(text)
            .Where(term => term is { Kind: TermKind.Dimension, Code: "area" or "partner" })
            .ToList();
        return Lexicon
            .Unexplained(text)
            .FirstOrDefault(word =>
            {
                var start = text.IndexOf(word, StringComparison.Ordinal);
                var before = text[..start].TrimEnd();
                return PartnerPrepositions.StandBefore(text, start)
                    || areaWords.Exists(term =>
                        term.Start + term.Length == before.Length
                        || text[(start + word.Length)..].TrimStart().Length == text.Length - term.Start
                    );
            });
    }

    /// <summary>"to Russia and China", "с Россией, Китаем": what follows is on the same side.</summary>
    private static bool IsConjunction(string between) =>
        between.All(c => !char.IsLetter(c)) && between.Length <= 3
        || Array.Exists(Conjunctions, word => word == between.Trim());

    /// <summary>The labels of the nearest rank of which any says something.</summary>
    private static List<Label> Rank(IReadOnlyList<Label> labels, Dimension dimension, Func<Label, bool> speaks)
    {
        var speaking = labels.Where(label => label.Dimension == dimension && speaks(label)).ToList();
        return speaking.FindAll(label => label.Rank == speaking[0].Rank);
    }

    private static Settled<T> Nearest<T>(
        IReadOnlyList<Label> labels,
        Dimension dimension,
        Func<Label, IEnumerable<T?>> read
    )
        where T : struct => Only(Rank(labels, dimension, label => read(label).Any()).SelectMany(read));

    private static Settled<T> Only<T>(IEnumerable<T?> values)
        where T : struct
    {
        var distinct = values.Distinct().ToList();
        return distinct.Count switch
        {
            0 => default,
            1 => new(distinct[0], null),
            _ => new(
                null,
                string.Join(
                    " / ",
                    distinct.Select(value => value is PeriodPart part ? PeriodComposition.Show(part) : $"{value}")
                )
            ),
        };
    }
}
