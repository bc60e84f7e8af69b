using System.Text.RegularExpressions;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>Decides what each column of a table is, by what it holds first and by the words over it second: a heading
/// may be wrong in the source, a column of country names is not.</summary>
internal sealed partial class ColumnRoles(Sheet sheet, RowKind[] kinds, TableArea area, CellEvidence evidence)
{
    /// <summary>Share of a column's distinct texts that must be known for the column to be of that dimension.</summary>
    private const double MajorityShare = 0.6;

    /// <summary>Share that must be known where nothing but the texts themselves speaks for the dimension.</summary>
    private const double NearUnanimousShare = 0.9;

    /// <summary>Fewer codes that nothing names as areas may be words of two or three letters.</summary>
    private const int MinCodes = 5;

    private const string UnclearReach = "how far the heading above reaches";

    private static readonly string[] UnmodelledDimensions = ["procedure", "transport", "region", "second-partner"];
    private static readonly string[] AreaWords = ["reporter", "partner", "area"];
    private static readonly string[] PeriodDimensions = ["period", "year", "month", "quarter"];

    private bool? mayBeQuarter;

    /// <summary>Whether single months stand over columns, so that "year" beside them is theirs.</summary>
    private bool monthsAcross;

    private readonly IReadOnlyList<int> rows = ColumnStatistics.Sample(kinds, area);

    public IReadOnlyList<ColumnRole> Decide()
    {
        var statistics = new Dictionary<int, ColumnStatistics>();
        for (var column = 1; column <= sheet.ColumnCount; column++)
        {
            var found = ColumnStatistics.Of(sheet, column, rows, evidence);
            if (found.Filled > 0)
            {
                statistics.Add(column, found);
            }
        }

        var figureColumns = statistics.Where(pair => pair.Value.IsMostlyNumbers).Select(pair => pair.Key).ToHashSet();
        var headers = new HeaderLabels(sheet, area, figureColumns);
        evidence.Expand(FusedHeadings.Expand(HeaderTexts()));
        evidence.Expand(Footnotes.Expand(HeaderTexts().Concat(PeriodLabels(statistics)), sheet, area, evidence));
        monthsAcross = figureColumns.Any(column =>
            Heading(headers.Over(column))
                .Split(" | ")
                .SelectMany(PeriodsOf)
                .Any(part => part.FirstMonth == part.LastMonth)
        );
        var areaColumns = statistics
            .Where(pair => !pair.Value.IsMostlyNumbers && HoldsAreas(pair.Value, Heading(headers.Over(pair.Key))))
            .ToDictionary(pair => pair.Key, pair => AreaDimension(Heading(headers.Over(pair.Key))));
        foreach (var column in areaColumns.Keys.Where(column => IsReporterBesidePartner(column)).ToList())
        {
            areaColumns[column] = Dimension.Reporter;
        }

        bool IsReporterBesidePartner(int column) =>
            IsPlainly(column, "area")
            && areaColumns.Keys.Any(other =>
                other > column && IsPlainly(other, "partner") && AreaNamesDiffer(sheet, area, evidence, column, other)
            );

        bool IsPlainly(int column, string dimension) =>
            areaColumns[column] == Dimension.Partner
            && evidence.Of(Heading(headers.Over(column))) is var over
            && over.Names(dimension)
            && !over.Names([.. AreaWords.Where(word => word != dimension)]);

        var months = MonthsBelowYears(headers, figureColumns);
        var multipliers = RowsOfMultipliers(figureColumns);
        var roles = new List<ColumnRole>();
        foreach (var (column, found) in statistics)
        {
            var over = headers.Over(column);
            var heading = Heading(over);
            if (headers.ReachesUnclearly(column))
            {
                roles.Add(new(column, ColumnUse.Alternatives, null, LabelKind.Words, over, heading, UnclearReach));
                continue;
            }

            var (use, dimension, kind, reason) =
                areaColumns.TryGetValue(column, out var named) ? Label(named)
                : found.IsMostlyNumbers ? NumberColumn(column, found, heading, areaColumns, figureColumns.Count)
                : TextColumn(column, found, heading, areaColumns);
            if (use == ColumnUse.Figures && (LacksMonth(column, over, months) || LacksMultiplier(over, multipliers)))
            {
                (use, reason) = (ColumnUse.NotUnderstood, heading);
            }

            roles.Add(new(column, use, dimension, kind, over, heading, reason));
        }

        var firstFigures = roles.FindIndex(role => role.Use == ColumnUse.Figures);
        for (var i = 0; i < roles.Count; i++)
        {
            var found = statistics[roles[i].Column];
            if (
                roles[i].Use == ColumnUse.NotUnderstood
                && ((i < firstFigures && MayBeCodes(found, roles)) || MayBePowers(found, roles))
            )
            {
                roles[i] = roles[i] with { Use = ColumnUse.Label, Dimension = Dimension.Unmodelled, Reason = "" };
            }
        }

        return
        [
            .. roles.Select(role =>
                role.Dimension == Dimension.Unmodelled
                && NamesCodes(role.Heading)
                && FindMatchingLabelColumn(role, roles) is { } other
                    ? role with
                    {
                        Use = ColumnUse.Ignored,
                        Dimension = null,
                        Reason = $"codes of column {CellAddress.ColumnLetters(other.Column)}",
                    }
                    : role
            ),
        ];
    }

    /// <summary>Whether a column below a year has no month in the row where other columns of that year have theirs: it may
    /// be a month as well as the year.</summary>
    private bool LacksMonth(int column, IReadOnlyList<CellAddress> over, HashSet<(int? Year, int Row)> months)
    {
        if (NamesPartOfYear(over))
        {
            return false;
        }

        var year = YearOf(over);
        foreach (var row in area.HeaderRows.Where(row => months.Contains((year, row))))
        {
            var place = sheet.AnchorOf(row, column);
            var said = evidence.Of(sheet[place.Row, place.Column].Raw);
            if (place.Row == row && said.Periods.Count == 0 && !said.Has(TermKind.Total) && !said.Names("year"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a column has no power of ten in a header row where half of the columns have theirs.</summary>
    private bool LacksMultiplier(IReadOnlyList<CellAddress> over, List<int> rowsOfMultipliers) =>
        rowsOfMultipliers.Count > 0
        && !over.Any(place => NamesMultiplier(place.Row, place.Column))
        && !evidence.Of(Heading(over)).Has(TermKind.Measure)
        && !evidence.Of(Heading(over)).Terms.Any(term => term.Kind == TermKind.Unit && !new Unit(term.Code).IsMoney)
        && !evidence.Of(Heading(over)).Names("quantity");

    private List<int> RowsOfMultipliers(HashSet<int> columns) =>
        [
            .. area.HeaderRows.Where(row =>
                columns.Count(column =>
                    sheet.AnchorOf(row, column) is var place && place.Row == row && NamesMultiplier(row, place.Column)
                )
                    is > 0
                        and var count
                && count * 2 >= columns.Count
            ),
        ];

    private bool NamesMultiplier(int row, int column) =>
        sheet[row, column].Raw is var text
        && evidence.Of(text) is var said
        && (
            said.Has(TermKind.Multiplier)
            || NumberText.IsPowerOfTen(text)
            || (said.Has(TermKind.Unit) && text.Contains("000", StringComparison.Ordinal))
        );

    /// <summary>The years over columns that are parted into months or quarters, with the rows in which those stand.</summary>
    private HashSet<(int? Year, int Row)> MonthsBelowYears(HeaderLabels headers, IEnumerable<int> columns) =>
        [
            .. columns
                .Select(headers.Over)
                .SelectMany(over =>
                    over.Where(place => NamesPartOfYear([place])).Select(place => (YearOf(over), place.Row))
                ),
        ];

    private int? YearOf(IReadOnlyList<CellAddress> over) =>
        PeriodsOf(over).Select(part => part.Year).FirstOrDefault(year => year is not null);

    private bool NamesPartOfYear(IReadOnlyList<CellAddress> over) =>
        PeriodsOf(over)
            .Any(part => part.Quarter is not null || (part.FirstMonth ?? 1, part.LastMonth ?? 12) != (1, 12));

    private IEnumerable<PeriodPart> PeriodsOf(IReadOnlyList<CellAddress> over) =>
        over.SelectMany(place => evidence.Of(sheet[place.Row, place.Column].Raw).Periods);

    /// <summary>Whether numbers that are not understood, left of the figures of a table with a line a figure, may tell its
    /// lines apart: a few whole numbers that come again and again.</summary>
    private static bool MayBeCodes(ColumnStatistics found, List<ColumnRole> roles) =>
        found.Whole == found.Numbers
        && (
            (found.Distinct.Count is > 1 and <= 31 && found.Filled >= found.Distinct.Count * 1.5)
            || (found.Months == found.Numbers && roles.Exists(role => role.Kind == LabelKind.Year))
        )
        && roles.Exists(role => role is { Use: ColumnUse.Label, Dimension: Dimension.Period or Dimension.Flow });

    /// <summary>Whether numbers that are not understood may be the powers of ten of the figures beside them, which nothing else
    /// says.</summary>
    private static bool MayBePowers(ColumnStatistics found, List<ColumnRole> roles) =>
        found.Distinct.All(text => text is "0" or "3" or "6" or "9")
        && found.Distinct.Any(text => text != "0")
        && roles.Exists(role => role.Dimension == Dimension.Unit)
        && !roles.Exists(role => role.Kind == LabelKind.Multiplier);

    /// <summary>A heading of codes that names no dimension of its own.</summary>
    private bool NamesCodes(string heading) =>
        !evidence.Of(heading).Names(UnmodelledDimensions) && CodeWords.EndIn(heading);

    /// <summary>The column of labels that differs where this one differs and only there.</summary>
    private ColumnRole? FindMatchingLabelColumn(ColumnRole codes, List<ColumnRole> roles) =>
        roles.Find(role =>
        {
            if (
                role
                    is not {
                        Use: ColumnUse.Label,
                        Dimension: not (Dimension.Unmodelled or Dimension.Status or Dimension.Frequency)
                    }
                || role == codes
            )
            {
                return false;
            }

            var pairs = rows.Select(row => (sheet[row, codes.Column].Raw, sheet[row, role.Column].Raw))
                .Distinct()
                .ToList();
            return pairs.Count > 1
                && pairs.DistinctBy(pair => pair.Item1, StringComparer.Ordinal).Count() == pairs.Count
                && pairs.DistinctBy(pair => pair.Item2, StringComparer.Ordinal).Count() == pairs.Count;
        });

    private string Heading(IReadOnlyList<CellAddress> over) =>
        string.Join(
            " | ",
            over.Select(place => sheet[place.Row, place.Column])
                .Select(cell => Identifier().Replace(evidence.TextOf(cell).Trim(), " "))
        );

    /// <summary>Where one word of an identifier ends and the next begins: "CountryOfOrigin".</summary>
    [GeneratedRegex(@"(?<=^\w*[a-z])(?=[A-Z]\w{2,}$)", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    /// <summary>Mostly names of areas; "total" alone names one only where the heading speaks of nothing else.</summary>
    private bool HoldsAreas(ColumnStatistics found, string heading) =>
        found.Share(IsArea) >= MajorityShare
        && (
            found.Share(text => evidence.Of(text).Has(TermKind.Total)) < 1
            || (!evidence.Of(heading).Has(TermKind.Dimension) && evidence.Unexplained(heading).Count == 0)
            || evidence.Of(heading).Names("area", "partner", "reporter")
        );

    private bool IsArea(string text) => evidence.Of(text).Areas.Count > 0;

    private static (ColumnUse, Dimension?, LabelKind, string) Label(
        Dimension dimension,
        LabelKind kind = LabelKind.Words
    ) => (ColumnUse.Label, dimension, kind, "");

    private static (ColumnUse, Dimension?, LabelKind, string) Ignored(string reason) =>
        (ColumnUse.Ignored, null, LabelKind.Words, reason);

    private Dimension AreaDimension(string heading) =>
        evidence.Of(heading).Names("second-partner") ? Dimension.Unmodelled
        : evidence.Of(heading).Names("reporter") ? Dimension.Reporter
        : Dimension.Partner;

    /// <summary>Whether two columns of names of areas often name different ones, and so do not say the same in two
    /// languages.</summary>
    public static bool AreaNamesDiffer(Sheet sheet, TableArea area, CellEvidence evidence, int column, int otherColumn)
    {
        var both = 0;
        var differ = 0;
        for (var row = area.FirstBodyRow; row <= Math.Min(area.LastBodyRow, area.FirstBodyRow + 400); row++)
        {
            if (sheet[row, column].Text is { } one && sheet[row, otherColumn].Text is { } two)
            {
                var areas = evidence.Of(one).Areas;
                var others = evidence.Of(two).Areas;
                both += areas.Count > 0 && others.Count > 0 ? 1 : 0;
                differ += areas.Count > 0 && others.Count > 0 && !areas.Intersect(others).Any() ? 1 : 0;
            }
        }

        return differ * 5 > both;
    }

    private (ColumnUse, Dimension?, LabelKind, string) TextColumn(
        int column,
        ColumnStatistics found,
        string heading,
        Dictionary<int, Dimension> areaColumns
    )
    {
        var over = evidence.Of(heading);
        if (
            !over.Names("note")
            && over.Names("status", "obs-status")
            && StatusKind(column, found, over) is { } statuses
        )
        {
            return Label(Dimension.Status, statuses);
        }

        if (over.Names("note", "status", "obs-status"))
        {
            return Ignored("notes");
        }

        if (over.Names("frequency") && found.Share(FrequencyText.IsOne) >= MajorityShare)
        {
            return Label(Dimension.Frequency);
        }

        if (over.Names("attribute", "frequency"))
        {
            return Ignored("attributes of series");
        }

        if (found.Dates > 0 && found.Dates == found.Filled - found.Marks)
        {
            return Label(Dimension.Period);
        }

        if (
            found.Share(text => evidence.Of(text).Periods.Count > 0) >= MajorityShare
            && !over.Names("commodity", "commodity-code")
            && (!HasPeriod(heading) || IsYearOver(found, heading))
        )
        {
            return Label(Dimension.Period, HoldsMonths(found) ? LabelKind.YearMonth : PeriodKind(over));
        }

        if (found.Share(IsFlow) >= MajorityShare)
        {
            return Label(Dimension.Flow);
        }

        if (
            over.Names("flow")
            // "X" is a mark in other columns.
            && found.Rows.All(row => sheet[row, column].IsBlank || FlowText.OfCode(sheet[row, column].Raw) is not null)
        )
        {
            return Label(Dimension.Flow, LabelKind.Code);
        }

        if (
            found.Share(text => evidence.Of(text).Has(TermKind.Variant)) >= MajorityShare
            || (found.Distinct.Any(IsVariant) && found.Distinct.All(text => IsVariant(text) || IsBasis(text)))
        )
        {
            return Label(Dimension.Variant);
        }

        if (over.Names("multiplier") || found.Share(IsMultiplier) >= MajorityShare)
        {
            return Label(Dimension.Unit, LabelKind.Multiplier);
        }

        if (
            over.Names("unit")
            || found.Share(IsUnit) >= MajorityShare
            || (found.Share(IsUnit) > 0 && found.Share(IsMeasured) == 1)
        )
        {
            return Label(Dimension.Unit);
        }

        if (CodeOf(column, found, heading, areaColumns) is { } areaColumn)
        {
            return Label(areaColumn, LabelKind.Code);
        }

        if (over.Names("area-code"))
        {
            return Ignored("codes of the publisher's own");
        }

        if (over.Names("commodity", "commodity-code"))
        {
            return Label(Dimension.Commodity, over.Names("commodity-code") ? LabelKind.Code : LabelKind.Words);
        }

        if (over.Names(UnmodelledDimensions))
        {
            return
                found.Share(text => evidence.Of(text).Has(TermKind.Valuation)) > 0
                && found.Share(text =>
                    evidence.Of(text) is var of && (of.Has(TermKind.Valuation) || of.Has(TermKind.Total))
                ) == 1
                && found.Distinct.Count(text => evidence.Of(text).Has(TermKind.Valuation)) == 1
                ? Ignored("valuation")
                : Label(Dimension.Unmodelled);
        }

        return over switch
        {
            _ when over.Names("reporter") => Label(Dimension.Reporter),
            _ when over.Names("partner", "area") => Label(Dimension.Partner),
            _ when over.Names("flow") => Label(Dimension.Flow),
            _ when over.Names(PeriodDimensions) => Label(Dimension.Period, PeriodKind(over)),
            // The only words beside the figures must name what they are of.
            _ when areaColumns.Count == 0 && found.Share(IsPlace) > 0.2 => Label(Dimension.Partner),
            _ when found.Distinct.All(text => bool.TryParse(text, out _)) => Ignored("yes or no"),
            _ when found.Distinct.Count <= 1 && !found.Distinct.Any(Limits) => Ignored("one text throughout"),
            // What differs from row to row and is not known may be a commodity, a region, a company.
            _ => Label(Dimension.Unmodelled),
        };
    }

    /// <summary>How the statuses of a column are to be taken: letters only where the heading says whose they are; null where they
    /// are remarks.</summary>
    private LabelKind? StatusKind(int column, ColumnStatistics found, TextEvidence over) =>
        // "c" is a mark in other columns.
        over.Names("obs-status")
        && found.Rows.All(row => sheet[row, column].IsBlank || StatusText.IsCode(sheet[row, column].Raw))
            ? LabelKind.Code
        : found.Share(text => StatusText.Read(text, LabelKind.Words) is not null) >= MajorityShare ? LabelKind.Words
        : null;

    /// <summary>"2001-02" alone may be two years; beside "2001-05" it is a month, as are all others of the column.</summary>
    private bool HoldsMonths(ColumnStatistics found) =>
        found.Distinct.All(text => evidence.Of(text).Periods.Any(PeriodText.IsMonth))
        && found.Distinct.Any(text => evidence.Of(text).Periods is [_, _, ..])
        && found.Distinct.Any(text => evidence.Of(text).Periods is [_]);

    private bool IsYearMonth(string text) =>
        text.Trim().Length == 6 && evidence.Of(text).Periods is [{ Year: not null, FirstMonth: not null }];

    private bool IsUnit(string text) => evidence.Of(text).Has(TermKind.Unit) && evidence.Unexplained(text).Count == 0;

    private bool IsVariant(string text) => evidence.Of(text).Has(TermKind.Variant);

    /// <summary>"Customs basis" beside "balance of payments basis": the plain one.</summary>
    private bool IsBasis(string text) =>
        evidence.Of(text).Terms.All(term => term.Kind is TermKind.Filler or TermKind.Variant)
        && evidence.Of(text).Terms.Count > 0
        && evidence.Unexplained(text).Count == 0;

    private bool IsMeasured(string text) =>
        evidence.Of(text).Has(TermKind.Unit) || evidence.Of(text).Has(TermKind.Measure);

    private bool IsMultiplier(string text) =>
        evidence.Of(text) is { Areas.Count: 0 } of
        && of.Has(TermKind.Multiplier)
        && of.Terms.All(term => term.Kind is TermKind.Multiplier or TermKind.Filler)
        && evidence.Unexplained(text).Count == 0;

    /// <summary>An area that is not "total", which may be the total of anything.</summary>
    private bool IsPlace(string text) => evidence.Of(text).Areas.Any(area => area != Area.World);

    private bool Limits(string text) => evidence.Of(text).Has(TermKind.Limit) || evidence.Unexplained(text).Count > 0;

    private bool IsFlow(string text) => evidence.Of(text).Has(TermKind.Flow) && evidence.Unexplained(text).Count == 0;

    private static LabelKind PeriodKind(TextEvidence over) =>
        over.Names("month") && !over.Names("year", "period") ? LabelKind.Month
        : over.Names("quarter") && !over.Names("year", "period") ? LabelKind.Quarter
        : over.Names("year") && !over.Names("month", "period") ? LabelKind.Year
        : LabelKind.Words;

    private (ColumnUse, Dimension?, LabelKind, string) NumberColumn(
        int column,
        ColumnStatistics found,
        string heading,
        Dictionary<int, Dimension> areaColumns,
        int numberColumns
    )
    {
        var over = evidence.Of(heading);
        var labelsPeriod = HasPeriod(heading);
        if (over.Names("note", "status", "obs-status"))
        {
            return Ignored("notes");
        }

        if (!labelsPeriod && over.Names("multiplier"))
        {
            return Label(Dimension.Unit, LabelKind.Multiplier);
        }

        if (!labelsPeriod && over.Names("commodity-code") && found.Whole >= MajorityShare * found.Numbers)
        {
            return Label(Dimension.Commodity, LabelKind.Code);
        }

        var isWhole =
            found.Whole == found.Numbers
            || (IsOnlyOf(heading, PeriodDimensions) && found.Whole >= MajorityShare * found.Numbers);
        if (!labelsPeriod && isWhole)
        {
            if (over.Names("flow") && over.Terms.All(term => term.Kind is TermKind.Dimension or TermKind.Filler))
            {
                return Label(Dimension.Flow, LabelKind.Code);
            }

            if (
                (found.Years == found.Numbers && IsBare(heading) && numberColumns > 1)
                || (found.Years >= MajorityShare * found.Numbers && over.Names("year", "period"))
            )
            {
                return Label(Dimension.Period, LabelKind.Year);
            }

            if (over.Names("month") && found.Months >= MajorityShare * found.Numbers)
            {
                return Label(Dimension.Period, LabelKind.Month);
            }

            if (over.Names("quarter") && found.Months >= MajorityShare * found.Numbers)
            {
                return Label(Dimension.Period, LabelKind.Quarter);
            }

            // Six digits that are a year and a month throughout count nothing.
            if (
                (IsOnlyOf(heading, PeriodDimensions) || (found.Distinct.Count > 1 && found.Distinct.All(IsYearMonth)))
                && found.Share(text => evidence.Of(text).Periods.Count > 0) >= NearUnanimousShare
            )
            {
                return Label(Dimension.Period);
            }

            if (CodeOf(column, found, heading, areaColumns) is { } dimension)
            {
                return Label(dimension, LabelKind.Code);
            }

            if (over.Names("commodity") && found.HasLeadingZeros)
            {
                return Label(Dimension.Commodity, LabelKind.Code);
            }

            if (
                (found.HasLeadingZeros && found.Months < found.Numbers)
                || (
                    over.Names("area-code", "partner", "reporter", "area", "second-partner") && !over.Has(TermKind.Flow)
                )
            )
            {
                return Ignored("codes of the publisher's own");
            }

            if (found.CountsRows && !over.Has(TermKind.Flow) && !over.Has(TermKind.Unit))
            {
                return Ignored("row numbers");
            }
        }

        // "Cumulative" over months that are named says nothing new.
        var measure = over.Terms.FirstOrDefault(term =>
            term.Kind == TermKind.Measure && !(term.Code == "cumulative" && NamesMonths(heading))
        );
        if (measure.Code is not null)
        {
            return (ColumnUse.Evidence, null, LabelKind.Words, measure.Code);
        }

        var limit = over.Terms.FirstOrDefault(term => term.Kind == TermKind.Limit);
        if (limit.Code is not null)
        {
            return (ColumnUse.Limited, null, LabelKind.Words, limit.Code);
        }

        List<string> unknown = [.. heading.Split(" | ").SelectMany(evidence.Unexplained)];
        if (unknown.Count == 0)
        {
            unknown = Unread(heading);
        }

        return unknown.Count > 0 ? (ColumnUse.NotUnderstood, null, LabelKind.Words, string.Join(", ", unknown))
            : numberColumns > 1 && !labelsPeriod && !SaysWhatItCounts(heading) && !IsYearOfMonths(heading)
                ? (ColumnUse.NotUnderstood, null, LabelKind.Words, heading.Length == 0 ? "no heading" : heading)
            : (ColumnUse.Figures, null, LabelKind.Words, "");
    }

    /// <summary>Whether a heading says nothing at all, known or unknown.</summary>
    private bool IsBare(string heading) =>
        evidence.Of(heading) is { Terms.Count: 0, Areas.Count: 0 } && evidence.Unexplained(heading).Count == 0;

    /// <summary>Parts of a heading that are too short to be words and yet say something: "IV", "2024 f", a bare "1" to "4"
    /// that may be a month or a quarter.</summary>
    private List<string> Unread(string heading)
    {
        if (heading.Length == 0 || evidence.Of(heading).Areas.Count > 0)
        {
            return [];
        }

        var parts = heading.Split(" | ");
        var marks = parts
            .Where(part => evidence.Of(part).Periods.Count == 0)
            .SelectMany(part => ReadText.Of(part).LeftOver)
            .Where(rest => rest.Any(char.IsLetter) && StatusText.BehindPeriod($"0{rest}") is null);
        return [.. marks.Concat(parts.Where(part => part is ['1' or '2' or '3' or '4'] && MayBeQuarter()))];
    }

    /// <summary>Numbers over columns that end at four and are nowhere called months.</summary>
    private bool MayBeQuarter()
    {
        mayBeQuarter ??= !HeaderAndCaptions()
            .Any(text =>
                evidence.Of(text).Names("month")
                || PeriodText
                    .FindIn(text)
                    .Concat(evidence.Of(text).Periods)
                    .Any(part => part.LastMonth > 4 || (part.FirstMonth != part.LastMonth && part.Quarter is null))
            );
        return mayBeQuarter.Value;
    }

    /// <summary>Texts of the columns in which periods stand.</summary>
    private IEnumerable<string> PeriodLabels(Dictionary<int, ColumnStatistics> statistics) =>
        statistics
            .Values.Where(found =>
                !found.IsMostlyNumbers && found.Share(text => evidence.Of(text).Periods.Count > 0) >= NearUnanimousShare
            )
            .SelectMany(found => found.Distinct);

    private IEnumerable<string> HeaderTexts()
    {
        foreach (var row in area.HeaderRows)
        {
            for (var column = 1; column <= sheet.ColumnCount; column++)
            {
                yield return sheet[row, column].Raw;
            }
        }
    }

    private IEnumerable<string> HeaderAndCaptions() =>
        HeaderTexts().Concat(TableContext.Captions(sheet, area).Select(caption => caption.Text));

    /// <summary>A year over texts that name months: theirs.</summary>
    private bool IsYearOver(ColumnStatistics found, string heading) =>
        PeriodText.Read(heading) is [{ Year: not null, FirstMonth: null, Quarter: null, LastYear: null }]
        && found.Distinct.All(text => evidence.Of(text).Periods is [{ Year: null }]);

    private bool IsYearOfMonths(string heading) =>
        monthsAcross
        && heading.Split(" | ").SelectMany(PeriodsOf).Any(part => part is { Year: null, FirstMonth: 1, LastMonth: 12 });

    private static IEnumerable<PeriodPart> PeriodsOf(string text) =>
        PeriodText.Read(text) is { Count: > 0 } read ? read : PeriodText.FindIn(text);

    private static bool NamesMonths(string heading) =>
        heading.Split(" | ").SelectMany(PeriodText.FindIn).Any(part => part.FirstMonth != part.LastMonth);

    /// <summary>Whether a heading names one of the dimensions and says nothing else: "same period last year" says more.</summary>
    private bool IsOnlyOf(string heading, string[] dimensions) =>
        evidence.Of(heading).Names(dimensions)
        && evidence.Of(heading).Terms.All(term => term.Kind is TermKind.Dimension or TermKind.Filler)
        && evidence.Unexplained(heading).Count == 0;

    /// <summary>Of several columns of numbers only those are figures whose heading speaks of a figure.</summary>
    private bool SaysWhatItCounts(string heading) =>
        heading
            .Split(" | ")
            .Select(evidence.Of)
            .Any(part =>
                part.Areas.Count > 0
                || part.Terms.Any(term =>
                    term.Kind
                        is TermKind.Flow
                            or TermKind.Unit
                            or TermKind.Multiplier
                            or TermKind.Valuation
                            or TermKind.Variant
                            or TermKind.Total
                )
                || part.Names("value", "quantity")
            );

    /// <summary>Whether a heading says of which period the figures below are; "Year" alone names a column of years.</summary>
    private static bool HasPeriod(string heading) =>
        heading
            .Split(" | ")
            .SelectMany(part => PeriodText.Read(part).Concat(PeriodText.FindIn(part)))
            .Any(part =>
                part.Year is not null
                || part.Quarter is not null
                || (part.FirstMonth ?? 1, part.LastMonth ?? 12) != (1, 12)
            );

    /// <summary>Of a column of codes: the dimension of the column of names that says the same in most rows.</summary>
    private Dimension? CodeOf(
        int column,
        ColumnStatistics found,
        string heading,
        Dictionary<int, Dimension> areaColumns
    )
    {
        foreach (var scheme in Enum.GetValues<AreaCodeScheme>())
        {
            if (areaColumns.Count == 0)
            {
                // Codes alone are believed only where nearly all of them are known; digits alone never are.
                if (
                    scheme != AreaCodeScheme.Numeric
                    && (found.Distinct.Count >= MinCodes || evidence.Of(heading).Names([.. AreaWords, "area-code"]))
                    && found.Share(text => FindCode(scheme, text) is not null) >= NearUnanimousShare
                )
                {
                    return AreaDimension(heading);
                }

                continue;
            }

            foreach (var (names, dimension) in areaColumns)
            {
                var both = 0;
                var same = 0;
                foreach (var row in found.Rows)
                {
                    if (
                        FindCode(scheme, sheet[row, column].Raw) is { } code
                        && sheet[row, names].Text is { } name
                        && evidence.Of(name).Areas is { Count: > 0 } areas
                    )
                    {
                        both++;
                        same += areas.Contains(code) ? 1 : 0;
                    }
                }

                // No other numbers agree with the names beside them; a row that differs is a mistake of the row.
                if (both >= 3 && both >= found.Filled / 2 && same >= MajorityShare * both)
                {
                    return dimension;
                }
            }
        }

        return null;
    }

    private static Area? FindCode(AreaCodeScheme scheme, string text) =>
        text.Length is > 0 and <= 3 ? AreaCodeList.Standard.FindCode(scheme, text) : null;
}
