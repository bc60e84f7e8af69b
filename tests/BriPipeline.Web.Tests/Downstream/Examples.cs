using System.Globalization;
using Azure.Data.Tables;

namespace BriPipeline.Web.Tests.Downstream;

/// <summary>The C# of <c>docs/app-developer.md</c>, word for word: a test compares them.</summary>
internal static class Examples
{
    // <examples>
    // A series: China's monthly exports as reported by UZB, exact.
    public static async Task<List<(string Period, decimal Value)>> SeriesAsync(TableServiceClient service)
    {
        var table = service.GetTableClient("Trade");
        var series = new List<(string, decimal)>();
        var filter =
            "PartitionKey eq 'UZB-CHN' and RowKey ge 'TOTAL|X|USD|api-test|M|' and RowKey lt 'TOTAL|X|USD|api-test|M}'";
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["Period", "ValueText"]))
        {
            series.Add(
                (row.GetString("Period"), decimal.Parse(row.GetString("ValueText"), CultureInfo.InvariantCulture))
            );
        }

        return series;
    }

    // All partners of a month.
    public static async Task<List<string>> PartnersAsync(TableServiceClient service)
    {
        var table = service.GetTableClient("TradeByPeriod");
        var partners = new List<string>();
        var filter =
            "PartitionKey eq 'UZB|M|2021-01' and RowKey ge 'TOTAL|X|USD|api-test|' and RowKey lt 'TOTAL|X|USD|api-test}'";
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
