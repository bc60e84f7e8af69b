using System.Globalization;
using Azure.Data.Tables;

namespace BriPipeline.Local.Tests.Downstream;

/// <summary>The C# of <c>docs/app-developer.md</c>, word for word: a test compares them.</summary>
internal static class Examples
{
    // <examples>
    // A series: exports to China, a year each, as Kazakhstan reports them; exact.
    public static async Task<List<(string Period, decimal Value)>> SeriesAsync(TableServiceClient service)
    {
        var table = service.GetTableClient("Trade");
        var series = new List<(string, decimal)>();
        var filter =
            "PartitionKey eq 'KAZ-CHN' and RowKey ge 'TOTAL|X|USD|sample-kz-yearly|A|' and RowKey lt 'TOTAL|X|USD|sample-kz-yearly|A}'";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["Period", "ValueText"]))
        {
            series.Add(
                (row.GetString("Period"), decimal.Parse(row.GetString("ValueText"), CultureInfo.InvariantCulture))
            );
        }

        return series;
    }

    // All partners of a year.
    public static async Task<List<string>> PartnersAsync(TableServiceClient service)
    {
        var table = service.GetTableClient("TradeByPeriod");
        var partners = new List<string>();
        var filter =
            "PartitionKey eq 'KAZ|A|2022' and RowKey ge 'TOTAL|X|USD|sample-kz-yearly|' and RowKey lt 'TOTAL|X|USD|sample-kz-yearly}'";
        await foreach (var row in table.QueryAsync<TableEntity>(filter))
        {
            partners.Add(row.GetString("Partner"));
        }

        return partners;
    }

    // What changed since the import whose number you kept; keep the last number that you get.
    public static async Task<List<(long Number, string Source, long Seq)>> ChangesAsync(
        TableServiceClient service,
        long kept
    )
    {
        var table = service.GetTableClient("Feed");
        var changes = new List<(long, string, long)>();
        var filter = string.Create(CultureInfo.InvariantCulture, $"PartitionKey eq 'feed' and RowKey gt '{kept:D19}'");
        await foreach (var row in table.QueryAsync<TableEntity>(filter))
        {
            changes.Add((row.GetInt64("Number")!.Value, row.GetString("Source"), row.GetInt64("Seq")!.Value));
        }

        return changes;
    }
    // </examples>
}
