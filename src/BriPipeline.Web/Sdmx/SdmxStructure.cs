using System.Globalization;
using BriPipeline.Core.Trade;
using BriPipeline.Web.Rows;

namespace BriPipeline.Web.Sdmx;

/// <summary>A dimension of the data structure, in the order of a key.</summary>
/// <param name="CodeList">Id of its code list.</param>
/// <param name="List">The same list among the names of codes.</param>
/// <param name="Code">The row's code, as SDMX allows it.</param>
internal sealed record Dimension(string Id, string Name, string CodeList, string List, Func<TradeRow, string> Code);

/// <summary>The data structure TRADE: its dimensions, attributes and the way times are written.</summary>
public static class SdmxStructure
{
    internal const string Agency = "BRIPIPELINE";
    internal const string Id = "TRADE";
    internal const string Version = "1.0";

    /// <summary>The scheme of the concepts of which dimensions, attributes and the value are made.</summary>
    internal const string Concepts = "CS_TRADE";

    private const string Dataflow = $"{Agency}:{Id}({Version})";

    internal static readonly IReadOnlyList<Dimension> Dimensions =
    [
        Of("REF_AREA", "CL_AREA", "area"),
        Of("COUNTERPART_AREA", "CL_AREA", "area"),
        Of("TRADE_FLOW", "CL_TRADE_FLOW", "flow"),
        Of("COMMODITY", "CL_COMMODITY", "commodity"),
        Of("UNIT_MEASURE", "CL_UNIT_MEASURE", "unit"),
        Of("FREQ", "CL_FREQ", "frequency"),
        Of("VARIANT", "CL_VARIANT", "variant"),
        Of("SOURCE", "CL_SOURCE", "source"),
    ];

    internal const string Time = "TIME_PERIOD";
    internal const string Measure = "OBS_VALUE";

    /// <summary>Of an observation. Values are in whole units, so the multiplier of SDMX is always 0; the one in which the figure was
    /// published stands beside it.</summary>
    internal static readonly IReadOnlyList<(string Id, string Name, Func<TradeRow, string> Value)> Attributes =
    [
        ("UNIT_MULT", "Multiplier of the value", _ => "0"),
        ("OBS_STATUS", "Status", Text(TradeColumn.Of("OBS_STATUS"))),
        ("PUBLISHED_MULT", "Multiplier in which it was published", Text(TradeColumn.Of("PUBLISHED_MULT"))),
        ("DOUBT", "Codes of open findings", row => row.Doubt ?? SdmxCode.None),
    ];

    /// <summary>The header of SDMX-CSV 1.0.</summary>
    public static IReadOnlyList<string> CsvHeader { get; } =
    [
        "DATAFLOW",
        .. Dimensions.Select(dimension => dimension.Id),
        Time,
        Measure,
        .. Attributes.Select(attribute => attribute.Id),
    ];

    /// <summary>A row of SDMX-CSV 1.0.</summary>
    public static string[] CsvFields(TradeRow row) =>
        [
            Dataflow,
            .. Dimensions.Select(dimension => dimension.Code(row)),
            TimeOf(row.Key.Period),
            Csv.Number(row.Value),
            .. Attributes.Select(attribute => attribute.Value(row)),
        ];

    /// <summary>A range is its start and its length (ISO 8601): <c>2023-01-01/P7M</c>, <c>2018-07-17/P1Y</c>.</summary>
    public static string TimeOf(TimePeriod period)
    {
        if (period.Frequency is not (Frequency.C or Frequency.F))
        {
            return period.ToString();
        }

        var start = period.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (period.First.Day != 1)
        {
            return start + "/P1Y";
        }

        var months = ((period.Last.Year - period.First.Year) * 12) + period.Last.Month - period.First.Month + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{start}/P{months}M");
    }

    private static Dimension Of(string concept, string codeList, string list)
    {
        var column = TradeColumn.Of(concept);
        var text = Text(column);
        return new(concept, column.Name, codeList, list, row => SdmxCode.Of(text(row)));
    }

    private static Func<TradeRow, string> Text(TradeColumn column) =>
        row => column.Value(row) is { } value ? ColumnText.Of(value)! : SdmxCode.None;
}
