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

    public static Task<IResult> DataflowsAsync(HttpContext context) =>
        AnswerAsync(
            context,
            SdmxStructure.Id,
            withFlow: true,
            withStructure: IsWide(context),
            withLists: IsWide(context)
        );

    public static Task<IResult> DataStructuresAsync(HttpContext context) =>
        AnswerAsync(context, SdmxStructure.Id, withFlow: false, withStructure: true, withLists: IsWide(context));

    public static Task<IResult> CodeListsAsync(HttpContext context) =>
        AnswerAsync(context, ownId: null, withFlow: false, withStructure: false, withLists: true);

    private static bool IsWide(HttpContext context) =>
        SdmxParameters.References.Of(context.Request) is "all" or "children" or "descendants";

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        string? ownId,
        bool withFlow,
        bool withStructure,
        bool withLists
    )
    {
        var format = Format.Of(context.Request, [Format.SdmxStructure]);
        _ = SdmxParameters.StructureDetail.Of(context.Request);
        _ = SdmxParameters.References.Of(context.Request);
        var id = Route(context, "id", "all");
        var lists = withLists ? await ListsAsync(context) : [];
        if (ownId is null && id != "all")
        {
            lists = [.. lists.Where(list => list.Id == id)];
        }

        if (Route(context, "item", "all") is var item and not "all")
        {
            lists = [.. lists.Select(list => (list.Id, Item(list.Codes, item))).Where(list => list.Item2.Count > 0)];
        }

        if (
            !SdmxFlow.IsOurs(
                Route(context, "agency", "all"),
                ownId is null ? "all" : id,
                Route(context, "version", "latest"),
                ownId ?? ""
            ) || (ownId is null && lists.Count == 0)
        )
        {
            throw RefusedException.NotFound("There is no such structure.");
        }

        return Results.Json(
            new
            {
                meta = new { id = "structure", sender = new { id = SdmxStructure.Agency } },
                data = new
                {
                    dataflows = withFlow ? new[] { Dataflow() } : [],
                    dataStructures = withStructure ? new[] { DataStructure() } : [],
                    codelists = lists.Select(CodeList).ToArray(),
                },
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
            structure = Urn("datastructure.DataStructure", SdmxStructure.Id),
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
                                name = dimension.Name,
                                position = i + 1,
                                type = "Dimension",
                                localRepresentation = new
                                {
                                    enumeration = Urn("codelist.Codelist", dimension.CodeList),
                                },
                            }
                    ),
                    timeDimensions = new[]
                    {
                        new
                        {
                            id = SdmxStructure.Time,
                            position = SdmxStructure.Dimensions.Count + 1,
                            type = "TimeDimension",
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
                        name = attribute.Name,
                        assignmentStatus = "Mandatory",
                        attributeRelationship = new { primaryMeasure = SdmxStructure.Measure },
                    }),
                },
                measureList = new { id = "MeasureDescriptor", primaryMeasure = new { id = SdmxStructure.Measure } },
            },
        };

    private static IReadOnlyList<Code> Item(IReadOnlyList<Code> codes, string item) =>
        [.. codes.Where(code => code.Id == item)];

    private static object CodeList((string Id, IReadOnlyList<Code> Codes) list) =>
        new
        {
            id = list.Id,
            agencyID = SdmxStructure.Agency,
            version = SdmxStructure.Version,
            name = list.Id,
            codes = list.Codes.Select(code => new
            {
                id = code.Id,
                name = code.Names["en"],
                names = code.Names,
            }),
        };

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

    private static string Urn(string kind, string id) =>
        $"urn:sdmx:org.sdmx.infomodel.{kind}={SdmxStructure.Agency}:{id}({SdmxStructure.Version})";
}
