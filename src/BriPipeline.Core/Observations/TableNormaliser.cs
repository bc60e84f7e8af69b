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
    /// <summary>Nothing is said of a nought that its format hides.</summary>
    private static readonly NumberCause Hidden = NumberCause.Standing(FindingCodes.ValueHidden.Id);

    private readonly TableLayout table;
    private readonly ProfileDefaults defaults;
    private readonly LabelSets labels;
    private readonly TitleFacts title;
    private readonly Dictionary<IReadOnlyList<Label>, LabelValues> columns = new(ReferenceEqualityComparer.Instance);
    private readonly FigureReader figures;
    private readonly ColumnPrecision precision;
    private readonly FigureKeys keys;
    private readonly AnswerBook book;

    public TableNormaliser(TableLayout table, SourceProfile profile, string fileName)
    {
        (this.table, book) = (table, profile.Book);
        defaults = profile.DefaultsFor(fileName);
        var texts = new LabelTexts(profile, defaults.Unit, CurrencyOfArea.Of(profile.Reporter));
        var parts = new PeriodLabels(
            texts,
            table.PeriodTexts,
            profile.Languages,
            table.Sheet.Name,
            profile.FiscalYearStartsIn,
            profile.Reporter
        );
        labels = new(texts, new(texts, table.Classification), parts, profile.Book);
        title = new(table, texts, profile.Reporter, profile.FiscalYearStartsIn);
        figures = new(table, profile);
        precision = new(table);
        keys = new(table, profile, fileName, texts, parts, title, figures);
    }

    public TableLayout Layout => table;

    /// <summary>Whether it is said, in a column, a title or a heading, that the figures are of months.</summary>
    public bool SaysMonths => keys.SaysMonths;

    /// <summary>What is asked where months may name longer periods.</summary>
    internal Ask FrequencyAsk => keys.FrequencyAsk;

    /// <summary>What each figure that can be read is about, in sheet order; every one that cannot is counted in
    /// <paramref name="tally"/>.</summary>
    public IEnumerable<ObservationKey> Keys(FindingTally tally) => Figures(tally).Select(figure => figure.Key);

    /// <summary>The observations in sheet order, counting as <see cref="Keys"/> does.</summary>
    /// <param name="missing">Is handed what stands missing in place of a figure.</param>
    public IEnumerable<Observation> Observations(FindingTally tally, ICollection<MissingFigure>? missing = null) =>
        Figures(tally, missing).Select(ObservationOf);

    internal Observation ObservationOf(SettledFigure figure) =>
        new()
        {
            Key = figure.Key,
            Value = figure.Value,
            Multiplier = figure.Multiplier,
            Decimals = precision.Decimals(figure.Cell, figure.Number),
            Status = figure.Status,
            Valuation = figure.Labels.Valuation ?? defaults.Valuation?.GetValueOrDefault(figure.Key.Flow.ToString()),
            PartnerLabel =
                figure.Labels.Partner is { } side
                && (side.Value == figure.Key.Partner || side.Value != figure.Key.Reporter)
                    ? side.Name
                    : null,
            CommodityLabel = figure.Labels.Commodity?.Name,
            Provenance = ProvenanceOf(figure.Cell),
        };

    internal Provenance ProvenanceOf(LabelledCell cell) =>
        new(table.Sheet.Name, table.Sheet.AddressOf(cell.Address.Row, cell.Address.Column), cell.Value.Raw);

    /// <summary>The figures that can be read with all that was said of them, in sheet order, counting as <see cref="Keys"/> does.</summary>
    /// <param name="missing">Is handed what stands missing in place of a figure.</param>
    /// <param name="ahead">Find the labels of cells on another thread, while these are settled.</param>
    internal IEnumerable<SettledFigure> Figures(
        FindingTally tally,
        ICollection<MissingFigure>? missing = null,
        bool ahead = false
    )
    {
        foreach (var (place, words) in table.UnreadRows())
        {
            tally.Add(Finding.OfCell(FindingCodes.RowUnread, table.Sheet, place, words));
        }

        IReadOnlyList<Label>? rowLabels = null;
        var row = LabelValues.Nothing;
        foreach (var cell in ahead ? table.Cells().Ahead() : table.Cells())
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

            var said = new FigureLabels(row, column, book);
            tally.Numbers.Begin();
            if (
                keys.Settle(cell, said, tally) is { } settled
                && Read(cell, said, settled.Key, settled.Multiplier, tally, missing) is { } figure
            )
            {
                if (NumberText.IsNumber(cell.Value))
                {
                    tally.Numbers.AddRead();
                }

                yield return figure;
            }
            else if (NumberText.IsNumber(cell.Value))
            {
                tally.Numbers.AddNone(Hidden);
            }
        }
    }

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
}
