using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Readings.Mutations;

/// <summary>Judges what a mutated workbook says of a cell that was read before. A mutation may make another truth: what
/// an edited label names by itself is what a reader must believe. All else that changes is wrong.</summary>
internal static class MutationOracle
{
    private static readonly LabelTexts Reader = new(SourceProfile.Unknown("oracle"));
    private static readonly PeriodLabels Periods = new(Reader, () => []);

    /// <summary>What is wrong with an observation after the mutation; null where it is right.</summary>
    public static string? Wrong(Observation before, Observation after, Mutation mutation)
    {
        var (was, now) = (before.Key, after.Key);
        return mutation.AddedLimit && now.Commodity == was.Commodity && Governs(mutation, before)
                ? "stored though a word limits it"
            : now.Reporter != was.Reporter && !NamesArea(mutation, now.Reporter) ? "reporter"
            : now.Partner != was.Partner && !NamesArea(mutation, now.Partner) ? "partner"
            : now.Flow != was.Flow && !Names(mutation, TermKind.Flow, now.Flow.ToString()) ? "flow"
            : now.Unit != was.Unit && !Names(mutation, TermKind.Unit, now.Unit.Code) ? "unit"
            : after.Multiplier != before.Multiplier && !NamesPower(mutation, after) ? "multiplier"
            : now.Period != was.Period && !NamesPeriod(mutation, now.Period) && !LosesMonth(mutation, was.Period)
                ? "period"
            : now.Variant != was.Variant && !NamesVariant(mutation, now.Variant) ? "variant"
            : now.Commodity != was.Commodity && !NamesCommodity(mutation, now.Commodity) ? "commodity"
            : null;
    }

    /// <summary>Whether the edited label stands over or beside the figure; the unit or status beside one may be another's, and a
    /// commodity may have a code that says what it is.</summary>
    private static bool Governs(Mutation mutation, Observation observation)
    {
        var cell = observation.Provenance.Cell;
        return mutation.Sheet.Name == observation.Provenance.Sheet
            && mutation.Spots.Any(spot =>
                spot.Place switch
                {
                    LabelPlace.Row => spot.Address.Row == cell.Row
                        && spot.Dimension is not (Dimension.Unit or Dimension.Status or Dimension.Commodity),
                    LabelPlace.Header => spot.Address.Column == cell.Column
                        && spot.Address.Row < cell.Row
                        && cell.Row <= spot.LastRow,
                    _ => false,
                }
            );
    }

    /// <summary>What the mutation took away may leave nearer or farther labels to speak instead.</summary>
    private static bool TakesAway(Mutation mutation, Func<string, bool> speaks) =>
        mutation.Kind is "delete" or "move" or "swap" or "copy" or "lose word"
        && mutation.Spots.Any(spot =>
            (spot.Place is not (LabelPlace.Row or LabelPlace.Header) || IsHeadingToo(spot)) && speaks(spot.Text)
        );

    /// <summary>A name of a row that heads the rows below it, or says its own unit; a unit over a column of names.</summary>
    private static bool IsHeadingToo(LabelSpot spot) =>
        spot is { Place: LabelPlace.Row, Dimension: Dimension.Partner }
            && ReadText
                .Of(spot.Text)
                .Terms.Any(term => term.Kind is TermKind.Flow or TermKind.Unit or TermKind.Multiplier)
        || spot.Place == LabelPlace.Header
            && ReadText.Of(spot.Text).Terms is var over
            && over.Any(term => term is { Kind: TermKind.Dimension, Code: "area" or "partner" })
            && over.Any(term => term.Kind == TermKind.Unit);

    private static bool NamesArea(Mutation mutation, Area area) =>
        mutation.After.Any(text =>
            Areas(text).Contains(area)
            || (area.IsGroup && ReadText.Of(text).Terms.Any(term => term.Kind == TermKind.Total))
        )
        || TakesAway(mutation, text => Areas(text).Any())
        || mutation.After.Any(IsFlow)
        // The keys of two lines changed places.
        || mutation.After.Any(text =>
            ReadText.Of(text).Terms is [{ Kind: TermKind.Dimension, Code: "reporter" or "partner" }]
        );

    /// <summary>A row of a flow belongs to the country that heads it.</summary>
    private static bool IsFlow(string text) => Reader.Flows(text).Count > 0 && ReadText.Of(text).LeftOver.Count == 0;

    private static IEnumerable<Area> Areas(string text) =>
        AreaCodeList
            .Standard.Find(text)
            .Concat(ReadText.Of(text).Areas.Select(mention => mention.Area))
            .Concat(
                Enum.GetValues<AreaCodeScheme>()
                    .Select(scheme => AreaCodeList.Standard.FindCode(scheme, text.Trim()))
                    .OfType<Area>()
            );

    private static bool Names(Mutation mutation, TermKind kind, string code) =>
        mutation
            .After.Select(SpelledOut)
            .Any(text => ReadText.Of(text).Terms.Any(term => term.Kind == kind && term.Code == code))
        || TakesAway(mutation, text => ReadText.Of(text).Terms.Any(term => term.Kind == kind));

    /// <summary>"E x p o r t s", a word over two lines, and "EJAN" as the words that they are.</summary>
    private static string SpelledOut(string text) =>
        text.Split(' ').All(part => part.Length == 1) ? text.Replace(" ", "", StringComparison.Ordinal)
        : text is ['I' or 'E', _, _, _] or ['I' or 'E', 'Y', 'R']
            ? (text[0] == 'I' ? "imports " : "exports ") + text[1..]
        : text.Replace("-\n", "", StringComparison.Ordinal);

    private static bool NamesPower(Mutation mutation, Observation after) =>
        mutation.After.Any(text =>
            Reader.Units(text) is var units
            && (
                units.Any(unit => unit.Power == after.Multiplier)
                || (
                    after.Multiplier == 0
                    && units.Any(unit => unit.Unit == after.Key.Unit)
                    && ReadText.Of(text).LeftOver.Count == 0
                )
            )
        )
        // Where the words of a title are not known, the profile speaks.
        || mutation
            .Spots.Zip(mutation.After)
            .Any(pair => pair.First.Place == LabelPlace.Caption && ReadText.Of(pair.Second).Unexplained.Count > 0)
        || TakesAway(mutation, text => Reader.Units(text).Count > 0);

    private static bool NamesPeriod(Mutation mutation, TimePeriod period) =>
        mutation.After.Any(text =>
            Parts(text).Any(part => Fits(part, period))
            || (period.Frequency == Frequency.A && ReadText.Of(text).Terms.Any(term => term.Kind == TermKind.Total))
        ) || TakesAway(mutation, text => Parts(text).Any());

    /// <summary>Without one of its months a row of the year is no longer known to be the sum of them.</summary>
    private static bool LosesMonth(Mutation mutation, TimePeriod was) =>
        was.Frequency == Frequency.C
        && mutation.Spots.Any(spot =>
            spot.Place == LabelPlace.Row && Parts(spot.Text).Any(part => part.FirstMonth is not null)
        );

    private static IEnumerable<PeriodPart> Parts(string text) =>
        Enum.GetValues<LabelKind>()
            .SelectMany(kind => Periods.Periods(kind, text))
            .Concat(PeriodText.FindIn(text))
            // "M2" beside another month is one.
            .Concat(MonthLetters.Expand([text, "M1"]).SelectMany(month => PeriodText.Read(month.Value)))
            // A flow and a month, or the year, in one word.
            .Concat(text.Length is > 2 and < 6 ? PeriodText.Read(text[1..]) : [])
            .Concat(text is ['I' or 'E', 'Y', 'R'] ? PeriodText.Read("year") : []);

    private static bool Fits(PeriodPart part, TimePeriod period) =>
        (part.FirstMonth, part.LastMonth, period.Frequency) is (1, 12, Frequency.A)
        || part.Year == period.First.Year
        || part.FirstMonth == period.First.Month
        || part.Quarter is not null;

    private static bool NamesVariant(Mutation mutation, string? variant) =>
        mutation.After.Any(text =>
            variant is null
                ? Reader.Variant(text) is null
                : Reader.Variant(text) == variant
                    || ReadText.Of(text).Terms.Any(term => term.Kind == TermKind.Valuation && term.Code == variant)
        );

    private static bool NamesCommodity(Mutation mutation, Commodity commodity) =>
        mutation.After.Any(text =>
            CommodityText.Named(text) == commodity
            // A name without a code is a commodity of its own; another column may have become the codes.
            || commodity.Code.StartsWith("N.", StringComparison.Ordinal)
            || ReadText.Of(text).Terms.Any(term => term is { Kind: TermKind.Dimension, Code: "commodity-code" })
            || (commodity == Commodity.Total && ReadText.Of(text).Terms.Any(term => term.Kind == TermKind.Total))
            || (
                commodity.Code.Split('.') is [_, var code]
                && code.Length > 0
                && text.StartsWith(code, StringComparison.Ordinal)
            )
        );
}
