using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>What captions of earlier tables of a sheet say for those below, unless these say their own.</summary>
internal sealed class CarriedCaptions(CellEvidence evidence)
{
    private readonly Dictionary<Sheet, IReadOnlyList<Label>> units = [];
    private readonly Dictionary<Sheet, IReadOnlyList<string>> areas = [];

    /// <summary>The captions of earlier tables that name areas.</summary>
    public IReadOnlyList<string> Areas(Sheet sheet) => areas.GetValueOrDefault(SheetBand.WholeOf(sheet)) ?? [];

    public void KeepAreas(Sheet sheet, IEnumerable<Label> around)
    {
        IReadOnlyList<string> own =
        [
            .. around
                .Where(label => label is { Dimension: Dimension.Partner, Reach: Reach.Caption })
                .Select(label => label.Text),
        ];
        areas[SheetBand.WholeOf(sheet)] = own.Count > 0 ? own : Areas(sheet);
    }

    /// <summary>A table's own labels, and the units above earlier ones where its captions name none.</summary>
    public IEnumerable<Label> WithUnits(Sheet sheet, IReadOnlyList<Label> own) =>
        own.Any(label =>
            label is { Dimension: Dimension.Unit, Reach: Reach.Caption } && evidence.Of(label.Text).Has(TermKind.Unit)
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
