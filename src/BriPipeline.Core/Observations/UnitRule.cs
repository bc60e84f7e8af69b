using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>The unit of the figures of one table with its power of ten. A power belongs to the unit that it is said of: thousands of
/// dollars do not apply to euros or tonnes.</summary>
internal sealed class UnitRule
{
    private static readonly Unit UsDollar = new(UnitText.UsDollar);

    private readonly ProfileDefaults defaults;
    private readonly TitleFacts title;
    private readonly IReadOnlyList<Unit> rivalUnits;
    private readonly IReadOnlyList<int> rivalPowers;
    private readonly ScaledUnit? outside;
    private readonly Unit? byDefault;
    private readonly bool areUsDollars;

    /// <summary>The currency of the reporter, where dollars are named that may be its own; else null.</summary>
    private readonly Unit? currency;

    /// <param name="headings">Of the columns of figures, with the units that they name.</param>
    /// <param name="own">The currency of the reporter; null where it is not known.</param>
    public UnitRule(
        TableLayout table,
        ProfileDefaults defaults,
        TableStatements said,
        TitleFacts title,
        ColumnHeadings headings,
        string? own
    )
    {
        var overColumns = headings.Units;
        this.defaults = defaults;
        this.title = title;
        var settled = said.Settle(Dimension.Unit);
        var rivals = settled.Rivals.Select(rival => (ScaledUnit)rival.Value).ToList();
        rivalUnits = [.. rivals.Select(rival => rival.Unit).OfType<Unit>().Distinct()];
        rivalPowers = [.. rivals.Select(rival => rival.Power).OfType<int>().Distinct()];
        outside = (ScaledUnit?)settled.Value ?? Common();
        // A title in dollars, without saying whose, is not overruled by another currency farther away.
        if (title.NamesDollars && outside?.Unit is { IsMoney: true, IsDollar: false } far && !IsSaidByCaption(far))
        {
            outside = outside.Value with { Unit = null };
            rivalUnits = [far];
            AreDollars = true;
        }

        var mayBeUsDollars = rivalUnits.Count == 0 && defaults.Unit is null or UnitText.UsDollar;
        areUsDollars = mayBeUsDollars && table.Outside.Any(text => UnitText.NamesUsDollars(text, own));
        currency =
            (title.NamesDollars || headings.NameDollars) && own is { } code && new Unit(code).IsDollar
                ? new Unit(code)
                : null;
        byDefault = title.Measures ? null : DefaultUnit();
        var hasColumn = table.Columns.Any(column => column is { Use: ColumnUse.Label, Dimension: Dimension.Unit });
        Conflict = Find();

        bool IsSaidByCaption(Unit unit) =>
            said.About(Dimension.Unit)
                .Any(statement =>
                    statement.Reach <= Reach.Caption && ((ScaledUnit)statement.Value).Unit is { } own && own == unit
                );

        Refusal? Find()
        {
            // Where column headings name a unit that is also said around the table, they may name others beside it.
            var stray =
                overColumns.Count == 0 || hasColumn
                    ? settled.Contradictions is [var first, ..]
                        ? first
                        : null
                    : said.About(Dimension.Unit).FirstOrDefault(IsStray);
            if (stray is not null)
            {
                return Refuse(stray);
            }

            var workbook = outside ?? default;
            var power = said.About(Dimension.Unit)
                .Where(statement => ((ScaledUnit)statement.Value).Power is not null)
                .MinBy(statement => statement.Reach);
            var own = new ScaledUnit(defaults.Unit is { } code ? new Unit(code) : null, defaults.Multiplier);
            var differs =
                workbook.Unit is { IsMoney: true } unit
                && unit != Unit.NotNamed
                && own.Unit is { } other
                && other != unit;
            // A power beside its unit overrides the profile; one that stands alone in a note may belong to something else.
            var isDoubtful =
                power is { Reach: >= Reach.Note, Value: ScaledUnit { Unit: null } }
                && own.Power is { } usual
                && workbook.Power is { } power10
                && usual != power10;
            return differs || isDoubtful ? Refuse(new(Dimension.Unit, own, Reach.Profile, "")) : null;
        }

        bool IsStray(Statement statement)
        {
            var value = (ScaledUnit)statement.Value;
            var concerned = overColumns.Where(over => over.IsOfKind(value)).ToList();
            return concerned.Count > 0 && concerned.TrueForAll(over => ScaledUnit.Combine(over, value) is null);
        }

        Refusal Refuse(Statement other)
        {
            var nearest = said.About(Dimension.Unit).MinBy(statement => statement.Reach);
            var (here, value) =
                overColumns.Count > 0 && !hasColumn ? ("a column heading", overColumns[0])
                : nearest is null ? ("the workbook", outside ?? default)
                : (PlaceText.Of(nearest, table.Sheet), (ScaledUnit)nearest.Value);
            return PlaceText.Refuse(
                FindingCodes.UnitConflict,
                here,
                value,
                PlaceText.Of(other, table.Sheet),
                other.Value
            );
        }
    }

    /// <summary>Why the unit of the table is in doubt: two places disagree.</summary>
    public Refusal? Conflict { get; }

    private bool AreDollars { get; }

    /// <summary>The units and the powers of ten that the places around the table leave possible; empty where they say nothing.</summary>
    public (IReadOnlyList<Unit> Units, IReadOnlyList<int> Powers) Possible =>
        (
            rivalUnits.Count > 0 ? rivalUnits
            : outside?.Unit is { } said && said != Unit.NotNamed ? [said]
            : currency is { } dollar ? [.. new[] { dollar, UsDollar }.Distinct()]
            : [],
            rivalPowers.Count > 0 ? rivalPowers
            : outside?.Power is { } power ? [power]
            : []
        );

    /// <summary>The unit that holds for a figure; money that only stands outside is not that of a column of quantities.</summary>
    /// <param name="isMoney">Whether it stands in a column of values beside quantities, of which alone a unit of theirs is.</param>
    /// <param name="areDollars">Whether its heading counts dollars of the United States without saying whose they are.</param>
    public Settled<Unit> Settle(ScaledUnit? label, bool isQuantity, bool isMoney, bool areDollars)
    {
        var around = outside?.Unit is { IsMoney: false } && isMoney ? null : outside?.Unit;
        var unit = label?.Unit ?? (areDollars ? UsDollar : around ?? (areUsDollars ? UsDollar : byDefault));
        unit = label?.Unit is null && isQuantity && unit is { IsMoney: true } ? null : unit;
        return unit == Unit.NotNamed ? new(null, "national currency")
            : unit is not null ? new(unit, null)
            : new(
                null,
                AreDollars ? $"{rivalUnits[0]} / dollars"
                    : rivalUnits.Count > 1 ? Rivals.Show(rivalUnits.Cast<object>())
                    : title.NamesDollars ? "dollars"
                    : null
            );
    }

    /// <summary>The power of ten of a figure; a unit that the workbook names without one counts whole units.</summary>
    public Settled<int> Power(ScaledUnit? label, Unit? unit)
    {
        if (label?.Power is { } own)
        {
            return new(own, null);
        }

        var named = label?.Unit;
        if (named is null && outside?.Unit is { } around && unit is { } counted && around.IsMoney != counted.IsMoney)
        {
            return new(null, null);
        }

        if (named is not null && outside?.Unit is { } other && other != named)
        {
            return new(0, null);
        }

        if (rivalPowers.Count > 1)
        {
            return new(null, Rivals.Show(rivalPowers.Cast<object>()));
        }

        if (outside?.Power is { } said)
        {
            return new(said, null);
        }

        // What is not understood beside the unit may be the power of ten, which no default may speak over.
        if ((title.NoteOfUnit ?? (named is null ? title.DoubtfulUnit : null)) is { } doubtful)
        {
            return new(null, doubtful);
        }

        var isOfDefault = defaults.Unit is not { } usual || unit?.Code == usual;
        // An office that leaves the power of ten of its usual currency unsaid says nothing of another's.
        if (!isOfDefault && named is { IsMoney: true } && defaults.Multiplier > 0)
        {
            return new(null, null);
        }

        var isSaidByWorkbook = named is not null || outside?.Unit is not null;
        return new(
            (isOfDefault ? defaults.Multiplier : null) ?? (isSaidByWorkbook && unit is not null ? 0 : null),
            null
        );
    }

    /// <summary>The power that the workbook says where the profile expects another one; null where they agree.</summary>
    public (int Said, int Expected)? OverProfile =>
        outside?.Power is { } said && defaults.Multiplier is { } expected && expected != said ? (said, expected) : null;

    /// <summary>What rivals agree on: the unit where they name one, the power where they name one.</summary>
    private ScaledUnit? Common() =>
        rivalUnits.Count + rivalPowers.Count == 0
            ? null
            : new(rivalUnits.Count == 1 ? rivalUnits[0] : null, rivalPowers.Count == 1 ? rivalPowers[0] : null);

    /// <summary>The profile's unit, where the workbook does not name others.</summary>
    private Unit? DefaultUnit() =>
        defaults.Unit is { } own
        && (rivalUnits.Count < 2 || rivalUnits.Any(unit => unit.Code == own))
        && (!title.NamesDollars || new Unit(own) is { IsDollar: true } or { IsMoney: false })
            ? new(own)
            : null;
}
