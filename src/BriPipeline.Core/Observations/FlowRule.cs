using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Observations;

/// <summary>The flow of the figures of one table: that of their own labels, else the one that the places around the table agree on,
/// else the profile's. Places that disagree settle nothing.</summary>
internal sealed class FlowRule
{
    private readonly bool hasColumn;
    private readonly bool othersAreNamed;
    private readonly Settled<TradeFlow> outside;

    /// <param name="overColumns">The flows named in column headings.</param>
    public FlowRule(
        TableLayout table,
        ProfileDefaults defaults,
        TableStatements said,
        TitleFacts title,
        IReadOnlyList<TradeFlow> overColumns
    )
    {
        hasColumn = table.Columns.Any(column => column is { Use: ColumnUse.Label, Dimension: Dimension.Flow });
        othersAreNamed = overColumns.Any(flow => flow != TradeFlow.T);
        var settled = overColumns.Count == 0 ? Nearest(said, table.Sheet) : said.Settle(Dimension.Flow);
        var byDefault = Enum.TryParse<TradeFlow>(defaults.Flow, out var own) ? own : (TradeFlow?)null;
        Conflict = Find(table, said, settled, overColumns, byDefault);
        outside = settled switch
        {
            { Value: TradeFlow flow } => new(flow, null),
            // What a person said in the profile decides between what the workbook leaves open.
            { Rivals: { Count: > 0 } rivals }
                when byDefault is null || !rivals.Any(rival => rival.Value.Equals(byDefault)) => new(
                null,
                Rivals.Show(rivals.Select(rival => rival.Value))
            ),
            _ => new(title.Measures ? null : byDefault, null),
        };
    }

    /// <summary>Why the flow of the table is in doubt: two places disagree.</summary>
    public Refusal? Conflict { get; }

    /// <summary>Where a column names flows, a row with a blank label takes no flow from farther away.</summary>
    public Settled<TradeFlow> Settle(TradeFlow? label) =>
        label is not null ? new(label, null)
        : hasColumn ? new(null, outside.Alternatives)
        // A title of exports and imports, over columns of which some name their own, says nothing of the others.
        : othersAreNamed && outside.Value == TradeFlow.T ? default
        : outside;

    /// <summary>Below a caption that lists both flows, one alone in its line that names a single one of them says of which the table
    /// is; beside other cells it may stand over some columns.</summary>
    private static Settlement Nearest(TableStatements said, Sheet sheet)
    {
        var all = said.About(Dimension.Flow);
        var captions = all.Where(one => one is { Reach: Reach.Caption, Place: not null })
            .GroupBy(one => one.Place!.Value.Row)
            .OrderByDescending(row => row.Key)
            .Select(row => (Line: row.Key, Flows: row.Select(one => (TradeFlow)one.Value).Distinct().ToList()))
            .ToList();
        return
            captions is [(var line, [var flow]), .. { Count: > 0 } above]
            && Enumerable.Range(1, sheet.LastColumn(line)).Count(column => !sheet[line, column].IsBlank) == 1
            && above.TrueForAll(caption => caption.Flows.Contains(flow))
            && all.All(one => one.Reach != Reach.Caption || one.Place is not null)
            ? Settlement.Of(
                [.. all.Where(one => one.Reach != Reach.Caption || flow.Equals(one.Value))],
                DimensionPolicy.Of(Dimension.Flow)
            )
            : said.Settle(Dimension.Flow);
    }

    private static Refusal? Find(
        TableLayout table,
        TableStatements said,
        Settlement settled,
        IReadOnlyList<TradeFlow> overColumns,
        TradeFlow? byDefault
    )
    {
        if (overColumns.Count > 0)
        {
            // A title of exports over columns of exports and imports is loose; over columns of imports alone it contradicts.
            var stray = said.About(Dimension.Flow)
                .Where(statement => !DimensionPolicy.Of(Dimension.Flow).DeafTo.Contains(statement.Reach))
                .GroupBy(statement => (statement.Reach, statement.Text, statement.Place))
                .FirstOrDefault(text => !text.Any(one => overColumns.Any(flow => Agree(flow, (TradeFlow)one.Value))));
            return stray is null
                ? null
                : PlaceText.Refuse(
                    FindingCodes.FlowConflict,
                    PlaceText.Of(stray.First(), table.Sheet),
                    stray.First().Value,
                    "a column heading",
                    overColumns[0]
                );
        }

        if (settled is { Value: TradeFlow flow, Contradictions: [var other, ..] })
        {
            var nearest = said.About(Dimension.Flow).MinBy(statement => statement.Reach)!;
            return PlaceText.Refuse(
                FindingCodes.FlowConflict,
                PlaceText.Of(nearest, table.Sheet),
                flow,
                PlaceText.Of(other, table.Sheet),
                other.Value
            );
        }

        return settled.Value is TradeFlow named && byDefault is { } own && own != named
            ? PlaceText.Refuse(
                FindingCodes.FlowConflict,
                PlaceText.Of(said.About(Dimension.Flow).MinBy(statement => statement.Reach)!, table.Sheet),
                named,
                "the profile",
                own
            )
            : null;
    }

    /// <summary>Turnover is of both; re-exports are exports.</summary>
    private static bool Agree(TradeFlow one, TradeFlow other) =>
        one == other || one == TradeFlow.T || other == TradeFlow.T || one.General() == other.General();
}
