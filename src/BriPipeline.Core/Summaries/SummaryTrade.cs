using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>The trade that a summary tells of, in the series that was chosen: of a reporter, a pair or a region.</summary>
internal abstract class SummaryTrade
{
    protected SummaryTrade(SummaryChoice choice) => Choice = choice;

    public SummaryChoice Choice { get; }
    public abstract Area HeadlineArea { get; }
    public abstract FindAmount Headline { get; }
    public abstract TradeFlow ImportFlow { get; }
    public virtual bool IsPartnersSide => false;

    /// <summary>The amount of which shares are taken.</summary>
    public abstract SummaryAmount? Total(SummaryMeasure measure, TimePeriod period);

    /// <summary>Whose lines stand below the headline.</summary>
    public abstract IEnumerable<(Area Area, FindAmount Find)> Partners(TimePeriod period);

    public abstract string? Valuation(TradeFlow flow, TimePeriod period);

    /// <summary>The headline in the other currencies of the same source and variant.</summary>
    public virtual IEnumerable<(string Unit, FindAmount Find)> OtherUnits => [];

    public virtual SummaryMirror? Mirror(TimePeriod period) => null;

    /// <summary>All sides on whose figures a target in a unit can be measured.</summary>
    public abstract IReadOnlyList<(Area Reporter, string Source, FindAmount Find)> Sides(string? unit);

    /// <summary>The trade, or the sentence that says why there is none.</summary>
    public static (SummaryTrade? Trade, string? Reason) Of(SummaryInput input)
    {
        // Totals are rows of their own, never sums of commodities.
        var totals = input with
        {
            Rows = [.. input.Rows.Where(row => row.Key.Commodity == Commodity.Total)],
        };
        return input.Subject.Kind switch
        {
            SubjectKind.Reporter => ReporterTrade.Of(totals),
            SubjectKind.Pair => PairTrade.Of(totals),
            _ => RegionTrade.Of(totals),
        };
    }

    /// <summary>The places of the rows behind amounts.</summary>
    public static IReadOnlyDictionary<string, SummarySource> SourcesOf(
        IEnumerable<SummaryAmount> amounts,
        IEnumerable<TradeRow> rows
    )
    {
        var behind = amounts.SelectMany(amount => amount.Rows).ToHashSet(StringComparer.Ordinal);
        var sources = new SortedDictionary<string, SummarySource>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var key = SummaryRows.KeyOf(row);
            if (behind.Contains(key))
            {
                sources[key] = SourceOf(row);
            }
        }

        return sources;
    }

    /// <summary>The flows without which a period is awaited.</summary>
    protected static TradeFlow[] Missing(SummaryRows rows, Area partner, TradeFlow importFlow, TimePeriod period) =>
        [.. new[] { TradeFlow.X, importFlow }.Where(flow => rows.Find(partner, flow, period) is null)];

    private static SummarySource SourceOf(TradeRow row) =>
        new(
            row.Key.Reporter,
            row.Key.Partner,
            row.Key.Flow,
            row.Key.Period,
            row.Key.Unit.Code,
            row.Value,
            row.Status,
            row.Upload,
            row.Sha256,
            row.Edition,
            row.Sheet,
            row.Cell
        )
        {
            Doubt = row.Doubt,
            TradeSystem = row.TradeSystem,
        };
}
