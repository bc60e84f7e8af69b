namespace BriPipeline.Core.Trade;

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    Text,
    Whole,

    /// <summary>An exact <c>decimal</c>.</summary>
    Number,
    Time,
}

/// <summary>A column of a figure: the tables, the API, CSV, JSON, spreadsheets and SDMX all derive theirs from this list.</summary>
/// <param name="Name">In the tables; the API says <c>first_seen</c> for <c>FirstSeen</c>.</param>
/// <param name="About">As the API describes it, a few words; null where it is not handed out.</param>
/// <param name="Value">A <c>string</c>, <c>int</c>, <c>long</c>, <c>decimal</c> or <c>DateTimeOffset</c>; null where the row has none.</param>
/// <param name="Concept">The concept of SDMX; null if it is not in the data structure.</param>
public sealed record TradeColumn(
    string Name,
    ColumnKind Kind,
    string? About,
    Func<TradeRow, object?> Value,
    string? Concept = null
)
{
    /// <summary>Every column, in the order in which they are handed out.</summary>
    public static IReadOnlyList<TradeColumn> All { get; } =
    [
        new("Reporter", ColumnKind.Text, "Area that reports", row => row.Key.Reporter.Code, "REF_AREA"),
        new("Partner", ColumnKind.Text, "Area traded with", row => row.Key.Partner.Code, "COUNTERPART_AREA"),
        new("Flow", ColumnKind.Text, "X, DX, RX, M, MC, RM or T", row => row.Key.Flow.ToString(), "TRADE_FLOW"),
        new(
            "Commodity",
            ColumnKind.Text,
            "TOTAL or a code with its nomenclature",
            row => row.Key.Commodity.Code,
            "COMMODITY"
        ),
        new("Unit", ColumnKind.Text, "Currency or unit of quantity", row => row.Key.Unit.Code, "UNIT_MEASURE"),
        new("Source", ColumnKind.Text, "Whose figures these are", row => row.Source, "SOURCE"),
        new(
            "Variant",
            ColumnKind.Text,
            "What else tells two series of one key apart",
            row => row.Key.Variant,
            "VARIANT"
        ),
        new("Frequency", ColumnKind.Text, "A, Q, M, C or F", row => row.Key.Period.Frequency.ToString(), "FREQ"),
        new("Period", ColumnKind.Text, "2022, 2022-Q3, 2022-07, 2023-01--2023-07", row => row.Key.Period.ToString()),
        new("Value", ColumnKind.Number, "In whole units, exact", row => row.Value),
        new(
            "Multiplier",
            ColumnKind.Whole,
            "Power of ten in which it was published",
            row => row.Multiplier,
            "PUBLISHED_MULT"
        ),
        new("Decimals", ColumnKind.Whole, "Decimals as published", row => row.Decimals),
        new("Status", ColumnKind.Text, "SDMX CL_OBS_STATUS", row => row.Status.ToString(), "OBS_STATUS"),
        .. FigureAttribute.All.Select(attribute => new TradeColumn(
            attribute.Name,
            ColumnKind.Text,
            attribute.About,
            attribute.Get
        )),
        new("Edition", ColumnKind.Text, "Edition whose claim this is", row => row.Edition),
        new("Upload", ColumnKind.Text, "Source and path of the upload", row => row.Upload),
        new("Sha256", ColumnKind.Text, null, row => row.Sha256),
        new("Sheet", ColumnKind.Text, "Sheet of the workbook", row => row.Sheet),
        new("Cell", ColumnKind.Text, "Address of the figure in the sheet", row => row.Cell),
        new("Raw", ColumnKind.Text, "The figure as it stands there", row => row.Raw),
        new("Seq", ColumnKind.Whole, "Import of the source that last changed the row", row => row.Seq),
        new("FirstSeen", ColumnKind.Time, "When it was first stored, UTC", row => row.FirstSeen),
        new("LastChanged", ColumnKind.Time, "When it last changed, UTC", row => row.LastChanged),
    ];

    /// <summary>The column of a concept of SDMX.</summary>
    public static TradeColumn Of(string concept) => All.Single(column => column.Concept == concept);
}
