using System.Text.RegularExpressions;
using Azure.Data.Tables;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Storage.Tests;

/// <summary>Downstream apps read these columns. New ones may be added here; none may go or change its type within a schema version.</summary>
public sealed partial class PublishedColumnsTests
{
    private const string Figures =
        "Reporter String, Partner String, Flow String, Commodity String, Unit String, Source String, Variant String, Frequency String, "
        + "Period String, Value Double, ValueText String, Multiplier Int32, Decimals Int32, Status String, Valuation String, "
        + "TradeSystem String, Nomenclature String, Note String, Doubt String, PartnerLabel String, CommodityLabel String, Edition String, "
        + "Upload String, Sha256 String, Sheet String, Cell String, Raw String, Seq Int64, FirstSeen DateTime, LastChanged DateTime";

    private static readonly DateTimeOffset Time = new(2024, 2, 3, 4, 5, 6, TimeSpan.Zero);

    private static readonly ObservationKey Key = new(
        new("KAZ"),
        new("CHN"),
        TradeFlow.X,
        Commodity.Total,
        new("USD"),
        TimePeriod.OfMonth(2024, 1),
        "SA"
    );

    public static TheoryData<string, string> Published =>
        new()
        {
            { "Trade", Figures },
            { "TradeByPeriod", Figures },
            {
                "Revisions",
                "Kind String, Source String, Seq Int64, At DateTime, OldValue Double, OldValueText String, NewValue Double, "
                    + "NewValueText String, OldStatus String, NewStatus String, OldUpload String, NewUpload String"
            },
            {
                "Series",
                "Reporter String, Partner String, Flow String, Commodity String, Unit String, Source String, Variant String, "
                    + "Frequency String, First String, Last String, Count Int32, Edition String, Upload String, SchemaVersion Int32"
            },
        };

    [Theory]
    [MemberData(nameof(Published))]
    public void Columns_KeepTheirNamesAndTypes(string table, string columns)
    {
        Assert.Equal(1, SeriesRow.SchemaVersion);
        var entity = Entity(table);

        Assert.All(
            columns.Split(", ").Select(column => column.Split(' ')),
            column =>
            {
                Assert.True(entity.TryGetValue(column[0], out var value), $"{table}.{column[0]} is gone.");
                Assert.Equal($"{column[0]} {column[1]}", $"{column[0]} {TypeOf(value!)}");
            }
        );
    }

    /// <summary>Whoever adds a column publishes it: here, and on the page for downstream apps.</summary>
    [Theory]
    [MemberData(nameof(Published))]
    public void Columns_AreDocumented(string table, string columns)
    {
        var page = RepositoryFiles.Read("docs/app-developer.md");
        var documented = Row()
            .Matches(page[page.IndexOf("## Properties", StringComparison.Ordinal)..])
            .Where(row => row.Groups["tables"].Value.Split(", ").Contains(table, StringComparer.Ordinal))
            .Select(row => $"{row.Groups["name"].Value} {row.Groups["type"].Value}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(columns.Split(", ").Order(StringComparer.Ordinal), documented);
        Assert.Equal(
            Entity(table).Keys.Except(["PartitionKey", "RowKey"], StringComparer.Ordinal).Order(StringComparer.Ordinal),
            columns.Split(", ").Select(column => column.Split(' ')[0]).Order(StringComparer.Ordinal)
        );
    }

    private static TableEntity Entity(string table) =>
        table switch
        {
            "Trade" => TradeEntity.OfTrade(Row(Key)),
            "TradeByPeriod" => TradeEntity.OfPeriod(Row(Key)),
            "Revisions" => RevisionEntity.Of(
                new Plan
                {
                    Source = "kz-bns",
                    Seq = 2,
                    PlannedAt = Time,
                    Version = new ClaimVersion("a.xlsx", "00", "2024-02-03", Time, 2, Time),
                    State = "",
                    Observations = 0,
                    Counts = new ImportCounts(0, 0, 0, 0, 0),
                    Rows = [],
                    Removed = [],
                    Restated = [],
                    Revisions = [],
                    Series = [],
                    SeriesRemoved = [],
                    Findings = [],
                },
                new Revision(
                    Key,
                    RevisionKind.Revised,
                    1,
                    2,
                    ObservationStatus.P,
                    ObservationStatus.A,
                    "kz-bns/a",
                    "kz-bns/b"
                )
            ),
            _ => SeriesEntity.Of(
                new SeriesRow(Key.Series, Key.Period, Key.Period, 1, "kz-bns", "2024-02-03", "kz-bns/a")
            ),
        };

    private static TradeRow Row(ObservationKey key) =>
        (TradeRow)
            FigureAttribute.All.Aggregate(
                (FigureFields)
                    new TradeRow
                    {
                        Key = key,
                        Source = "kz-bns",
                        Value = 1,
                        Multiplier = 3,
                        Decimals = 1,
                        Status = ObservationStatus.A,
                        Edition = "2024-02-03",
                        Upload = "kz-bns/a.xlsx",
                        Sha256 = "00",
                        Sheet = "1",
                        Cell = "B2",
                        Raw = "0.001",
                        Seq = 1,
                        FirstSeen = Time,
                        LastChanged = Time,
                    },
                (row, attribute) => attribute.With(row, "text")
            );

    private static string TypeOf(object value) => value is DateTimeOffset ? "DateTime" : value.GetType().Name;

    [GeneratedRegex(
        @"^\| `(?<name>[A-Za-z0-9]+)` \| (?<type>\w+) \| (?<tables>[A-Za-z, ]+) \|",
        RegexOptions.Multiline
    )]
    private static partial Regex Row();
}
