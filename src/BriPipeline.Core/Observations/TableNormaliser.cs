using System.Globalization;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Observations;

/// <summary>Labelled cells of one table to observations: labels to codes, marks to their meaning, numbers to exact values
/// in whole units. What is said nowhere, or in two ways, is a finding.</summary>
public sealed class TableNormaliser
{
    /// <summary>What to write into the profile for a dimension that is said nowhere.</summary>
    private static readonly Dictionary<string, string> ProfileLines = new(StringComparer.Ordinal)
    {
        ["reporter"] = "\"reporter\": \"KAZ\"",
        ["partner"] = "\"defaults\": { \"partner\": \"CHN\" }",
        ["flow"] = "\"defaults\": { \"flow\": \"X\" }",
        ["commodity"] = "\"defaults\": { \"commodity\": \"TOTAL\" }",
        ["unit"] = "\"defaults\": { \"unit\": \"USD\" }",
        ["multiplier"] = "\"defaults\": { \"multiplier\": 3 }",
        ["period"] = "\"defaults\": { \"period\": \"2023\" }",
    };

    private readonly TableLayout table;
    private readonly SourceProfile profile;
    private readonly ProfileDefaults defaults;
    private readonly TradeFlow? defaultFlow;
    private readonly Unit? defaultUnit;
    private readonly LabelReader reader;
    private readonly SurroundingReading outside;
    private readonly Dictionary<IReadOnlyList<Label>, LabelReading> columns = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Dimension> named;
    private readonly HashSet<int> quantities;
    private readonly FigureReader figures;
    private readonly HashSet<string> valuedApart;
    private (PeriodPart? Part, (TimePeriod? Period, string? Alternatives) Read)? lastPeriod;
    private (string? Text, (IReadOnlyList<Unit> Units, IReadOnlyList<int> Multipliers) Says) lastFormat = (
        null,
        ([], [])
    );

    public TableNormaliser(TableLayout table, SourceProfile profile, string fileName)
    {
        this.table = table;
        this.profile = profile;
        defaults = profile.DefaultsFor(fileName);
        reader = new(profile);
        outside = new(table, reader);
        defaultFlow =
            !outside.Measures
            && Enum.TryParse<TradeFlow>(defaults.Flow, out var flow)
            && MayBe(flow.ToString(), outside.Flow.Alternatives)
                ? flow
                : null;
        defaultUnit = outside.Measures ? null : DefaultUnit();
        named =
        [
            .. table.Columns.Where(column => column.Use == ColumnUse.Label).Select(column => column.Dimension!.Value),
        ];
        quantities =
        [
            .. table
                .Columns.Where(column => CountsQuantity(reader.Terms(column.Heading)))
                .Select(column => column.Column),
        ];
        figures = new(table, profile);
        valuedApart = ValuedApart();
    }

    public TableLayout Layout => table;

    /// <summary>Why the whole table is held until somebody accepts or mends it; null where nothing contradicts.</summary>
    public Finding? Hold()
    {
        if (
            outside.CaptionPeriods is [var title]
            && outside.SheetNamePeriods is [var name]
            && PeriodComposition.Combine(title, name) is null
        )
        {
            return Finding.OfSheet(
                FindingCodes.PeriodConflict,
                table.Sheet,
                PeriodComposition.Show(title),
                PeriodComposition.Show(name)
            );
        }

        if (
            outside.Unit.Value is { IsMoney: true } unit
            && unit != Unit.NotNamed
            && defaults.Unit is { } own
            && unit.Code != own
        )
        {
            return Finding.OfSheet(FindingCodes.UnitConflict, table.Sheet, unit.Code, own);
        }

        if (outside.Flow.Value is { } flow && defaults.Flow is { } ownFlow && flow.ToString() != ownFlow)
        {
            return Finding.OfSheet(FindingCodes.FlowConflict, table.Sheet, flow.ToString(), ownFlow);
        }

        if (outside.Reporter.Value is { } declared && profile.Reporter is { } expected && declared.Code != expected)
        {
            return Finding.OfSheet(FindingCodes.ReporterConflict, table.Sheet, declared.Code, expected);
        }

        var reporters = outside.CaptionAreas.Where(mention => !mention.IsTowards).ToList();
        return
            reporters.Count > 0
            && profile.Reporter is { } reporter
            && !reporters.Exists(mention => mention.Area.Code == reporter)
            ? Finding.OfSheet(FindingCodes.ReporterConflict, table.Sheet, reporters[0].Area.Code, reporter)
            : null;
    }

    /// <summary>What each figure that can be read is about, in sheet order; every one that cannot is counted in
    /// <paramref name="tally"/>.</summary>
    public IEnumerable<ObservationKey> Keys(FindingTally tally) => Statements(tally).Select(statement => statement.Key);

    /// <summary>The observations in sheet order, counting as <see cref="Keys"/> does.</summary>
    /// <param name="missing">Is handed what stands missing in place of a figure.</param>
    public IEnumerable<Observation> Observations(FindingTally tally, ICollection<MissingFigure>? missing = null) =>
        Statements(tally, missing)
            .Select(statement => new Observation
            {
                Key = statement.Key,
                Value = statement.Value,
                Multiplier = statement.Multiplier,
                Decimals = FigureText.Decimals(statement.Cell.Value, statement.Figure),
                Status = statement.Status,
                Valuation =
                    statement.Labels.Valuation
                    ?? (
                        defaults.Valuation is { } valuations
                            ? valuations.GetValueOrDefault(statement.Key.Flow.ToString())
                            : null
                    ),
                PartnerLabel = statement.Labels.PartnerLabel,
                CommodityLabel = statement.Labels.CommodityLabel,
                Provenance = ProvenanceOf(statement.Cell),
            });

    internal Provenance ProvenanceOf(LabelledCell cell) =>
        new(table.Sheet.Name, table.Sheet.AddressOf(cell.Address.Row, cell.Address.Column), cell.Value.Raw);

    /// <summary>The figures that can be read with all that was said of them, in sheet order, counting as <see cref="Keys"/> does.</summary>
    /// <param name="missing">Is handed what stands missing in place of a figure.</param>
    internal IEnumerable<Statement> Statements(FindingTally tally, ICollection<MissingFigure>? missing = null)
    {
        IReadOnlyList<Label>? rowLabels = null;
        var row = LabelReading.Nothing;
        foreach (var cell in table.Cells())
        {
            if (!ReferenceEquals(rowLabels, cell.RowLabels))
            {
                rowLabels = cell.RowLabels;
                row = reader.Read(rowLabels);
            }

            if (!columns.TryGetValue(cell.ColumnLabels, out var column))
            {
                column = reader.Read(cell.ColumnLabels);
                columns.Add(cell.ColumnLabels, column);
            }

            if (State(cell, new(row, column), tally, missing) is { } statement)
            {
                yield return statement;
            }
        }
    }

    /// <summary>Whether the months that a cumulative figure covers are said, with it or in the title.</summary>
    private bool NamesMonths(PeriodPart? own) =>
        own is { FirstMonth: not null }
            ? own.Value.FirstMonth != own.Value.LastMonth
            : outside.Period.Value is { FirstMonth: { } first, LastMonth: { } last }
                && first != last
                && (first, last) != (1, 12);

    private static bool CountsQuantity(IReadOnlyList<Term> heading) =>
        heading.Any(term => term is { Kind: TermKind.Dimension, Code: "quantity" })
        && !heading.Any(term => term is { Kind: TermKind.Dimension, Code: "value" });

    /// <summary>Flows that the columns value in several ways, each of which is a series of its own.</summary>
    private HashSet<string> ValuedApart() =>
        [
            .. table
                .Columns.Where(column => column.Use == ColumnUse.Figures)
                .Select(column => (Flow: FlowsOf(column.Heading), Valuation: ValuationOf(column.Heading)))
                .GroupBy(column => column.Flow, StringComparer.Ordinal)
                .Where(columns => columns.All(column => column.Valuation is not null))
                .Where(columns =>
                    columns.Select(column => column.Valuation).Distinct(StringComparer.Ordinal).Skip(1).Any()
                )
                .Select(columns => columns.Key),
        ];

    private string FlowsOf(string heading) => string.Join('/', reader.Flows(heading));

    private string? ValuationOf(string heading) =>
        reader.Terms(heading).FirstOrDefault(term => term.Kind == TermKind.Valuation).Code;

    private string? VariantOfValuation(CombinedReading labels, TradeFlow flow) =>
        labels.Valuation is { } valuation
        && (valuedApart.Contains(flow.ToString()) || (valuedApart.Contains("") && labels.Flow is null))
            ? valuation
            : null;

    private Statement? State(
        LabelledCell cell,
        CombinedReading labels,
        FindingTally tally,
        ICollection<MissingFigure>? missing
    )
    {
        if (labels.Refusal is { } refusal)
        {
            CountRefusal(refusal, cell, tally);
            return null;
        }

        var reporter = labels.Reporter ?? Reporter();
        if (profile.Reporter is { } expected && reporter is { } found && found.Code != expected)
        {
            tally.Count(FindingCodes.ReporterConflict, table.Sheet, found.Code, cell.Address, found.Code, expected);
            return null;
        }

        // Where a column names a dimension, a row whose label is blank is not spoken for by anything farther away.
        var partner = labels.Partner ?? (HasColumn(Dimension.Partner) ? null : Partner(reporter));
        string? groups = null;
        if (partner == Area.World && outside.Groups.Any(group => group != Area.World && group.Code != profile.Reporter))
        {
            (partner, groups) =
                outside.Groups is [var only] && only.Code != "_OTHER"
                    ? (only, null)
                    : ((Area?)null, string.Join(" / ", outside.Groups.Prepend(Area.World).Distinct()));
        }

        if (
            partner is { } named
            && (named == Area.World || labels.Partner is null)
            && outside.UnknownPartners is { } unknown
        )
        {
            (partner, groups) = (null, $"{named} / {unknown}");
        }

        var flow = labels.Flow ?? (HasColumn(Dimension.Flow) ? null : outside.Flow.Value ?? defaultFlow);
        var commodity =
            labels.Commodity
            ?? (
                HasColumn(Dimension.Commodity) ? null
                : outside.Commodity.Value is { } declared ? declared
                : outside.Commodity.Alternatives is null && defaults.Commodity is { } code ? new Commodity(code)
                : null
            );
        var unit = labels.Unit ?? outside.Unit.Value ?? defaultUnit;
        // Money that only stands outside is not the unit of a column of weights.
        unit =
            labels.Unit is null && unit is { IsMoney: true } && quantities.Contains(cell.Address.Column) ? null : unit;
        var multiplier = Multiplier(labels, unit, tally);
        if (lastPeriod is not { } last || last.Part != labels.Period)
        {
            last = (labels.Period, CumulativeOr(Period(labels.Period), labels.Period));
            lastPeriod = last;
        }

        var (period, unclear) =
            labels.Frequency is { } frequency ? Every(frequency, last.Read)
            // A row that leaves its frequency blank is not spoken for by the others.
            : last.Read.Period is { Frequency: Frequency.M } month && HasColumn(Dimension.Frequency)
                ? (null, $"{month} / ?")
            : last.Read;
        if (
            Missing("reporter", reporter is null, null)
            || Missing("partner", partner is null, groups)
            || Missing("flow", flow is null, outside.Flow.Alternatives)
            || Missing("commodity", commodity is null, outside.Commodity.Alternatives)
            || Missing("unit", unit is null, outside.Unit.Alternatives ?? (outside.NamesDollars ? "dollars" : null))
            || Missing("unit", unit == Unit.NotNamed, "national currency")
            || Missing(
                "multiplier",
                multiplier is null,
                outside.Multiplier.Alternatives ?? outside.DoubtfulUnit ?? outside.NoteOfUnit
            )
            || Missing("period", period is null, unclear ?? outside.Period.Alternatives)
        )
        {
            return null;
        }

        if (
            cell.Value is { Kind: CellKind.Number, NumberFormat: { } format }
            && SaysOtherwise(format, unit!.Value, multiplier!.Value)
        )
        {
            tally.Count(
                FindingCodes.FormatConflict,
                table.Sheet,
                format,
                cell.Address,
                NumberFormatText.Words(format),
                multiplier.Value == 0 ? unit.Value.Code : $"10^{multiplier.Value} {unit.Value.Code}",
                "#"
            );
            return null;
        }

        var variant = labels.Variant ?? outside.Variant ?? VariantOfValuation(labels, flow!.Value);
        var key = new ObservationKey(
            reporter!.Value,
            partner!.Value,
            flow!.Value,
            commodity!.Value,
            unit!.Value,
            period!.Value,
            variant
        );
        if (labels.Missing is { } none)
        {
            tally.Count(FindingCodes.FiguresMissing, table.Sheet, none.Text, cell.Address, none.Text, "#");
            missing?.Add(new(key, none.Meaning == MarkMeaning.Suppressed));
            return null;
        }

        var read = figures.Read(cell, tally);
        if (read.Value is not { } figure)
        {
            if (read.Missing is { } meaning)
            {
                missing?.Add(new(key, meaning == MarkMeaning.Suppressed));
            }

            return null;
        }

        if (FigureText.Scale(figure, multiplier!.Value) is not { } value)
        {
            tally.Add(
                Finding.OfCell(
                    FindingCodes.ValueTooLarge,
                    table.Sheet,
                    cell.Address,
                    cell.Value.Raw,
                    multiplier.Value.ToString(CultureInfo.InvariantCulture)
                )
            );
            return null;
        }

        if (partner == reporter)
        {
            tally.Count(
                FindingCodes.PartnerIsReporter,
                table.Sheet,
                reporter!.Value.Code,
                cell.Address,
                reporter.Value.Code,
                "#"
            );
        }

        if (outside.FindCaveat(period!.Value) is { } aside)
        {
            tally.CountLabel(
                FindingCodes.NotePeriod,
                table.Sheet,
                aside.Text,
                aside.Place,
                aside.Text,
                period.Value.ToString(),
                "#"
            );
        }

        // A mark at the figure is nearer than one at its period.
        var status =
            read.Status == ObservationStatus.A
                ? labels.Status ?? outside.StatusOf(period.Value) ?? ObservationStatus.A
                : read.Status;
        return new(cell, labels, key, figure, value, multiplier.Value, status);

        bool Missing(string dimension, bool isMissing, string? readings)
        {
            if (!isMissing)
            {
                return false;
            }

            if (readings is null)
            {
                tally.Count(
                    FindingCodes.DimensionMissing,
                    table.Sheet,
                    dimension,
                    cell.Address,
                    dimension,
                    "#",
                    ProfileLines[dimension]
                );
            }
            else
            {
                tally.Count(
                    FindingCodes.DimensionUnclear,
                    table.Sheet,
                    $"{dimension}: {readings}",
                    cell.Address,
                    dimension,
                    readings,
                    "#"
                );
            }

            return true;
        }
    }

    /// <summary>Whether the words of a number format name another unit or power of ten than the labels do. A dollar sign
    /// alone is any dollar's.</summary>
    private bool SaysOtherwise(string format, Unit unit, int multiplier)
    {
        // Cells of a column share the text of their format.
        if (!ReferenceEquals(format, lastFormat.Text))
        {
            var words = NumberFormatText.Words(format);
            lastFormat = (format, words is "" or "$" ? ([], []) : reader.Units(words));
        }

        var (units, multipliers) = lastFormat.Says;
        return (units.Count > 0 && !units.Contains(unit))
            || (multipliers.Count > 0 && !multipliers.Contains(multiplier));
    }

    private void CountRefusal(Refusal refusal, LabelledCell cell, FindingTally tally)
    {
        if (refusal.Place is not { } place)
        {
            tally.Count(refusal.Code, table.Sheet, refusal.Subject, cell.Address, refusal.Arguments);
            return;
        }

        var label = place.Row == Label.OwnRow ? table.Sheet.AnchorOf(cell.Address.Row, place.Column) : place;
        if (refusal.Code == FindingCodes.AreaUnknown && figures.Read(cell, new FindingTally()).Value is { } figure)
        {
            tally.CountLabel(refusal.Code, table.Sheet, refusal.Subject, label, figure, refusal.Arguments);
        }
        else
        {
            tally.CountLabel(refusal.Code, table.Sheet, refusal.Subject, label, refusal.Arguments);
        }
    }

    private bool HasColumn(Dimension dimension) => named.Contains(dimension);

    /// <summary>The profile's unit, where the workbook does not name others.</summary>
    private Unit? DefaultUnit() =>
        defaults.Unit is { } own
        && MayBe(own, outside.Unit.Alternatives)
        && (!outside.NamesDollars || new Unit(own) is { IsDollar: true } or { IsMoney: false })
            ? new(own)
            : null;

    /// <summary>Whether a default is one of several things that the workbook may mean; where it says nothing, it may be any.</summary>
    private static bool MayBe(string own, string? readings) => readings?.Split(" / ").Contains(own) != false;

    /// <summary>Below a title that says "cumulative" a label must name the months that it covers.</summary>
    private (TimePeriod? Period, string? Alternatives) CumulativeOr(
        (TimePeriod? Period, string? Alternatives) read,
        PeriodPart? part
    ) =>
        outside.IsCumulative && read.Period is { Frequency: not Frequency.C } period && !NamesMonths(part)
            ? (null, $"{period} / cumulative to {period}")
            : read;

    /// <summary>The period where a column says how often it comes: a quarter or year may be named by its first or last month.</summary>
    private static (TimePeriod? Period, string? Alternatives) Every(
        Frequency frequency,
        (TimePeriod? Period, string? Alternatives) read
    ) =>
        read.Period is not { } period || period.Frequency == frequency
            ? read
            : (frequency, period.Frequency) switch
            {
                (Frequency.Q, Frequency.M) when period.First.Month % 3 != 2 => (
                    TimePeriod.OfQuarter(period.First.Year, (period.First.Month + 2) / 3),
                    null
                ),
                (Frequency.A, Frequency.M) when period.First.Month is 1 or 12 => (
                    TimePeriod.OfYear(period.First.Year),
                    null
                ),
                // A fiscal year is one; what has gone by of a year is published month by month.
                (Frequency.A, Frequency.F) or (Frequency.M or Frequency.Q, Frequency.C) => read,
                _ => (null, $"{period} / {frequency}"),
            };

    /// <summary>Whether it is said, in a column, a title or a heading, that the figures are of months.</summary>
    public bool SaysMonths =>
        HasColumn(Dimension.Frequency)
        || (outside.Period.Value is { FirstMonth: { } first, LastMonth: var last } && first == last)
        || table.Outside.Concat(table.Columns.Select(column => column.Heading)).Any(NamesMonth);

    /// <summary>"Monthly", "month"; not "three months ended", nor "quarterly and monthly".</summary>
    private bool NamesMonth(string text) =>
        !reader.Terms(text).Any(term => term is { Kind: TermKind.Dimension, Code: "quarter" })
        && reader
            .Terms(text)
            .Any(term =>
                term is { Kind: TermKind.Dimension, Code: "month" }
                && !PeriodText.IsPluralOfMonth(text.Substring(term.Start, term.Length))
            );

    /// <summary>The title's country where it names one, else the profile's.</summary>
    private Area? Reporter() =>
        profile.Reporter is { } own ? new Area(own)
        : outside.Reporter.Value is { } declared ? declared
        : HasColumn(Dimension.Partner) && outside.Partner.Value is { IsCountry: true } only ? only
        : outside.CaptionAreas is [(var area, false)]
        && table.Columns.Any(column => column.Dimension == Dimension.Partner)
            ? area
        : null;

    /// <summary>Where no label names the partner, the title's other country or the profile's.</summary>
    private Area? Partner(Area? reporter)
    {
        if (outside.Partner.Value is { } declared && declared != reporter)
        {
            return declared;
        }

        var others = outside
            .CaptionAreas.Where(mention => mention.Area != reporter)
            .Select(mention => mention.Area)
            .Distinct()
            .ToList();
        return others.Count == 1 ? others[0]
            : others.Count == 0 && defaults.Partner is { } own ? new Area(own)
            : null;
    }

    /// <summary>The power of ten said nearest; a unit that the workbook names without one counts whole units.</summary>
    private int? Multiplier(CombinedReading labels, Unit? unit, FindingTally tally)
    {
        if (labels.Multiplier is { } own)
        {
            return own;
        }

        // Words such as "million" outside speak of the unit that stands beside them, not of another one in the header.
        if (labels.Unit is { } named && outside.Unit.Value is { } other && other != named)
        {
            return 0;
        }

        if (outside.Multiplier.Alternatives is not null)
        {
            return null;
        }

        if (outside.Multiplier.Value is { } said)
        {
            if (defaults.Multiplier is { } expected && expected != said)
            {
                tally.Count(
                    FindingCodes.MultiplierOverProfile,
                    table.Sheet,
                    "multiplier",
                    null,
                    said.ToString(CultureInfo.InvariantCulture),
                    expected.ToString(CultureInfo.InvariantCulture)
                );
            }

            return said;
        }

        // What is not understood beside the unit may be the power of ten, which no default may speak over.
        if (outside.NoteOfUnit is not null || (labels.Unit is null && outside.DoubtfulUnit is not null))
        {
            return null;
        }

        var isSaidByWorkbook = labels.Unit is not null || outside.Unit.Value is not null;
        return defaults.Multiplier ?? (isSaidByWorkbook && unit is not null ? 0 : null);
    }

    /// <summary>The period of the labels, completed from outside.</summary>
    private (TimePeriod? Period, string? Alternatives) Period(PeriodPart? part)
    {
        if (part is null && HasColumn(Dimension.Period))
        {
            return (null, null);
        }

        if (part is not { } own)
        {
            return outside.Period.Value is { } year && PartOfYear(year) is { } partly
                    ? (null, $"{PeriodComposition.Show(year)} / {partly}")
                : outside.Period.Value is { } said
                    ? (PeriodComposition.ToPeriod(said, profile.FiscalYearStartsIn), null)
                : (
                    outside.Period.Alternatives is null && defaults.Period is { } text ? TimePeriod.Parse(text) : null,
                    null
                );
        }

        if (own.Year is null)
        {
            return outside.Period.Value is { Year: { } year }
                ? (PeriodComposition.ToPeriod(own with { Year = year }, profile.FiscalYearStartsIn), null)
                : (null, null);
        }

        // Years over columns below a title of months are those months of each year.
        if (own is { FirstMonth: null, Quarter: null, LastYear: null } && MonthsOfTitle() is { } months)
        {
            return months.Year is null || months.Year == own.Year || YearsOver().Contains(months.Year.Value)
                ? (
                    PeriodComposition.ToPeriod(
                        own with
                        {
                            FirstMonth = months.FirstMonth,
                            LastMonth = months.LastMonth,
                            Quarter = months.Quarter,
                        },
                        null
                    ),
                    null
                )
                : (null, $"{own.Year} / {PeriodComposition.Show(months)}");
        }

        return PartOfYear(own) is { } partOfYear
            ? (null, $"{PeriodComposition.Show(own)} / {partOfYear}")
            : (PeriodComposition.ToPeriod(own, profile.FiscalYearStartsIn), null);
    }

    /// <summary>A year that the sheet's name, the file's or a note says to be only partly covered: "January-July", "2024-05";
    /// null where none does.</summary>
    private string? PartOfYear(PeriodPart part)
    {
        if (part is not { Year: { } year, FirstMonth: null, Quarter: null, LastYear: null })
        {
            return null;
        }

        return outside
            .SheetNamePeriods.Where(name => name.Year is null || name.Year == year)
            .Concat(outside.FileNamePeriods.Where(name => name.Year == year))
            .Concat(
                outside
                    .Notes.Where(note => note.Note.IsPlain)
                    .Select(note => note.Part)
                    .Where(note => note.Year == year)
            )
            .Where(name =>
                name.Quarter is not null
                || (name.FirstMonth is not null && (name.FirstMonth, name.LastMonth) != (1, 12))
            )
            .Select(PeriodComposition.Show)
            .FirstOrDefault();
    }

    private PeriodPart? MonthsOfTitle() =>
        outside.CaptionPeriods.Where(part => part is { FirstMonth: not null } or { Quarter: not null }).ToList()
            is [var only]
        && (only.FirstMonth, only.LastMonth) != (1, 12)
            ? only
            : null;

    private IEnumerable<int> YearsOver() =>
        table
            .Columns.SelectMany(column => column.Headers)
            .SelectMany(cell => PeriodText.Read(table.Sheet[cell.Row, cell.Column].Raw))
            .Select(part => part.Year ?? 0);

    /// <summary>A figure that was read: what it is about and how much.</summary>
    internal readonly record struct Statement(
        LabelledCell Cell,
        CombinedReading Labels,
        ObservationKey Key,
        decimal Figure,
        decimal Value,
        int Multiplier,
        ObservationStatus Status
    );
}
