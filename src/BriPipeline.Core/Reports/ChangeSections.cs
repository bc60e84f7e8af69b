using BriPipeline.Core.Language;
using BriPipeline.Core.Office;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Reports;

/// <summary>What an import changed, as two tables of a report: the largest changes, and their sums.</summary>
internal sealed class ChangeSections(ReportTexts texts)
{
    private readonly ReportTables tables = new(texts);

    public Markup Of(Plan plan)
    {
        var revisions = ImportChanges.Revisions(plan).Select(Cells).ToList();
        var series = ImportChanges.BySeries(plan).Select(Cells).ToList();
        (string, string)[] key =
        [
            (texts.Reporter, ""),
            (texts.Partner, ""),
            (texts.Flow, ""),
            (texts.Commodity, ""),
            (texts.Unit, ""),
        ];
        return Markup.Join([
            tables.Section(
                texts.Changes,
                [
                    .. key,
                    (texts.Period, "p"),
                    (texts.Change, ""),
                    (texts.Was, "n"),
                    (texts.Is, "n"),
                    (texts.Difference, "n"),
                ],
                revisions
            ),
            tables.Section(
                texts.Series,
                [.. key, (texts.Frequency, ""), (texts.Variant, ""), (texts.Figures, "n"), (texts.Sum, "n")],
                series
            ),
        ]);
    }

    private string[] Cells(Revision revision)
    {
        var kind = revision.Kind.ToString().ToLowerInvariant();
        return
        [
            .. Cells(revision.Key.Series),
            revision.Key.Period.ToString(),
            texts.Kinds.GetValueOrDefault(kind, kind),
            tables.Number(revision.OldValue),
            tables.Number(revision.NewValue),
            tables.Signed(ImportChanges.Difference(revision)),
        ];
    }

    private string[] Cells(SeriesChange change) =>
        [
            .. Cells(change.Key),
            change.Key.Frequency.ToString(),
            change.Key.Variant ?? "",
            tables.Number(change.Figures),
            tables.Signed(change.Sum),
        ];

    private string[] Cells(SeriesKey key) =>
        [NameOf(key.Reporter), NameOf(key.Partner), key.Flow.ToString(), key.Commodity.Code, key.Unit.Code];

    private string NameOf(Area area) =>
        AreaCodeList.Standard.NameOf(area, texts.Language) is var name && name != area.Code
            ? $"{name} ({area.Code})"
            : area.Code;
}
