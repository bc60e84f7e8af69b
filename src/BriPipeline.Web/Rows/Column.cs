using System.Globalization;

namespace BriPipeline.Web.Rows;

/// <summary>A column of what is handed out: in CSV a field, in JSON a member, in the API's description a property.</summary>
/// <param name="Type">Of JSON schema: <c>string</c>, <c>number</c> or <c>integer</c>.</param>
/// <param name="About">What it holds, a few words.</param>
/// <param name="Value">A string, <c>decimal</c>, <c>int</c> or <c>long</c>; null where the row has none.</param>
public sealed record Column<T>(string Name, string Type, string About, Func<T, object?> Value);

/// <summary>How values are printed, the same everywhere.</summary>
public static class ColumnText
{
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    public static string? Of(object? value) =>
        value is decimal number ? Csv.Number(number) : Convert.ToString(value, CultureInfo.InvariantCulture);
}
