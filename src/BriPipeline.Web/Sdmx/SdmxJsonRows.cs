using System.Text.Json;
using BriPipeline.Core.Trade;
using BriPipeline.Web.Api;
using BriPipeline.Web.Rows;

namespace BriPipeline.Web.Sdmx;

/// <summary>SDMX-JSON 1.0: values stand by the position of their codes, and the codes stand at the end, when all were seen.</summary>
/// <param name="isFlat">Observations by all dimensions, and not in series over time.</param>
internal sealed class SdmxJsonRows(string detail, bool isFlat)
    : RowWriter<TradeRow>("application/vnd.sdmx.data+json; version=1.0.0; charset=utf-8")
{
    private readonly Positions[] dimensions = [.. SdmxStructure.Dimensions.Select(_ => new Positions())];
    private readonly Positions times = new();
    private readonly Positions[] attributes = [.. SdmxStructure.Attributes.Select(_ => new Positions())];
    private readonly bool hasAttributes = detail is "full";
    private readonly bool hasObservations = detail is "full" or "dataonly";
    private (string, SeriesKey)? series;
    private bool isFirstOfSeries = true;

    public override void Begin(TextWriter writer, string? next) =>
        writer.Write(
            $"{{\"meta\":{{\"schema\":\"https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/1.0/sdmx-json-data-schema.json\",\"sender\":{{\"id\":\"{SdmxStructure.Agency}\"}}}},"
                + $"\"data\":{{\"dataSets\":[{{\"action\":\"Information\",\"{(isFlat ? "observations" : "series")}\":{{"
        );

    public override void Write(TextWriter writer, TradeRow row, long index)
    {
        var key = string.Join(
            ':',
            SdmxStructure.Dimensions.Zip(dimensions, (dimension, codes) => codes.Of(dimension.Code(row)))
        );
        var time = times.Of(SdmxStructure.TimeOf(row.Key.Period));
        if (isFlat)
        {
            writer.Write($"{(index == 0 ? "" : ",")}\n\"{key}:{time}\":{Observation(row)}");
            return;
        }

        if (series != (row.Source, row.Key.Series))
        {
            writer.Write($"{(series is null ? "" : "}},")}\n\"{key}\":{{\"observations\":{{");
            (series, isFirstOfSeries) = ((row.Source, row.Key.Series), true);
        }

        if (hasObservations)
        {
            writer.Write($"{(isFirstOfSeries ? "" : ",")}\"{time}\":{Observation(row)}");
            isFirstOfSeries = false;
        }
    }

    public override void End(TextWriter writer, long count)
    {
        writer.Write(!isFlat && series is not null ? "}}" : "");
        var structure = new
        {
            name = "Bilateral trade",
            dimensions = new
            {
                dataSet = Array.Empty<object>(),
                series = isFlat ? [] : DimensionsOf().ToArray(),
                observation = isFlat ? DimensionsOf().Append(TimeOf()).ToArray() : [TimeOf()],
            },
            attributes = new
            {
                dataSet = Array.Empty<object>(),
                series = Array.Empty<object>(),
                observation = hasAttributes
                    ? SdmxStructure
                        .Attributes.Zip(
                            attributes,
                            (attribute, codes) => Component(attribute.Id, attribute.Name, codes)
                        )
                        .ToArray()
                    : [],
            },
        };
        writer.Write($"\n}}}}],\"structure\":{JsonSerializer.Serialize(structure)}}}}}\n");
    }

    private string Observation(TradeRow row) =>
        hasAttributes
            ? $"[{Csv.Number(row.Value)},{string.Join(',', SdmxStructure.Attributes.Zip(attributes, (attribute, codes) => codes.Of(attribute.Value(row))))}]"
            : $"[{Csv.Number(row.Value)}]";

    private IEnumerable<object> DimensionsOf() =>
        SdmxStructure.Dimensions.Zip(dimensions, (dimension, codes) => Component(dimension.Id, dimension.Name, codes));

    private object TimeOf() => Component(SdmxStructure.Time, "Period", times);

    private static object Component(string id, string name, Positions codes) =>
        new
        {
            id,
            name,
            values = codes.All.Select(code => new { id = code, name = code }),
        };

    /// <summary>Codes in the order in which they were first seen.</summary>
    private sealed class Positions
    {
        private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);

        public IEnumerable<string> All => known.OrderBy(pair => pair.Value).Select(pair => pair.Key);

        public int Of(string code)
        {
            if (!known.TryGetValue(code, out var position))
            {
                known[code] = position = known.Count;
            }

            return position;
        }
    }
}
