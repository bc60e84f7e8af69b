using BriPipeline.Core.Trade;

namespace BriPipeline.Storage;

/// <summary>What a query asks of the tables: the narrowest range of keys that holds its rows. Periods are told apart by reading them.</summary>
internal static class TradeFilter
{
    /// <summary>For <c>Trade</c>: a pair is one partition, a reporter a range of them; the leading parts of the row key narrow it.</summary>
    public static string Trade(TradeQuery query) =>
        TableFilter.All(
            Pairs(query),
            Rows(query.Commodity?.Code, query.Flow?.ToString(), query.Unit?.Code),
            Equal("Flow", query.Flow?.ToString()),
            Equal("Unit", query.Unit?.Code),
            Equal("Source", query.Source),
            Equal("Variant", query.Variant),
            Equal("Frequency", query.Frequency?.ToString()),
            query.ChangedSince is { } since ? TableFilter.AtLeast("LastChanged", since) : null,
            After(query)
        );

    /// <summary>For <c>Revisions</c>, which has the keys of <c>Trade</c> but not the columns.</summary>
    public static string Revisions(TradeQuery query) =>
        TableFilter.All(
            query.Reporter is null ? null : Pairs(query),
            Rows(query.Commodity?.Code, query.Flow?.ToString(), query.Unit?.Code),
            Equal("Source", query.Source),
            query.ChangedSince is { } since ? TableFilter.AtLeast("At", since) : null,
            After(query)
        );

    /// <summary>For <c>Series</c>: a reporter is one partition, the partner leads its rows.</summary>
    public static string Series(TradeQuery query) =>
        TableFilter.All(
            query.Reporter is { } reporter ? TableFilter.Partition(reporter.Code) : null,
            Rows(query.Partner?.Code, query.Commodity?.Code, query.Flow?.ToString(), query.Unit?.Code),
            Equal("Source", query.Source),
            After(query)
        );

    private static string? Pairs(TradeQuery query) =>
        (query.Reporter, query.Partner) switch
        {
            ({ } reporter, { } partner) => TableFilter.Partition($"{reporter}-{partner}"),
            ({ } reporter, null) => TableFilter.Below("PartitionKey", reporter.Code, '-'),
            (null, { } partner) => TableFilter.Equal("Partner", partner.Code),
            _ => null,
        };

    private static string Rows(params IEnumerable<string?> parts)
    {
        var prefix = string.Join('|', parts.TakeWhile(part => part is not null));
        return prefix.Length == 0 ? TableFilter.Published : TableFilter.Below("RowKey", prefix, '|');
    }

    private static string? Equal(string column, string? value) =>
        value is null ? null : TableFilter.Equal(column, value);

    private static string? After(TradeQuery query) =>
        query.After is { } after ? TableFilter.After(after.Partition, after.Row) : null;
}
