using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>A column of figures, the labels over it, and the columns that speak row by row of it and not of all figures.</summary>
internal sealed record FigureColumn(int Column, IReadOnlyList<Label> Labels, IReadOnlyList<LabelColumn> Beside);

/// <summary>The columns of figures of a table, and the statuses that hold for all of them.</summary>
internal sealed class FigureColumns
{
    private readonly Sheet sheet;
    private readonly IReadOnlyList<ColumnRole> columns;
    private readonly CellEvidence evidence;
    private readonly PeriodPart? month;
    private readonly Func<ColumnRole, bool> holdsMoney;
    private readonly Func<ColumnRole, ColumnRole, ColumnRole, bool> areSums;

    /// <param name="month">The month of the whole table.</param>
    public FigureColumns(
        Sheet sheet,
        IReadOnlyList<ColumnRole> columns,
        CellEvidence evidence,
        PeriodPart? month,
        Func<ColumnRole, bool> isMostlyFilled,
        Func<ColumnRole, bool> holdsMoney,
        Func<ColumnRole, ColumnRole, ColumnRole, bool> areSums
    )
    {
        this.month = month;
        this.holdsMoney = holdsMoney;
        this.areSums = areSums;
        this.sheet = sheet;
        this.columns = columns;
        this.evidence = evidence;
        var labels = columns.Where(column => column.Use == ColumnUse.Label).ToList();
        var units = labels.FindAll(column => column.Dimension == Dimension.Unit);
        var statuses = labels.FindAll(column => column.Dimension == Dimension.Status);
        var areStatusesOfOne = StandBetweenFigures(statuses);
        All =
        [
            .. columns
                .Where(column => column.Use == ColumnUse.Figures)
                .Select(column =>
                {
                    var over = ColumnLabels(column, labels);
                    return new FigureColumn(
                        column.Column,
                        over,
                        [
                            .. UnitColumnsOf(column, over, CountsMoney(column) ? units.FindAll(MaySayMoney) : units)
                                .Select(unit => new LabelColumn(
                                    sheet,
                                    unit,
                                    evidence,
                                    isMostlyFilled(unit),
                                    isOfQuantity: IsQuantity(column)
                                )),
                            .. Statuses(areStatusesOfOne ? statuses.Where(status => IsOf(status, column)) : []),
                        ]
                    );
                }),
        ];
        StatusesOfAll = [.. Statuses(areStatusesOfOne ? [] : statuses)];
    }

    public IReadOnlyList<FigureColumn> All { get; }

    public IReadOnlyList<LabelColumn> StatusesOfAll { get; }

    private bool IsQuantity(ColumnRole column) =>
        evidence.Of(column.Heading) is var heading && heading.Names("quantity") && !heading.Names("value");

    private bool CountsMoney(ColumnRole column) =>
        UnitText.NamesDollars(column.Heading)
        || evidence.Of(column.Heading).Has(TermKind.Valuation)
        || IsValueBesideQuantities(column);

    /// <summary>"Value" beside "Quantity", or beside numbers that may be quantities: of a column of units that are all of quantities it takes
    /// none.</summary>
    private bool IsValueBesideQuantities(ColumnRole column) =>
        evidence.Of(column.Heading) is var heading
        && heading.Names("value")
        && !heading.Names("quantity")
        && columns.Any(other =>
            other.Use is ColumnUse.NotUnderstood or ColumnUse.Alternatives
            || (other.Use == ColumnUse.Figures && IsQuantity(other))
        );

    private bool MaySayMoney(ColumnRole unit) => unit.Kind == LabelKind.Multiplier || holdsMoney(unit);

    private IEnumerable<LabelColumn> Statuses(IEnumerable<ColumnRole> those) =>
        those.Select(column => new LabelColumn(sheet, column, evidence, blankIsMember: false));

    /// <summary>Whether statuses stand among the figures, each behind the one that it is of, and not before or behind all of them.</summary>
    private bool StandBetweenFigures(List<ColumnRole> statuses)
    {
        var figures = columns.Where(column => column.Use == ColumnUse.Figures).Select(column => column.Column).ToList();
        return statuses.Exists(status => figures.Exists(other => other < status.Column))
            && statuses.Exists(status => figures.Exists(other => other > status.Column));
    }

    /// <summary>Whether a status stands behind a column of figures, before the next one; or before it, where the first status
    /// stands before the first figures.</summary>
    private bool IsOf(ColumnRole status, ColumnRole figures)
    {
        var isBefore =
            columns.First(column => column.Use == ColumnUse.Figures || column.Dimension == Dimension.Status).Use
            == ColumnUse.Label;
        var nearest = columns
            .Where(column => column.Use == ColumnUse.Figures)
            .Where(column => isBefore ? column.Column > status.Column : column.Column < status.Column)
            .MinBy(column => Math.Abs(column.Column - status.Column));
        return nearest == figures;
    }

    /// <summary>The labels over a column of figures, and those beside it that hold for it alone.</summary>
    private List<Label> ColumnLabels(ColumnRole column, List<ColumnRole> labelColumns)
    {
        var labels = new List<Label>();
        foreach (var address in column.Headers)
        {
            labels.AddRange(TextLabels.Of(sheet, address, Reach.Column, evidence));
        }

        labels = labels.ConvertAll(label =>
            IsOfReporter(label, labels) ? label with { Dimension = Dimension.Reporter } : label
        );
        // "Others" and "Total" among goods are goods.
        if (column.Dimension == Dimension.Commodity || column.Said.Any(said => said.Dimension == Dimension.Commodity))
        {
            labels.RemoveAll(label =>
                label.Dimension is Dimension.Partner or Dimension.Reporter
                && evidence.Of(label.Text).Areas.All(area => !area.IsCountry)
            );
        }

        if (column.Said.Count > 0)
        {
            labels.RemoveAll(label => column.Said.Any(said => said.Dimension == label.Dimension));
            labels.AddRange(column.Said);
            return labels;
        }

        if (column.Dimension == Dimension.Commodity)
        {
            labels.Add(
                new(
                    Dimension.Commodity,
                    LabelKind.Words,
                    column.Heading.Replace(" | ", " ", StringComparison.Ordinal),
                    Reach.Column,
                    column.Headers[^1]
                )
            );
        }

        // "Import" over "by country of consignment" is a flow of its own.
        var whole = column.Heading.Replace(" | ", " ", StringComparison.Ordinal);
        if (column.Headers.Count > 1 && !Flows(whole).SetEquals(labels.SelectMany(label => Flows(label.Text))))
        {
            labels.RemoveAll(label => label.Dimension == Dimension.Flow);
            labels.Add(new(Dimension.Flow, LabelKind.Words, whole, Reach.Column, column.Headers[^1]));
        }

        if (IsTotalOfKinds(column))
        {
            labels.RemoveAll(label => label.Dimension == Dimension.Flow);
        }

        if (YearToDate.Of(column.Heading, month, evidence) is { } toDate)
        {
            labels.RemoveAll(label => label.Dimension == Dimension.Period);
            labels.Add(
                new(Dimension.Period, LabelKind.Words, YearToDate.Text(toDate), Reach.Column, column.Headers[^1])
            );
        }

        if (IsTurnover(column, labels))
        {
            labels.Add(new(Dimension.Flow, LabelKind.Words, FlowText.Turnover, Reach.Column, column.Headers[^1]));
        }

        var hasAreas = labelColumns.Any(label => label.Dimension == Dimension.Partner);
        // "Total" over a column is the total of something else; "CIS" over a column of partners is a second partner.
        return hasAreas ? labels.FindAll(label => label.Dimension != Dimension.Partner || !IsWorld(label)) : labels;
    }

    /// <summary>"Region | China | China" beside names of series that say with whom the trade is: whose trade it is.</summary>
    private bool IsOfReporter(Label label, List<Label> labels) =>
        label is { Dimension: Dimension.Partner, Address: { } place }
        && sheet[place.Row, 1] is { Kind: CellKind.Text, Text: { } key }
        && evidence.Of(key) is var said
        && (
            said.Names("reporter")
            || (
                said.Names("area", "region")
                && labels.Exists(other => other.Dimension == Dimension.Partner && other.Address?.Row != place.Row)
                && columns
                    .Where(column => column.Use == ColumnUse.Figures)
                    .Select(column => sheet.AnchorOf(place.Row, column.Column))
                    .All(other => sheet[other.Row, other.Column].Raw == sheet[place.Row, place.Column].Raw)
            )
        );

    /// <summary>"Total" beside "Exports" and "Imports" below the same heading: their sum, where the figures say so.</summary>
    private bool IsTurnover(ColumnRole column, List<Label> labels)
    {
        if (labels.Exists(label => label.Dimension == Dimension.Flow) || !IsPlainTotal(LastPart(column)))
        {
            return false;
        }

        var beside = columns
            .Where(other => other.Use == ColumnUse.Figures && Group(other) == Group(column) && other != column)
            .ToLookup(
                other => Flows(LastPart(other)) is { Count: 1 } flows ? flows.Single() : "",
                StringComparer.Ordinal
            );
        return beside[nameof(TradeFlow.X)].ToList() is [var exports]
            && beside[nameof(TradeFlow.M)].ToList() is [var imports]
            && areSums(exports, imports, column);
    }

    /// <summary>"Total trade" beside "Border trade" and "Normal trade" is the total of these kinds, of whichever flow the table is, and
    /// not turnover.</summary>
    private bool IsTotalOfKinds(ColumnRole column)
    {
        var beside = columns.Where(other => other != column && Group(other) == Group(column)).ToList();
        return Flows(LastPart(column)).SetEquals([nameof(TradeFlow.T)])
            && beside.Exists(other => other.Use == ColumnUse.Limited && Flows(other.Heading).Count == 0)
            && beside.TrueForAll(other => Flows(other.Heading).IsSubsetOf([nameof(TradeFlow.T)]));
    }

    private bool IsPlainTotal(string text) =>
        evidence.Of(text) is { Said.LeftOver.Count: 0, Terms: { Count: > 0 } terms }
        && terms.All(term => term.Kind is TermKind.Total or TermKind.Filler)
        && terms.Any(term => term.Kind == TermKind.Total);

    private static string LastPart(ColumnRole column) => column.Heading.Split(" | ")[^1];

    private static string Group(ColumnRole column) => string.Join(" | ", column.Heading.Split(" | ").SkipLast(1));

    private HashSet<string> Flows(string text) =>
        [.. evidence.Of(text).Terms.Where(term => term.Kind == TermKind.Flow).Select(term => term.Code)];

    private bool IsWorld(Label label) => evidence.Of(label.Text).Areas.Contains(Area.World);

    /// <summary>The columns that name a figure's unit row by row: the one right beside, else all of them; none where the
    /// header says the unit. Powers of ten in a column of their own hold for every figure.</summary>
    private static List<ColumnRole> UnitColumnsOf(ColumnRole column, List<Label> labels, List<ColumnRole> unitColumns)
    {
        var powers = unitColumns.FindAll(unit => unit.Kind == LabelKind.Multiplier);
        var units = unitColumns.FindAll(unit => unit.Kind != LabelKind.Multiplier);
        var beside =
            units.Find(unit => unit.Column == column.Column + 1)
            ?? units.Find(unit => unit.Column == column.Column - 1);
        return labels.Exists(label => label.Dimension == Dimension.Unit) ? powers
            : beside is null ? [.. units, .. powers]
            : [beside, .. powers];
    }
}
