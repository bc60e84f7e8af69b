using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace BriPipeline.Storage;

/// <summary>The column <c>Sum</c> of rows from which nothing else can be told: a hash of their other columns. Rows that follow from
/// plans and manifests need none.</summary>
internal static class RowSum
{
    private const string Column = "Sum";
    private const int Digits = 16;

    private static readonly HashSet<string> Left = new(StringComparer.Ordinal)
    {
        Column,
        "PartitionKey",
        "RowKey",
        "Timestamp",
        "odata.etag",
    };

    public static void Seal(TableEntity entity) => entity[Column] = Of(entity);

    /// <summary>False for a row that is not what was written; rows of before there were sums cannot be told.</summary>
    public static bool IsWhole(TableEntity entity) =>
        !entity.TryGetValue(Column, out var sum) || (sum as string) == Of(entity);

    private static string Of(TableEntity entity)
    {
        var text = new StringBuilder().Append(entity.PartitionKey).Append('\n').Append(entity.RowKey);
        foreach (
            var (name, value) in entity
                .Where(column => !Left.Contains(column.Key) && column.Value is not null)
                .OrderBy(column => column.Key, StringComparer.Ordinal)
        )
        {
            text.Append('\n').Append(name).Append('=').Append(TextOf(value));
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Digits];
    }

    /// <summary>Alike before and behind storage, which keeps times to 100 ns in UTC.</summary>
    private static string? TextOf(object value) =>
        value is DateTimeOffset time
            ? time.UtcTicks.ToString(CultureInfo.InvariantCulture)
            : Convert.ToString(value, CultureInfo.InvariantCulture);
}
