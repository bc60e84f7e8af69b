using Azure.Data.Tables;

namespace BriPipeline.Storage;

/// <summary>Compares what was written with what is stored.</summary>
internal static class StoredColumns
{
    private static readonly string[] OfTheService = ["odata.etag", "Timestamp", "odata.metadata"];

    /// <summary>True if both have the same keys and columns, of the same types.</summary>
    public static bool AreEqual(TableEntity written, TableEntity stored) =>
        written.PartitionKey == stored.PartitionKey
        && written.RowKey == stored.RowKey
        && ColumnsOf(stored).Count() == ColumnsOf(written).Count()
        && ColumnsOf(written).All(name => stored.TryGetValue(name, out var value) && Equals(written[name], value));

    private static IEnumerable<string> ColumnsOf(TableEntity entity) =>
        entity.Keys.Except(OfTheService, StringComparer.Ordinal);
}
