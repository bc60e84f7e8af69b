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

/// <summary>What each figure of one table is about: its own labels, what the places around the table say, the profile, and answers. What
/// is said nowhere, or in two ways, is counted, with the question that lifts it.</summary>
internal sealed class FigureKeys
{
    private readonly TableLayout table;
    private readonly ProfileDefaults defaults;
    private readonly LabelTexts texts;
    private readonly AreaRule areas;
    private readonly FlowRule flows;
    private readonly UnitRule units;
    private readonly PeriodRule periods;
    private readonly SaidFrequency said;
    private readonly Settlement commodity;
    private readonly bool hasCommodities;
    private readonly string? variant;
    private readonly IReadOnlyList<Refusal> conflicts;
    private readonly Dictionary<Dimension, (string Holds, string Falls)> decided = [];
    private readonly AnswerBook book;
    private readonly TableQuestions questions;
    private readonly Frequency? frequency;
    private readonly ColumnHeadings headings;
    private readonly FigureReader figures;
    private (string? Text, IReadOnlyList<ScaledUnit> Says) lastFormat = (null, []);

    public FigureKeys(
        TableLayout table,
        SourceProfile profile,
        string fileName,
        LabelTexts texts,
        PeriodLabels parts,
        TitleFacts title,
        FigureReader figures
    )
    {
        (this.table, this.texts, this.figures) = (table, texts, figures);
        defaults = profile.DefaultsFor(fileName);
        book = profile.Book;
        var statements = new TableStatements(table, texts, parts);
        said = new(table, texts);
        areas = new(table, profile, defaults, statements, title, texts);
        var currency = CurrencyOfArea.Of(areas.Reporter(null, null)?.Code);
        headings = new(table, texts, currency);
        flows = new(table, defaults, statements, title, headings.Flows);
        units = new(table, defaults, statements, title, headings, currency);
        periods = new(table, profile, defaults, statements, title, texts);
        commodity = statements.Settle(Dimension.Commodity);
        hasCommodities = table.Columns.Any(column =>
            column is { Use: ColumnUse.Label, Dimension: Dimension.Commodity }
        );
        variant = (string?)(statements.About(Dimension.Variant) is [var first, ..] ? first.Value : null);
        conflicts =
        [
            .. new[]
            {
                Undecided(Dimension.Period, periods.Conflict),
                Undecided(Dimension.Unit, units.Conflict),
                Undecided(Dimension.Flow, flows.Conflict),
                Undecided(Dimension.Reporter, areas.Conflict),
            }.OfType<Refusal>(),
        ];
        questions = new(table, profile, units, headings, currency, texts, fileName);
        frequency =
            book.Find(questions.Frequency) is { } often && Enum.TryParse<Frequency>(often, out var every)
                ? every
                : null;
    }

    /// <summary>Whether it is said, in a column, a title, a heading or an answer, that the figures are of months.</summary>
    public bool SaysMonths => periods.SaysMonths || frequency is not null;

    /// <summary>What is asked where months may name longer periods.</summary>
    public Ask FrequencyAsk => questions.Frequency;

    /// <summary>A conflict of two places; null where there is none or a person has said which of them holds.</summary>
    private Refusal? Undecided(Dimension dimension, Refusal? conflict)
    {
        if (conflict?.Ask is not { } ask || book.Find(ask) is not { } answer || answer == Ask.LeaveOut)
        {
            return conflict;
        }

        decided[dimension] = (answer, ask.Options.FirstOrDefault(option => option.Is != answer)?.Is ?? "");
        return null;
    }

    /// <summary>What was decided between two places; null where the figure's own label says neither of them.</summary>
    private string? Decided(Dimension dimension, string? own) =>
        decided.TryGetValue(dimension, out var between) && (own is null || own == between.Falls) ? between.Holds : null;

    /// <summary>What a figure is about; null where that is not certain, which is counted.</summary>
    public (ObservationKey Key, int Multiplier)? Settle(LabelledCell cell, FigureLabels own, FindingTally tally)
    {
        var reporter = Decided(Dimension.Reporter, own.Reporter?.Code) is { } says
            ? AnsweredLabel.AreaOf(says)
            : areas.Reporter(own.Reporter, own.Partner);
        var refusal =
            own.Refusal
            ?? (decided.ContainsKey(Dimension.Reporter) ? null : Undecided(areas.ConflictOf(reporter)))
            ?? (conflicts.Count > 0 ? conflicts[0] : null);
        if (refusal is not null)
        {
            Count(refusal, cell, tally);
            return null;
        }

        var asked = new Asked(questions, cell.Address.Column);
        var whose = asked.For(Dimension.Reporter, new Settled<Area>(reporter, null), AnsweredLabel.AreaOf);
        // What the title names is no partner of itself, whoever said that it is the reporter.
        var partner = areas.Partner(own.Partner, whose ?? reporter);
        var flow = Decided(Dimension.Flow, own.Flow?.ToString()) is { } side
            ? new(AnsweredLabel.FlowOf(side), null)
            : flows.Settle(own.Flow);
        var goods = Commodity(own);
        var label = Decided(Dimension.Unit, own.Unit?.Code) is { } code ? ScaledUnit.Parse(code) : own.Unit;
        var unit = units.Settle(
            label,
            headings.CountsQuantity(cell.Address.Column),
            headings.CountsValue(cell.Address.Column),
            headings.CountsUsDollars(cell.Address.Column)
        );
        var power = units.Power(
            label?.Unit is null && headings.CountsUsDollars(cell.Address.Column)
                ? new ScaledUnit(new(UnitText.UsDollar), label?.Power)
                : label,
            unit.Value
        );
        var period =
            Decided(Dimension.Period, null) is { } time && AnsweredLabel.PeriodOf(time) is { } holds
                ? new(periods.Answered(own.Period, holds), null)
                : periods.Settle(own.Period, own.Frequency ?? frequency);
        period = said.Unless(cell, period);
        var (with, direction, what, when) = (
            asked.For(Dimension.Partner, partner, AnsweredLabel.AreaOf),
            asked.For(Dimension.Flow, flow, AnsweredLabel.FlowOf),
            asked.For(Dimension.Commodity, goods, CommodityText.OfCode),
            asked.ForPeriod(period, own.Period, periods)
        );
        var counted = asked.ForUnit(unit, power);
        if (asked.Lacks.Count > 0)
        {
            Count(asked.Lacks, cell, tally);
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

        if (FormatConflict(cell.Value, counted!.Value) is { } conflict)
        {
            if (
                book.Find(conflict.Ask!) is not { } answer
                || ScaledUnit.Parse(answer) is not { Unit: not null, Power: not null } held
            )
            {
                Count(conflict, cell, tally);
                return null;
            }

            counted = held;
        }

        var key = new ObservationKey(
            whose!.Value,
            with!.Value,
            direction!.Value,
            what!.Value,
            counted.Value.Unit!.Value,
            when!.Value,
            own.Variant ?? variant ?? headings.VariantOf(own.Valuation, direction.Value, own.Flow is not null)
        );
        return (key, counted.Value.Power!.Value);
    }

    private Refusal? Undecided(Refusal? conflict) =>
        conflict?.Ask is { } ask && book.Find(ask) is { } answer && answer == ask.Options[0].Is ? null : conflict;

    private void Count(IReadOnlyList<Lack> lacks, LabelledCell cell, FindingTally tally)
    {
        foreach (var (dimension, readings, ask, isLeftOut) in lacks)
        {
            if (isLeftOut)
            {
                tally.Count(FindingCodes.LeftOut, table.Sheet, ask.About, cell.Address, ask.About, "#");
            }
            else if (readings is not null)
            {
                tally.Count(
                    FindingCodes.DimensionUnclear,
                    table.Sheet,
                    $"{dimension}: {readings}",
                    cell.Address,
                    ask,
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
                    $"{dimension} {ask.About}",
                    cell.Address,
                    ask,
                    dimension,
                    "#"
                );
            }
        }
    }

    private Settled<Commodity> Commodity(FigureLabels own) =>
        own.Commodity is { } named ? new(named.Value, null)
        : hasCommodities ? default
        : commodity.Value is Commodity declared ? new(declared, null)
        : commodity.Rivals.Count > 0 ? new(null, Rivals.Show(commodity.Rivals.Select(rival => rival.Value)))
        : new(defaults.Commodity is { } code ? new Commodity(code) : null, null);

    /// <summary>Whether the words of a number format name another unit or power of ten than the labels do. A dollar sign alone is any
    /// dollar's.</summary>
    private Refusal? FormatConflict(Cell cell, ScaledUnit unit)
    {
        var isText = cell.Kind == CellKind.Text;
        if ((isText ? NumberText.SignOf(cell.Text!) : cell.NumberFormat) is not { Length: > 0 } format)
        {
            return null;
        }

        // Cells of a column share the text of their format.
        if (!ReferenceEquals(format, lastFormat.Text))
        {
            var words = isText ? format : NumberFormatText.Words(format);
            lastFormat = (format, words is "" or "$" ? [] : texts.Units(words));
        }

        if (lastFormat.Says.Count == 0 || lastFormat.Says.Any(said => ScaledUnit.Combine(said, unit) is not null))
        {
            return null;
        }

        var shown = isText ? format : NumberFormatText.Words(format);
        return new(FindingCodes.FormatConflict, format, null, [shown, unit.ToString(), "#"])
        {
            Ask = new(
                QuestionKind.Contradiction,
                $"{shown} / {unit}",
                [
                    new(unit.Code, Why.Said, unit.ToString()),
                    .. lastFormat.Says.Select(said => new AskOption(
                        new ScaledUnit(said.Unit ?? unit.Unit, said.Power ?? unit.Power).Code,
                        Why.Said,
                        shown
                    )),
                ]
            ),
        };
    }

    private void Count(Refusal refusal, LabelledCell cell, FindingTally tally)
    {
        if (refusal.Ask is { } ask && book.Find(ask) == Ask.LeaveOut)
        {
            refusal = refusal with { Code = FindingCodes.LeftOut, Arguments = [ask.About, "#"], Ask = null };
        }

        if (refusal.Place is not { } place)
        {
            tally.Count(refusal.Code, table.Sheet, refusal.Subject, cell.Address, refusal.Ask, refusal.Arguments);
            return;
        }

        var label = place.Row == Label.OwnRow ? table.Sheet.AnchorOf(cell.Address.Row, place.Column) : place;
        var figure = refusal.Code == FindingCodes.AreaUnknown ? figures.Read(cell, new FindingTally()).Value : null;
        tally.CountLabel(refusal.Code, table.Sheet, refusal.Subject, label, figure, refusal.Ask, refusal.Arguments);
    }
}
