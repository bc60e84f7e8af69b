using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Sdmx;

/// <summary>SDMX 2.1 REST, structural metadata: the dataflow, the data structure and its code lists, as SDMX-JSON.</summary>
internal static class SdmxStructures
{
    /// <param name="Id">As SDMX writes it.</param>
    private sealed record Code(string Id, IReadOnlyDictionary<string, string> Names);

    /// <summary>The parts of a message, in the order in which each refers to those behind it.</summary>
    private static readonly string[] Parts = ["dataflows", "dataStructures", "conceptSchemes", "codelists"];

    public static Task<IResult> DataflowsAsync(HttpContext context) =>
        AnswerAsync(context, SdmxStructure.Id, Parts[..(IsWide(context) ? 4 : 1)]);

    public static Task<IResult> DataStructuresAsync(HttpContext context) =>
        AnswerAsync(context, SdmxStructure.Id, Parts[1..(IsWide(context) ? 4 : 2)]);

    public static Task<IResult> ConceptSchemesAsync(HttpContext context) =>
        AnswerAsync(context, SdmxStructure.Concepts, Parts[2..3]);

    public static Task<IResult> CodeListsAsync(HttpContext context) => AnswerAsync(context, ownId: null, Parts[3..]);

    private static bool IsWide(HttpContext context) =>
        SdmxParameters.References.Of(context.Request) is "all" or "children" or "descendants";

    /// <param name="ownId">The only id that what is asked for can have; null for code lists, of which there are several.</param>
    private static async Task<IResult> AnswerAsync(HttpContext context, string? ownId, string[] parts)
    {
        var format = Format.Of(context.Request, [Format.SdmxStructure]);
        _ = SdmxParameters.StructureDetail.Of(context.Request);
        _ = SdmxParameters.References.Of(context.Request);
        var id = Route(context, "id", "all");
        var (lists, concepts) = (parts.Contains("codelists") ? await ListsAsync(context) : [], Concepts);
        if (ownId is null && id != "all")
        {
            lists = [.. lists.Where(list => list.Id == id)];
        }

        if (Route(context, "item", "all") is var item and not "all")
        {
            lists = [.. lists.Select(list => (list.Id, Item(list.Codes, item))).Where(list => list.Item2.Count > 0)];
            concepts = Item(concepts, item);
        }

        if (
            !SdmxFlow.IsOurs(
                Route(context, "agency", "all"),
                ownId is null ? "all" : id,
                Route(context, "version", "latest"),
                ownId ?? ""
            )
            || (ownId is null && lists.Count == 0)
            || (ownId == SdmxStructure.Concepts && concepts.Count == 0)
        )
        {
            throw RefusedException.NotFound("There is no such structure.");
        }

        return Results.Json(
            new
            {
                meta = SdmxMessage.Meta(
                    "structure",
                    context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
                    SdmxMessage.Languages
                ),
                data = parts.ToDictionary(
                    part => part,
                    part =>
                        (object[])(
                            part switch
                            {
                                "dataflows" => [Dataflow()],
                                "dataStructures" => [DataStructure()],
                                "conceptSchemes" => [Scheme(SdmxStructure.Concepts, "concepts", concepts)],
                                _ => [.. lists.Select(list => Scheme(list.Id, "codes", list.Codes))],
                            }
                        ),
                    StringComparer.Ordinal
                ),
            },
            contentType: format.ContentType
        );
    }

    private static string Route(HttpContext context, string name, string usual) =>
        (string?)context.GetRouteValue(name) is { Length: > 0 } text ? text : usual;

    private static object Dataflow() =>
        new
        {
            id = SdmxStructure.Id,
            agencyID = SdmxStructure.Agency,
            version = SdmxStructure.Version,
            name = "Bilateral trade",
            structure = SdmxMessage.Urn("datastructure.DataStructure", SdmxStructure.Id),
        };

    private static object DataStructure() =>
        new
        {
            id = SdmxStructure.Id,
            agencyID = SdmxStructure.Agency,
            version = SdmxStructure.Version,
            name = "Bilateral trade",
            dataStructureComponents = new
            {
                dimensionList = new
                {
                    id = "DimensionDescriptor",
                    dimensions = SdmxStructure.Dimensions.Select(
                        (dimension, i) =>
                            new
                            {
                                id = dimension.Id,
                                position = i,
                                type = "Dimension",
                                conceptIdentity = SdmxMessage.Concept(dimension.Id),
                                localRepresentation = new
                                {
                                    enumeration = SdmxMessage.Urn("codelist.Codelist", dimension.CodeList),
                                },
                            }
                    ),
                    timeDimensions = new[]
                    {
                        new
                        {
                            id = SdmxStructure.Time,
                            position = SdmxStructure.Dimensions.Count,
                            type = "TimeDimension",
                            conceptIdentity = SdmxMessage.Concept(SdmxStructure.Time),
                            localRepresentation = new { textFormat = new { textType = "ObservationalTimePeriod" } },
                        },
                    },
                },
                attributeList = new
                {
                    id = "AttributeDescriptor",
                    attributes = SdmxStructure.Attributes.Select(attribute => new
                    {
                        id = attribute.Id,
                        assignmentStatus = "Mandatory",
                        conceptIdentity = SdmxMessage.Concept(attribute.Id),
                        attributeRelationship = new { primaryMeasure = SdmxStructure.Measure },
                    }),
                },
                measureList = new
                {
                    id = "MeasureDescriptor",
                    primaryMeasure = new
                    {
                        id = SdmxStructure.Measure,
                        conceptIdentity = SdmxMessage.Concept(SdmxStructure.Measure),
                    },
                },
            },
        };

    private static IReadOnlyList<Code> Item(IReadOnlyList<Code> codes, string item) =>
        [.. codes.Where(code => code.Id == item)];

    /// <param name="items">What it calls its items.</param>
    private static Dictionary<string, object> Scheme(string id, string items, IReadOnlyList<Code> codes) =>
        new(StringComparer.Ordinal)
        {
            ["id"] = id,
            ["agencyID"] = SdmxStructure.Agency,
            ["version"] = SdmxStructure.Version,
            ["name"] = id,
            [items] = codes.Select(code => new
            {
                id = code.Id,
                name = code.Names["en"],
                names = code.Names,
            }),
        };

    private static IReadOnlyList<Code> Concepts { get; } =
    [
        .. SdmxStructure
            .Dimensions.Select(dimension => (dimension.Id, dimension.Name))
            .Append((SdmxStructure.Time, "Period"))
            .Append((SdmxStructure.Measure, "Value, in whole units"))
            .Concat(SdmxStructure.Attributes.Select(attribute => (attribute.Id, attribute.Name)))
            .Select(concept => new Code(
                concept.Item1,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = concept.Item2 }
            )),
    ];

    private static async Task<IReadOnlyList<(string Id, IReadOnlyList<Code> Codes)>> ListsAsync(HttpContext context)
    {
        var (commodities, units, sources) = (Sorted(), Sorted(), Sorted());
        var reader = context.RequestServices.GetRequiredService<ISeriesReader>();
        await foreach (var series in reader.QuerySeriesAsync(new TradeQuery(), context.RequestAborted))
        {
            commodities.Add(series.Key.Commodity.Code);
            units.Add(series.Key.Unit.Code);
            sources.Add(series.Source);
        }

        return
        [
            ("CL_AREA", Named("area", AreaCodeList.Standard.All.Select(area => area.Code))),
            ("CL_TRADE_FLOW", Named("flow")),
            ("CL_COMMODITY", Named("commodity", commodities)),
            ("CL_UNIT_MEASURE", Named("unit", units)),
            ("CL_FREQ", Named("frequency")),
            ("CL_VARIANT", Named("variant")),
            ("CL_SOURCE", Named("source", sources)),
            ("CL_OBS_STATUS", Named("status")),
        ];
    }

    private static SortedSet<string> Sorted() => new(StringComparer.Ordinal);

    /// <summary>The codes of a list that is closed.</summary>
    private static List<Code> Named(string list) => Named(list, CodeNames.All[0].CodesOf(list));

    /// <summary>A code that nobody named is its own name.</summary>
    private static List<Code> Named(string list, IEnumerable<string> codes) =>
        [
            .. codes.Select(code => new Code(
                SdmxCode.Of(code),
                CodeNames.All.ToDictionary(
                    names => names.Language,
                    names => names.Of(list, code) ?? code,
                    StringComparer.Ordinal
                )
            )),
        ];
}
