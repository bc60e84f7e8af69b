using System.Text;
using System.Text.Json;

namespace BriPipeline.Web.Rows;

/// <summary>A row as a JSON object on one line; numbers have every digit.</summary>
public static class JsonRow
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write<T>(TextWriter writer, IReadOnlyList<Column<T>> columns, T row)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            foreach (var column in columns)
            {
                json.WritePropertyName(column.Name);
                if (column.Value(row) is decimal number)
                {
                    json.WriteRawValue(Csv.Number(number));
                }
                else
                {
                    JsonSerializer.Serialize(json, column.Value(row));
                }
            }

            json.WriteEndObject();
        }

        writer.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
