using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Summaries;

/// <summary>Reads from <c>Trade</c> what a summary needs, and no more.</summary>
internal sealed class SummaryTradeReader(ITradeReader trade, ISeriesReader series)
{
    public async Task<IReadOnlyList<TradeRow>> ReadPeriodsAsync(
        Area reporter,
        TimePeriod period,
        CancellationToken cancellation
    )
    {
        var rows = new List<TradeRow>();
        foreach (var behind in SummaryPeriods.Behind(period))
        {
            await foreach (var row in trade.QueryPeriodAsync(reporter, behind, cancellation))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    /// <summary>With a reporter's rows of commodities with the World, of the period and the year before, at the coarsest level that
    /// the chosen source publishes: no other detail is read.</summary>
    public async Task<SummaryInput> WithCommoditiesAsync(SummaryInput input, CancellationToken cancellation)
    {
        if (input.Subject.Kind != SubjectKind.Reporter || SummaryCompiler.ChoiceOf(input) is not { } choice)
        {
            return input;
        }

        var query = new TradeQuery
        {
            Reporter = input.Subject.Reporter,
            Partner = Area.World,
            Source = choice.Source,
            Frequency = input.Period.Frequency,
        };
        var published = await series
            .QuerySeriesAsync(query, cancellation)
            .Where(row => row.Last.Last >= input.Period.First && row.Key.Unit.Code == choice.Unit)
            .Select(row => row.Key.Commodity)
            .ToListAsync(cancellation);
        var rows = input.Rows.ToList();
        foreach (var commodity in SummaryCommodities.CoarsestLevel(published))
        {
            foreach (var period in new[] { input.Period, input.Period.YearEarlier })
            {
                rows.AddRange(
                    await trade
                        .QueryCommodityAsync(input.Subject.Reporter, period, commodity, cancellation)
                        .ToListAsync(cancellation)
                );
            }
        }

        return input with
        {
            Rows = rows,
        };
    }

    /// <summary>All that the sides say of each other, and a pair's reporter of the World.</summary>
    public async Task<IReadOnlyList<TradeRow>> ReadBetweenAsync(SummarySubject subject, CancellationToken cancellation)
    {
        if (subject.Partner is not { } partner)
        {
            return [];
        }

        // Whoever has left since is named as missing where a period still counts it.
        Area[] own =
            subject.Kind == SubjectKind.Pair
                ? [subject.Reporter]
                : [.. AreaCodeList.Standard.Members(subject.Reporter, TimePeriod.OfYear(DateOnly.MaxValue.Year))];
        var rows = new List<TradeRow>();
        var pairs = own.SelectMany(area => new[] { (area, partner), (partner, area) })
            .Concat(subject.Kind == SubjectKind.Pair ? [(subject.Reporter, Area.World)] : []);
        foreach (var (reporter, other) in pairs)
        {
            var query = new TradeQuery
            {
                Reporter = reporter,
                Partner = other,
                Commodity = Commodity.Total,
            };
            await foreach (var row in trade.QueryAsync(query, cancellation))
            {
                rows.Add(row);
            }
        }

        return rows;
    }
}
