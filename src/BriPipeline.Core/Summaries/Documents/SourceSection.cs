using System.Globalization;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>The list of sources: a line a row of <c>Trade</c> with its workbook, sheet and cell.</summary>
internal sealed class SourceSection(
    MonthlySummary summary,
    SummaryTexts texts,
    SummaryFormat format,
    IReadOnlyList<DocumentBlock> blocks
)
{
    public const string Id = "sources";
    public const string SumsId = "sums";
    public const string WorkbooksId = "workbooks";

    public IEnumerable<DocumentBlock> Write()
    {
        yield return new HeadingBlock(2, texts["sources"], IsAnnex: true);
        yield return new TextBlock(TextKind.Plain, TextRuns.Of(texts["sourcesLead"]));
        var sums = SumsOf(blocks);
        if (sums.Count > 0)
        {
            yield return new TableBlock(
                SumsId,
                texts["sums"],
                texts["sumsCaption"],
                0,
                [texts["number"], texts["rows"]],
                [
                    .. sums.Select(
                        (rows, index) =>
                            (IReadOnlyList<DocumentCell>)
                                [DocumentCell.Of(SumName(index)), new DocumentCell(CellKind.Links, "") { Rows = rows }]
                    ),
                ]
            );
        }

        WorkbookKey[] workbooks = [.. summary.Rows.Values.Select(WorkbookOf).Distinct()];
        yield return new TableBlock(
            WorkbooksId,
            texts["workbooks"],
            texts["workbooksCaption"],
            0,
            [texts["number"], texts["workbook"], texts["versionHeading"]],
            [
                .. workbooks.Select(
                    (workbook, index) =>
                        (IReadOnlyList<DocumentCell>)
                            [
                                DocumentCell.Of(WorkbookName(index)),
                                DocumentCell.Of(workbook.Path),
                                DocumentCell.Of(workbook.Sha256 ?? ""),
                            ]
                ),
            ]
        );
        yield return new TableBlock(
            Id,
            texts["sources"],
            texts["sourcesCaption"],
            1,
            [texts["number"], texts["row"], texts["exactValue"], texts["workbook"], texts["sheet"], texts["cell"]],
            [
                .. summary.Rows.Select(
                    (row, index) =>
                        (IReadOnlyList<DocumentCell>)
                            [
                                DocumentCells.Count(index + 1),
                                DocumentCell.Of(ShortOf(row.Key, row.Value)) with
                                {
                                    Figure = row.Key,
                                },
                                new(CellKind.Exact, format.Exact(row.Value.Value), row.Value.Value)
                                {
                                    Marks = row.Value.Doubt is null ? [] : [texts.MarkOfDoubt],
                                },
                                WorkbookCell(Array.IndexOf(workbooks, WorkbookOf(row.Value))),
                                DocumentCell.Of(row.Value.Sheet),
                                DocumentCell.Of(row.Value.Cell),
                            ]
                ),
            ]
        );
    }

    /// <summary>Every set of more than two rows that a figure stands on, in the order of their first use.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> SumsOf(IEnumerable<DocumentBlock> blocks) =>
        [
            .. blocks
                .SelectMany(block =>
                    block switch
                    {
                        TableBlock { Id: not SumsId } table => table
                            .Lines.SelectMany(line => line)
                            .Select(cell => cell.Rows),
                        TextBlock text => text.Runs.Select(run => run.Rows ?? []),
                        ListBlock list => list.Items.SelectMany(item => item.Select(run => run.Rows ?? [])),
                        _ => [],
                    }
                )
                .Where(rows => rows.Count > 2)
                .DistinctBy(SumKey, StringComparer.Ordinal),
        ];

    /// <summary>A row without what all rows of the document share; its key is in <c>facts.json</c>.</summary>
    private string ShortOf(string key, SummarySource row)
    {
        var commodity = key.Split('|')[1];
        return $"{row.Reporter.Code}-{row.Partner.Code} {row.Flow} {row.Period}"
            + (row.Unit == summary.Choice.Unit ? "" : $" {row.Unit}")
            + (commodity == Commodity.Total.ToString() ? "" : $" {commodity}");
    }

    public static string SumKey(IReadOnlyList<string> rows) => string.Join('+', rows);

    public static string SumName(int index) => "Σ" + (index + 1).ToString(CultureInfo.InvariantCulture);

    private static string WorkbookName(int index) => "W" + (index + 1).ToString(CultureInfo.InvariantCulture);

    private static DocumentCell WorkbookCell(int index) =>
        DocumentCell.Of(WorkbookName(index)) with
        {
            Workbook = index + 1,
        };

    private static WorkbookKey WorkbookOf(SummarySource source) => new(source.Workbook, source.Sha256);

    /// <summary>A version of an upload: <c>uploads/{path}</c>, kept as <c>archive/{sha256}</c>.</summary>
    private readonly record struct WorkbookKey(string Path, string? Sha256);
}
