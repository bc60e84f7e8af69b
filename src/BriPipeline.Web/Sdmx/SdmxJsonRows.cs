using System.Text.Json;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Web.Api;
using BriPipeline.Web.Rows;

namespace BriPipeline.Web.Sdmx;

/// <summary>SDMX-JSON 1.0: values stand by the position of their codes, and the codes stand at the end, when all were seen.</summary>
/// <param name="isFlat">Observations by all dimensions, and not in series over time.</param>
/// <param name="prepared">When the message was.</param>
internal sealed class SdmxJsonRows(string detail, bool isFlat, DateTimeOffset prepared)
    : RowWriter<TradeRow>("application/vnd.sdmx.data+json; version=1.0.0; charset=utf-8")
{
    private readonly Positions[] dimensions = [.. SdmxStructure.Dimensions.Select(_ => new Positions())];
    private readonly Positions times = new();
    private readonly List<TimePeriod> periods = [];
    private readonly Positions[] attributes = [.. SdmxStructure.Attributes.Select(_ => new Positions())];
    private readonly bool hasAttributes = detail is "full";
    private readonly bool hasObservations = detail is "full" or "dataonly";
    private (string, SeriesKey)? series;
    private bool isFirstOfSeries = true;

    public override void Begin(TextWriter writer, string? next) =>
        writer.Write(
            $"{{\"meta\":{JsonSerializer.Serialize(SdmxMessage.Meta("data", prepared, "en"))},"
                + $"\"data\":{{\"dataSets\":[{{\"action\":\"Information\",\"links\":[{{\"rel\":\"dataflow\",\"urn\":\"{SdmxMessage.Urn("datastructure.Dataflow", SdmxStructure.Id)}\"}}],"
                + $"\"{(isFlat ? "observations" : "series")}\":{{"
        );

    public override void Write(TextWriter writer, TradeRow row, long index)
    {
        var key = string.Join(
            ':',
            SdmxStructure.Dimensions.Zip(dimensions, (dimension, codes) => codes.Of(dimension.Code(row)))
        );
        var time = times.Of(SdmxStructure.TimeOf(row.Key.Period));
        if (time == periods.Count)
        {
            periods.Add(row.Key.Period);
        }

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
                            (attribute, codes) =>
                                new
                                {
                                    id = attribute.Id,
                                    name = attribute.Name,
                                    relationship = new { primaryMeasure = SdmxStructure.Measure },
                                    values = Values(codes, code => code),
                                }
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
        SdmxStructure.Dimensions.Select(
            (dimension, i) =>
                new
                {
                    id = dimension.Id,
                    name = dimension.Name,
                    keyPosition = i,
                    values = Values(
                        dimensions[i],
                        code => CodeNames.All[0].Of(dimension.List, SdmxCode.Read(code) ?? code) ?? code
                    ),
                }
        );

    private object TimeOf() =>
        new
        {
            id = SdmxStructure.Time,
            name = "Period",
            keyPosition = SdmxStructure.Dimensions.Count,
            values = times.All.Zip(
                periods,
                (code, period) =>
                    new
                    {
                        // No slash may stand in an id; ISO 8601 lets two hyphens stand for it.
                        id = code.Replace("/", "--", StringComparison.Ordinal),
                        name = code,
                        start = SdmxMessage.Time(new(period.First, TimeOnly.MinValue, TimeSpan.Zero)),
                        end = SdmxMessage.Time(new(period.Last, new TimeOnly(23, 59, 59), TimeSpan.Zero)),
                    }
            ),
        };

    private static IEnumerable<object> Values(Positions codes, Func<string, string> nameOf) =>
        codes.All.Select(code => new { id = code, name = nameOf(code) });

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
