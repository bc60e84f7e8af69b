using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Trade;

namespace BriPipeline.Storage;

/// <summary>A row of <c>Registers</c>: kind and id are its keys.</summary>
internal static class RegisterEntity
{
    private const string DayFormat = "yyyy-MM-dd";
    private const char Separator = ' ';

    public static TableEntity Of(RegisterRow row)
    {
        var entity = new TableEntity(PartitionOf(row.Kind), row.Id)
        {
            ["Source"] = RegisterReading.Source,
            ["Subjects"] = string.Join(Separator, row.Subjects),
            ["Names"] = JsonSerializer.Serialize(row.Names),
            ["Quoted"] = row.Source,
            ["QuotedDate"] = Day(row.SourceDate),
            ["Upload"] = row.Upload,
            ["Sheet"] = row.Sheet,
            ["Cell"] = row.Cell,
        };
        entity.AddUnlessNull("Words", row.Words.Count > 0 ? JsonSerializer.Serialize(row.Words) : null);
        entity.AddUnlessNull("Flow", row.Flow?.ToString());
        entity.AddUnlessNull("Qualifier", row.Qualifier);
        entity.AddUnlessNull("AmountText", row.Amount?.ToString(CultureInfo.InvariantCulture));
        entity.AddUnlessNull("Unit", row.Unit);
        entity.AddUnlessNull("Year", row.Year);
        entity.AddUnlessNull("Period", row.Period?.ToString());
        entity.AddUnlessNull("Basis", row.Basis);
        entity.AddUnlessNull("Place", row.Place);
        entity.AddUnlessNull("Sector", row.Sector);
        entity.AddUnlessNull("Status", row.Status);
        entity.AddUnlessNull("Date", row.Date?.ToString());
        entity.AddUnlessNull("Until", row.Until is { } until ? Day(until) : null);
        entity.AddUnlessNull("Speaker", row.Speaker);
        EntityLimits.Check(entity);
        return entity;
    }

    public static RegisterRow Read(TableEntity entity) =>
        new()
        {
            Kind = Enum.Parse<RegisterKind>(entity.PartitionKey, ignoreCase: true),
            Id = entity.RowKey,
            Subjects = entity.GetString("Subjects").Split(Separator, StringSplitOptions.RemoveEmptyEntries),
            Names = JsonSerializer.Deserialize<SortedDictionary<string, string>>(entity.GetString("Names"))!,
            Words = JsonSerializer.Deserialize<SortedDictionary<string, string>>(entity.GetString("Words") ?? "{}")!,
            Flow = entity.GetString("Flow") is { } flow ? Enum.Parse<TradeFlow>(flow) : null,
            Qualifier = entity.GetString("Qualifier"),
            Amount = entity.GetString("AmountText") is { } amount
                ? decimal.Parse(amount, NumberStyles.Float, CultureInfo.InvariantCulture)
                : null,
            Unit = entity.GetString("Unit"),
            Year = entity.GetInt32("Year"),
            Period = entity.GetString("Period") is { } period ? TimePeriod.Parse(period) : null,
            Basis = entity.GetString("Basis"),
            Place = entity.GetString("Place"),
            Sector = entity.GetString("Sector"),
            Status = entity.GetString("Status"),
            Date = entity.GetString("Date") is { } date ? PartialDate.Parse(date) : null,
            Until = entity.GetString("Until") is { } until ? Day(until) : null,
            Speaker = entity.GetString("Speaker"),
            Source = entity.GetString("Quoted"),
            SourceDate = Day(entity.GetString("QuotedDate")),
            Upload = entity.GetString("Upload"),
            Sheet = entity.GetString("Sheet"),
            Cell = entity.GetString("Cell"),
        };

    public static RegisterKey KeyOf(TableEntity entity) =>
        new(Enum.Parse<RegisterKind>(entity.PartitionKey, ignoreCase: true), entity.RowKey);

    /// <summary>Null for a row that is not just what <see cref="Of"/> would write.</summary>
    public static RegisterRow? ReadExactly(TableEntity entity)
    {
        try
        {
            var row = Read(entity);
            return StoredColumns.AreEqual(Of(row), entity) ? row : null;
        }
        catch (Exception wrong)
            when (wrong
                    is FormatException
                        or InvalidOperationException
                        or ArgumentException
                        or JsonException
                        or NullReferenceException
            )
        {
            return null;
        }
    }

    public static string PartitionOf(RegisterKind kind) => kind.ToString().ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);
}
