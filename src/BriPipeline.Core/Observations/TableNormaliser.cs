using System.Globalization;
using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Observations;

/// <summary>Labelled cells of one table to observations: what is said of each figure is settled dimension by dimension, marks are
/// taken by their meaning, numbers become exact values in whole units. What is said nowhere, or in two ways, is a finding.</summary>
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
    private readonly ProfileDefaults defaults;
    private readonly LabelTexts texts;
    private readonly LabelSets labels;
    private readonly TitleFacts title;
    private readonly AreaRule areas;
    private readonly FlowRule flows;
    private readonly UnitRule units;
    private readonly PeriodRule periods;
    private readonly Settlement commodity;
    private readonly bool hasCommodities;
    private readonly string? variant;
    private readonly IReadOnlyList<Refusal> conflicts;
    private readonly Dictionary<IReadOnlyList<Label>, LabelValues> columns = new(ReferenceEqualityComparer.Instance);
    private readonly ColumnHeadings headings;
    private readonly FigureReader figures;
    private (string? Text, IReadOnlyList<ScaledUnit> Says) lastFormat = (null, []);

    public TableNormaliser(TableLayout table, SourceProfile profile, string fileName)
    {
        this.table = table;
        defaults = profile.DefaultsFor(fileName);
        texts = new(profile);
        var parts = new PeriodLabels(texts);
        labels = new(texts, parts);
        headings = new(table, texts);
        title = new(table, texts);
        var said = new TableStatements(table, texts, parts);
        areas = new(table, profile, defaults, said, title);
        flows = new(table, defaults, said, title, headings.Flows);
        units = new(table, defaults, said, title, headings.Units);
        periods = new(table, profile, defaults, said, title, texts);
        commodity = said.Settle(Dimension.Commodity);
        hasCommodities = table.Columns.Any(column =>
            column is { Use: ColumnUse.Label, Dimension: Dimension.Commodity }
        );
        variant = (string?)(said.About(Dimension.Variant) is [var first, ..] ? first.Value : null);
        conflicts = [.. new[] { periods.Conflict, units.Conflict, flows.Conflict, areas.Conflict }.OfType<Refusal>()];
        figures = new(table, profile);
    }

    public TableLayout Layout => table;

    /// <summary>Whether it is said, in a column, a title or a heading, that the figures are of months.</summary>
    public bool SaysMonths => periods.SaysMonths;

    /// <summary>What each figure that can be read is about, in sheet order; every one that cannot is counted in
    /// <paramref name="tally"/>.</summary>
    public IEnumerable<ObservationKey> Keys(FindingTally tally) => Figures(tally).Select(figure => figure.Key);

    /// <summary>The observations in sheet order, counting as <see cref="Keys"/> does.</summary>
    /// <param name="missing">Is handed what stands missing in place of a figure.</param>
    public IEnumerable<Observation> Observations(FindingTally tally, ICollection<MissingFigure>? missing = null) =>
        Figures(tally, missing)
            .Select(figure => new Observation
            {
                Key = figure.Key,
                Value = figure.Value,
                Multiplier = figure.Multiplier,
                Decimals = FigureText.Decimals(figure.Cell.Value, figure.Number),
                Status = figure.Status,
                Valuation =
                    figure.Labels.Valuation ?? defaults.Valuation?.GetValueOrDefault(figure.Key.Flow.ToString()),
                PartnerLabel = figure.Labels.Partner?.Name,
                CommodityLabel = figure.Labels.Commodity?.Name,
                Provenance = ProvenanceOf(figure.Cell),
            });

    internal Provenance ProvenanceOf(LabelledCell cell) =>
        new(table.Sheet.Name, table.Sheet.AddressOf(cell.Address.Row, cell.Address.Column), cell.Value.Raw);

    /// <summary>The figures that can be read with all that was said of them, in sheet order, counting as <see cref="Keys"/> does.</summary>
    /// <param name="missing">Is handed what stands missing in place of a figure.</param>
    internal IEnumerable<SettledFigure> Figures(FindingTally tally, ICollection<MissingFigure>? missing = null)
    {
        foreach (var (place, words) in table.UnreadRows())
        {
            tally.Add(Finding.OfCell(FindingCodes.RowUnread, table.Sheet, place, words));
        }

        IReadOnlyList<Label>? rowLabels = null;
        var row = LabelValues.Nothing;
        foreach (var cell in table.Cells())
        {
            if (!ReferenceEquals(rowLabels, cell.RowLabels))
            {
                rowLabels = cell.RowLabels;
                row = labels.Read(rowLabels);
            }

            if (!columns.TryGetValue(cell.ColumnLabels, out var column))
            {
                column = labels.Read(cell.ColumnLabels);
                columns.Add(cell.ColumnLabels, column);
            }

            var said = new FigureLabels(row, column);
            if (
                Settle(cell, said, tally) is { } settled
                && Read(cell, said, settled.Key, settled.Multiplier, tally, missing) is { } figure
            )
            {
                yield return figure;
            }
        }
    }

    /// <summary>What a figure is about; null where that is not certain, which is counted.</summary>
    private (ObservationKey Key, int Multiplier)? Settle(LabelledCell cell, FigureLabels own, FindingTally tally)
    {
        var reporter = areas.Reporter(own.Reporter);
        var refusal = own.Refusal ?? areas.ConflictOf(reporter) ?? (conflicts.Count > 0 ? conflicts[0] : null);
        if (refusal is not null)
        {
            Count(refusal, cell, tally);
            return null;
        }

        var partner = areas.Partner(own.Partner?.Value, reporter);
        var flow = flows.Settle(own.Flow);
        var goods = Commodity(own);
        var unit = units.Settle(own.Unit, headings.CountsQuantity(cell.Address.Column));
        var power = units.Power(own.Unit, unit.Value);
        var period = periods.Settle(own.Period, own.Frequency);
        if (
            Lacks("reporter", new Settled<Area>(reporter, null))
            || Lacks("partner", partner)
            || Lacks("flow", flow)
            || Lacks("commodity", goods)
            || Lacks("unit", unit)
            || Lacks("multiplier", power)
            || Lacks("period", period)
        )
        {
            return null;
        }

        if (units.OverProfile is { } over && own.Unit?.Power is null)
        {
            tally.Count(
                FindingCodes.MultiplierOverProfile,
                table.Sheet,
                "multiplier",
                null,
                over.Said.ToString(CultureInfo.InvariantCulture),
                over.Expected.ToString(CultureInfo.InvariantCulture)
            );
        }

        if (FormatConflict(cell.Value, new(unit.Value, power.Value)) is { } conflict)
        {
            Count(conflict, cell, tally);
            return null;
        }

        var key = new ObservationKey(
            reporter!.Value,
            partner.Value!.Value,
            flow.Value!.Value,
            goods.Value!.Value,
            unit.Value!.Value,
            period.Value!.Value,
            own.Variant ?? variant ?? headings.VariantOf(own.Valuation, flow.Value.Value, own.Flow is not null)
        );
        return (key, power.Value!.Value);

        bool Lacks<T>(string dimension, Settled<T> settled)
            where T : struct
        {
            if (settled.Value is not null)
            {
                return false;
            }

            if (settled.Alternatives is { } readings)
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
            else
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

            return true;
        }
    }

    private Settled<Commodity> Commodity(FigureLabels own) =>
        own.Commodity is { } named ? new(named.Value, null)
        : hasCommodities ? default
        : commodity.Value is Commodity declared ? new(declared, null)
        : commodity.Rivals.Count > 0 ? new(null, Rivals.Show(commodity.Rivals.Select(rival => rival.Value)))
        : new(defaults.Commodity is { } code ? new Commodity(code) : null, null);

    /// <summary>The number of a figure with its status; null where there is none, which is counted.</summary>
    private SettledFigure? Read(
        LabelledCell cell,
        FigureLabels own,
        ObservationKey key,
        int multiplier,
        FindingTally tally,
        ICollection<MissingFigure>? missing
    )
    {
        if (own.Status?.Missing is { } none)
        {
            tally.Count(FindingCodes.FiguresMissing, table.Sheet, none.Text, cell.Address, none.Text, "#");
            missing?.Add(new(key, none.Meaning == MarkMeaning.Suppressed));
            return null;
        }

        var read = figures.Read(cell, tally);
        if (read.Value is not { } number)
        {
            if (read.Missing is { } meaning)
            {
                missing?.Add(new(key, meaning == MarkMeaning.Suppressed));
            }

            return null;
        }

        if (FigureText.Scale(number, multiplier) is not { } value)
        {
            tally.Add(
                Finding.OfCell(
                    FindingCodes.ValueTooLarge,
                    table.Sheet,
                    cell.Address,
                    cell.Value.Raw,
                    multiplier.ToString(CultureInfo.InvariantCulture)
                )
            );
            return null;
        }

        if (key.Partner == key.Reporter)
        {
            var code = key.Reporter.Code;
            tally.Count(FindingCodes.PartnerIsReporter, table.Sheet, code, cell.Address, code, "#");
        }

        if (title.FindCaveat(key.Period) is { } caveat)
        {
            tally.CountLabel(
                FindingCodes.NotePeriod,
                table.Sheet,
                caveat.Text,
                caveat.Place,
                caveat.Text,
                key.Period.ToString(),
                "#"
            );
        }

        // A mark at the figure is nearer than one at its period.
        var status =
            read.Status == ObservationStatus.A
                ? own.Status?.Status ?? title.StatusOf(key.Period) ?? ObservationStatus.A
                : read.Status;
        return new(cell, own, key, number, value, multiplier, status);
    }

    /// <summary>Whether the words of a number format name another unit or power of ten than the labels do. A dollar sign alone is any
    /// dollar's.</summary>
    private Refusal? FormatConflict(Cell cell, ScaledUnit unit)
    {
        if (cell is not { Kind: CellKind.Number, NumberFormat: { } format })
        {
            return null;
        }

        // Cells of a column share the text of their format.
        if (!ReferenceEquals(format, lastFormat.Text))
        {
            var words = NumberFormatText.Words(format);
            lastFormat = (format, words is "" or "$" ? [] : texts.Units(words));
        }

        return lastFormat.Says.Count == 0 || lastFormat.Says.Any(said => ScaledUnit.Combine(said, unit) is not null)
            ? null
            : new(FindingCodes.FormatConflict, format, null, [NumberFormatText.Words(format), unit.ToString(), "#"]);
    }

    private void Count(Refusal refusal, LabelledCell cell, FindingTally tally)
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
}
