using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What a column holds and what its heading says: all that a <see cref="RoleRule"/> may ask.</summary>
/// <param name="Counts">Its cells by kind.</param>
/// <param name="Texts">Its distinct texts by what they may be.</param>
/// <param name="Headers">Grid positions of the header cells over it, from the top.</param>
/// <param name="AreaCodes">Where it holds codes of areas, what these are.</param>
internal sealed record ColumnFacts(
    int Column,
    ColumnStatistics Counts,
    TextCounts Texts,
    IReadOnlyList<CellAddress> Headers,
    HeadingFacts Heading,
    Lazy<Dimension?> AreaCodes,
    TableFacts Table
)
{
    /// <summary>Share of the distinct texts that must be known for a column to be of that dimension.</summary>
    public const double MajorityShare = 0.6;

    /// <summary>Share of known texts that is required where only the texts indicate the dimension.</summary>
    public const double NearUnanimousShare = 0.9;

    /// <summary>Fewer texts, or fewer that come again, may agree with others by chance.</summary>
    private const int MinRepeats = 3;

    private static readonly string[] PeriodWords = ["period", "year", "month", "quarter"];

    /// <summary>What the columns of the table are by their own facts, once these are judged; none before.</summary>
    public IReadOnlyList<ColumnRole> Peers { get; init; } = [];

    public bool IsAreaNames => Table.Areas[Column] is not null;

    public bool IsNumbers => !IsAreaNames && Counts.IsMostlyNumbers;

    /// <summary>Neither names of areas nor numbers.</summary>
    public bool IsText => !IsAreaNames && !Counts.IsMostlyNumbers;

    /// <summary>Whether its numbers are whole and no heading says of which period they are, so that they may label rows.</summary>
    public bool MayLabel =>
        IsNumbers
        && !Heading.HasPeriod
        && (Counts.Whole == Counts.Numbers || (Heading.IsOnlyOf(PeriodWords) && IsMostly(Counts.Whole)));

    public bool IsMostly(int count) => count >= MajorityShare * Counts.Numbers;

    public bool Holds(TextKind kind) => Texts.Share(kind) >= MajorityShare;

    /// <summary>How words for a period over it say that its texts are to be taken.</summary>
    public LabelKind PeriodKind =>
        Heading.Names("month") && !Heading.Names("year", "period") ? LabelKind.Month
        : Heading.Names("quarter") && !Heading.Names("year", "period") ? LabelKind.Quarter
        : Heading.Names("year") && !Heading.Names("month", "period") ? LabelKind.Year
        : LabelKind.Words;

    /// <summary>"2001-02" alone may be two years; beside "2001-05" it is a month, as are all others of the column.</summary>
    public bool HoldsMonths =>
        Texts.All(TextKind.MaybeMonth) && Texts.Any(TextKind.TwoPeriods) && Texts.Any(TextKind.OnePeriod);

    public bool HoldsDates => Counts.Dates > 0 && Counts.Dates == Counts.Filled - Counts.Marks;

    /// <summary>When records were made. Midnight is how programs write a day.</summary>
    public bool HoldsTimes =>
        HoldsDates && AllRows(cell => cell.Kind != CellKind.Date || cell.Date.TimeOfDay > TimeSpan.Zero);

    /// <summary>Periods in words; not where the heading itself is the period of figures, unless it is the year of months.</summary>
    public bool HoldsPeriods =>
        !HoldsDates
        && Holds(TextKind.Period)
        && !Heading.Names("commodity", "commodity-code")
        && (!Heading.HasPeriod || (Heading.IsYear && Texts.All(TextKind.PartOfYear)));

    /// <summary>Whether its heading says "previous" and another column has the periods of the rows.</summary>
    public bool IsOfEarlierFigures =>
        Heading.Measure == "earlier"
        && Peers.Any(role =>
            role.Column != Column
            && role is { Use: ColumnUse.Label, Dimension: Dimension.Period }
            && !Table.Columns.Any(other => other.Column == role.Column && other.Heading.Measure == "earlier")
        );

    public bool HoldsVariants =>
        Holds(TextKind.Variant) || (Texts.Any(TextKind.Variant) && Texts.All(TextKind.VariantOrBasis));

    public bool HoldsUnits => Holds(TextKind.Unit) || (Texts.Any(TextKind.Unit) && Texts.All(TextKind.Measured));

    public bool HoldsYears =>
        MayLabel
        && (
            (Counts.Years == Counts.Numbers && Heading.IsBare && Table.NumberColumns > 1)
            || (IsMostly(Counts.Years) && Heading.Names("year", "period"))
        );

    public bool HoldsMonthNumbers => MayLabel && !HoldsYears && Heading.Names("month") && IsMostly(Counts.Months);

    public bool HoldsQuarterNumbers =>
        MayLabel && !HoldsYears && !HoldsMonthNumbers && Heading.Names("quarter") && IsMostly(Counts.Months);

    /// <summary>Six digits that are a year and a month throughout count nothing.</summary>
    public bool HoldsPeriodNumbers =>
        MayLabel
        && !HoldsYears
        && !HoldsMonthNumbers
        && !HoldsQuarterNumbers
        && (Heading.IsOnlyOf(PeriodWords) || (Texts.Total > 1 && Texts.All(TextKind.YearMonth)))
        && Texts.Share(TextKind.Period) >= NearUnanimousShare;

    /// <summary>How statuses are to be taken: letters only where the heading says whose they are; null where they are
    /// remarks. "c" is a mark in other columns.</summary>
    public LabelKind? StatusKind =>
        Heading.Names("obs-status") && AllRows(cell => StatusText.IsCode(cell.Raw)) ? LabelKind.Code
        : Holds(TextKind.Status) ? LabelKind.Words
        : null;

    /// <summary>"X" is a mark in other columns.</summary>
    public bool HoldsFlowCodes => AllRows(cell => FlowText.OfCode(cell.Raw) is not null);

    /// <summary>One valuation throughout, beside totals at most.</summary>
    public bool HoldsOneValuation =>
        Texts.All(TextKind.ValuationOrTotal) && Texts.Total > 0 && Texts.Of(TextKind.Valuation) == 1;

    /// <summary>Whether numbers that are not understood, left of the figures of a table with a line a figure, may tell its
    /// lines apart: a few whole numbers that come again and again.</summary>
    public bool MayTellLinesApart =>
        Own?.Use == ColumnUse.NotUnderstood
        && !Table.GoodsAcross.AreUnclear(Column)
        && Peers.Any(role => role.Use == ColumnUse.Figures && role.Column > Column)
        && !Peers.Any(role => role.Use == ColumnUse.Figures && role.Column < Column)
        && Counts.Whole == Counts.Numbers
        && Texts.Total is > 1 and <= 31
        && Counts.Filled >= Texts.Total * 1.5
        && Peers.Any(role => role is { Use: ColumnUse.Label, Dimension: Dimension.Period or Dimension.Flow });

    /// <summary>Whether numbers that are not understood may be months, or parts of years else, beside a column of years.</summary>
    public bool MayBePartsOfYears =>
        Own?.Use == ColumnUse.NotUnderstood
        && !Table.GoodsAcross.AreUnclear(Column)
        && Counts.Whole == Counts.Numbers
        && Counts.Months == Counts.Numbers
        && Peers.Any(role => role is { Use: ColumnUse.Label, Kind: LabelKind.Year });

    /// <summary>No other parts of a year are numbered from 1 to 12 throughout.</summary>
    public bool HoldsAllMonths => MayBePartsOfYears && Texts.Of(TextKind.MonthNumber) == 12;

    /// <summary>Whether numbers that are not understood may be the powers of ten of the figures beside them, which nothing else
    /// says.</summary>
    public bool MayBePowers =>
        Own?.Use == ColumnUse.NotUnderstood
        && Texts.All(TextKind.Power)
        && Counts.Distinct.Any(text => text != "0")
        && Peers.Any(role => role.Dimension == Dimension.Unit)
        && !Peers.Any(role => role.Kind == LabelKind.Multiplier);

    /// <summary>Of codes: the letters of the column of labels that differs where this one differs and only there.</summary>
    public string? MatchingLabel =>
        (Heading.NamesCodes || Counts.HasLeadingZeros && HasRepeats || AreCodes)
        && (AreCodes || Own?.Dimension == Dimension.Unmodelled || MayTellLinesApart || MayBePartsOfYears || MayBePowers)
            ? Peers.FirstOrDefault(IsOneToOne) is { } role
                ? CellAddress.ColumnLetters(role.Column)
                : null
            : null;

    /// <summary>Whether its texts, or its numbers that are not understood, are written as codes and come again, whatever stands over it.</summary>
    private bool AreCodes =>
        Counts.Filled - Texts.Total >= MinRepeats
        && Texts.Total >= MinRepeats
        && !Heading.Names(HeadingFacts.Unmodelled)
        && (
            IsText
                ? Own?.Dimension == Dimension.Unmodelled && Counts.Distinct.All(CodeTexts.IsCode)
                : (Own?.Use == ColumnUse.NotUnderstood || MayTellLinesApart) && Counts.Whole == Counts.Filled
        );

    /// <summary>Whether it holds the keys of series, "KAZ.XG_FOB_USD.CHN.A", one throughout or another in each row, in a table whose
    /// rows say themselves what they are.</summary>
    public bool HoldsSeriesKeys =>
        Own?.Dimension == Dimension.Unmodelled
        && IsText
        && !Heading.Names(HeadingFacts.Unmodelled)
        && (Texts.Total == 1 || !HasRepeats)
        && Counts.Distinct.All(CodeTexts.IsSeriesKey)
        && Peers.Any(role => role is { Use: ColumnUse.Label, Dimension: Dimension.Flow })
        && Peers.Any(role =>
            role is { Use: ColumnUse.Label, Dimension: Dimension.Partner or Dimension.Reporter or Dimension.Commodity }
        );

    /// <summary>Whether each of its texts is the name of goods in another column, or "other" wherever that names some.</summary>
    public bool RepeatsGoods =>
        Own is { Use: ColumnUse.Label, Dimension: Dimension.Unmodelled }
        && IsText
        && Peers.FirstOrDefault(role => role is { Dimension: Dimension.Commodity, Kind: LabelKind.Words }) is { } goods
        && Counts.Rows.All(row =>
            Table.Sheet[row, Column].Raw == Table.Sheet[row, goods.Column].Raw
            || Table.IsResidual(Table.Sheet[row, Column].Raw)
        );

    /// <summary>Whether it numbers records as tools for data write them, left of all else: whole numbers below the sign for numbers, or
    /// such that rise and have no heading.</summary>
    public bool IsIndex =>
        MayLabel
        && !HoldsYears
        && Table.Columns[0].Column == Column
        && Table.Columns.Any(other => !other.Counts.IsMostlyNumbers)
        && (Heading.Text == "#" || (Heading.Text is "" or "0" && Rises));

    private bool Rises =>
        Counts.Rows.Count >= MinRepeats
        && Counts
            .Rows.Zip(
                Counts.Rows.Skip(1),
                (row, next) =>
                    CellEvidence.WholeNumber(Table.Sheet[row, Column])
                    < CellEvidence.WholeNumber(Table.Sheet[next, Column])
            )
            .All(rises => rises);

    /// <summary>Whether it is the only column of figures, named as the file is by a code of a series, in a source whose profile says all
    /// that its figures may be about.</summary>
    public bool IsSeriesOfFile => Table.NumberColumns == 1 && Table.SeriesOfFile == Heading.Text;

    /// <summary>Whether it counts in one unit, which is no weight, what another column counts in units that each row names: square
    /// metres of yarn in kilograms are converted.</summary>
    public bool IsSecondQuantity =>
        Heading.Said.Terms.Any(term => term.Kind == TermKind.Unit)
        && Heading.Said.Terms.All(term =>
            term.Kind == TermKind.Unit && new Unit(term.Code) is { IsMoney: false, Code: not "KG" }
        )
        && Peers.Any(role => role is { Use: ColumnUse.Label, Dimension: Dimension.Unit, Kind: LabelKind.Words })
        && Table.Columns.Any(other => other.Column != Column && other.IsNumbers && other.Heading.Names("quantity"));

    /// <summary>See <see cref="GoodsColumns"/>.</summary>
    public LabelKind? GoodsKind => GoodsColumns.KindOf(this);

    /// <summary>Whether it is the name of a column of codes of commodities: one text for each code, whatever stands over it.</summary>
    public bool NamesCodes =>
        Own is { Use: ColumnUse.Label, Dimension: Dimension.Unmodelled }
        && IsText
        && HasRepeats
        && Peers.Any(role => role is { Dimension: Dimension.Commodity, Kind: LabelKind.Code } && IsOneToOne(role));

    /// <summary>Whether a text stands in several rows; else it would differ wherever any other column differs.</summary>
    private bool HasRepeats => Counts.Filled > Texts.Total;

    public ColumnRole? Own => Peers.FirstOrDefault(role => role.Column == Column);

    private bool IsOneToOne(ColumnRole role) =>
        role.Column != Column
        && (
            Table.Areas.AreRegions(role.Column)
            || role
                is {
                    Use: ColumnUse.Label,
                    Dimension: not (Dimension.Unmodelled or Dimension.Status or Dimension.Frequency)
                }
        )
        && IsOneToOne(role.Column);

    /// <summary>Whether its text differs where that of another column differs, and only there.</summary>
    public bool IsOneToOne(int column)
    {
        var (others, texts) = (
            new Dictionary<string, string>(StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal)
        );
        foreach (var row in Counts.Rows)
        {
            var (text, other) = (Table.Sheet[row, Column].Raw, Table.Sheet[row, column].Raw);
            if (others.TryAdd(text, other) ? !texts.Add(other) : others[text] != other)
            {
                return false;
            }
        }

        return others.Count > 1;
    }

    private bool AllRows(Func<Cell, bool> holds) =>
        Counts.Rows.All(row => Table.Sheet[row, Column] is var cell && (cell.IsBlank || holds(cell)));
}
