using System.Buffers;
using System.Globalization;

namespace BriPipeline.Web.Rows;

/// <summary>Lines of comma-separated values (RFC 4180, but with "\n" line ends).</summary>
public static class Csv
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static void WriteRow(TextWriter writer, params ReadOnlySpan<string?> fields)
    {
        for (var i = 0; i < fields.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            WriteField(writer, fields[i]);
        }

        writer.Write('\n');
    }

    /// <summary>Exact, invariant, without zeros that say nothing.</summary>
    public static string Number(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static void WriteField(TextWriter writer, string? field)
    {
        if (field is null)
        {
            return;
        }

        if (!field.AsSpan().ContainsAny(Special))
        {
            writer.Write(field);
            return;
        }

        writer.Write('"');
        writer.Write(field.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
