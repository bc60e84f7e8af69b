using System.Globalization;
using System.Text.Json;
using BriPipeline.Web.Rows;

namespace BriPipeline.Web.Api;

/// <summary>How the rows of an answer are written: what stands before them, a row, what stands behind them.</summary>
internal abstract class RowWriter<T>(string contentType)
{
    public string ContentType { get; } = contentType;

    public abstract void Begin(TextWriter writer, string? next);

    public abstract void Write(TextWriter writer, T row, long index);

    public abstract void End(TextWriter writer, long count);
}

/// <summary>A header, a line a row, and at the end where it is asked for a comment that says how many.</summary>
internal sealed class CsvRows<T>(IReadOnlyList<Column<T>> columns, bool isCounted)
    : RowWriter<T>("text/csv; charset=utf-8")
{
    public override void Begin(TextWriter writer, string? next) =>
        Csv.WriteRow(writer, [.. columns.Select(column => column.Name)]);

    public override void Write(TextWriter writer, T row, long index) =>
        Csv.WriteRow(writer, [.. columns.Select(column => ColumnText.Of(column.Value(row)))]);

    public override void End(TextWriter writer, long count) =>
        writer.Write(isCounted ? string.Create(CultureInfo.InvariantCulture, $"# complete: {count} rows\n") : "");
}

/// <summary>An object: where it goes on, the rows, how many, and last that it is complete.</summary>
internal sealed class JsonRows<T>(string name, IReadOnlyList<Column<T>> columns)
    : RowWriter<T>("application/json; charset=utf-8")
{
    public override void Begin(TextWriter writer, string? next) =>
        writer.Write($"{{\"next\":{JsonSerializer.Serialize(next)},\"{name}\":[");

    public override void Write(TextWriter writer, T row, long index)
    {
        writer.Write(index == 0 ? "\n" : ",\n");
        JsonRow.Write(writer, columns, row);
    }

    public override void End(TextWriter writer, long count) =>
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"\n],\"rows\":{count},\"complete\":true}}\n"));
}
