using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What captions of earlier tables of a sheet say for those below, unless these say their own.</summary>
internal sealed class CarriedCaptions(CellEvidence evidence)
{
    private readonly Dictionary<Sheet, IReadOnlyList<Label>> units = [];
    private readonly Dictionary<Sheet, IReadOnlyList<string>> areas = [];
    private readonly Dictionary<Sheet, Finding> limits = [];

    /// <summary>The captions of earlier tables that name areas.</summary>
    public IReadOnlyList<string> Areas(Sheet sheet) => areas.GetValueOrDefault(SheetBand.WholeOf(sheet)) ?? [];

    /// <summary>What limits the tables above and so the one below, unless a title of its own says what it holds.</summary>
    public Finding? Limit(FoundTable table) =>
        limits.TryGetValue(SheetBand.WholeOf(table.Sheet), out var limit)
        && !TableContext.Captions(table.Sheet, table.Area).Any(caption => IsTitleOfTrade(caption.Text))
            ? limit
            : null;

    public void KeepLimit(Sheet sheet, Finding? refusal)
    {
        if (refusal?.Code == FindingCodes.CaptionLimits)
        {
            limits[SheetBand.WholeOf(sheet)] = refusal;
        }
        else
        {
            limits.Remove(SheetBand.WholeOf(sheet));
        }
    }

    private bool IsTitleOfTrade(string text) =>
        evidence
            .Of(text)
            .Terms.Any(term =>
                term.Kind is TermKind.Flow or TermKind.Limit
                || term is { Kind: TermKind.Filler, Code: "trade" }
                || term is { Kind: TermKind.Dimension, Code: "commodity" or "commodity-code" }
            );

    public void KeepAreas(Sheet sheet, IEnumerable<Label> around, IEnumerable<string> captions)
    {
        IReadOnlyList<string> own =
        [
            .. around
                .Where(label => label is { Dimension: Dimension.Partner, Reach: Reach.Caption })
                .Select(label => label.Text)
                .Concat(captions.Where(text => PartnerLimits.In(text) is not null))
                .Distinct(StringComparer.Ordinal),
        ];
        areas[SheetBand.WholeOf(sheet)] = own.Count > 0 ? own : Areas(sheet);
    }

    /// <summary>A table's own labels, and the units above earlier ones where its captions name neither unit nor power of ten.</summary>
    public IEnumerable<Label> WithUnits(Sheet sheet, IReadOnlyList<Label> own) =>
        own.Any(label =>
            label is { Dimension: Dimension.Unit, Reach: Reach.Caption }
            && evidence.Of(label.Text) is var said
            && (said.Has(TermKind.Unit) || said.Has(TermKind.Multiplier))
        )
            ? own
            : own.Concat(units.GetValueOrDefault(SheetBand.WholeOf(sheet)) ?? []);

    public void KeepUnits(Sheet sheet, IEnumerable<Label> around) =>
        units[SheetBand.WholeOf(sheet)] = [
            .. around
                .Where(label => label is { Dimension: Dimension.Unit, Reach: Reach.Caption or Reach.Note })
                .DistinctBy(label => UnitIn(label.Text), StringComparer.Ordinal)
                .Select(label => label with { Reach = Reach.Note }),
        ];

    /// <summary>What a text says of the unit, alike for all that say the same: of a thousand titles one is kept.</summary>
    private string UnitIn(string text) =>
        string.Join(
            '|',
            evidence
                .Of(text)
                .Terms.Where(term => term.Kind is TermKind.Unit or TermKind.Multiplier)
                .Select(term => term.Code)
                .Append(new string('0', text.Count(c => c == '0')))
        );
}
