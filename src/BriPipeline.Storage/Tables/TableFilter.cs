using System.Globalization;

namespace BriPipeline.Storage;

/// <summary>Conditions of table queries.</summary>
internal static class TableFilter
{
    public static string Partition(string partition) => Equal("PartitionKey", partition);

    public static string Equal(string property, string value) => $"{property} eq {Quote(value)}";

    /// <summary>Keys that start with <paramref name="prefix"/> and a separator: from <c>p|</c> to before <c>p}</c>.</summary>
    public static string Below(string property, string prefix, char separator) =>
        $"{property} ge {Quote(prefix + separator)} and {property} lt {Quote(prefix + (char)(separator + 1))}";

    public static string AtLeast(string property, DateTimeOffset time) =>
        $"{property} ge datetime'{time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture)}'";

    /// <summary>Rows whose keys follow these.</summary>
    public static string After(string partition, string row) =>
        $"PartitionKey ge {Quote(partition)} and (PartitionKey gt {Quote(partition)} or RowKey gt {Quote(row)})";

    /// <summary>Rows that readers see: those for our own use start with <c>!</c>.</summary>
    public const string Published = "RowKey ge '\"'";

    public static string All(params IEnumerable<string?> conditions) =>
        string.Join(" and ", conditions.OfType<string>());

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
