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
    private static readonly string[] Languages = ["en", "ru", "kk", "zh"];

    private static readonly Dictionary<string, string> Flows = new(StringComparer.Ordinal)
    {
        ["X"] = "Exports",
        ["DX"] = "Domestic exports",
        ["RX"] = "Re-exports",
        ["M"] = "Imports, by country of origin",
        ["MC"] = "Imports, by country of consignment",
        ["RM"] = "Re-imports",
        ["T"] = "Turnover, as published",
    };

    private static readonly Dictionary<string, string> Frequencies = new(StringComparer.Ordinal)
    {
        ["A"] = "Year",
        ["Q"] = "Quarter",
        ["M"] = "Month",
        ["C"] = "Range of months",
        ["F"] = "Fiscal year",
    };

    private static readonly Dictionary<string, string> Statuses = new(StringComparer.Ordinal)
    {
        ["A"] = "Normal",
        ["P"] = "Provisional",
        ["E"] = "Estimated",
        ["B"] = "Break in the series",
        ["N"] = "Not significant",
        ["U"] = "Low reliability",
    };

    private static readonly Dictionary<string, string> Variants = new(StringComparer.Ordinal)
    {
        [SdmxCode.None] = "As published",
        ["SA"] = "Seasonally adjusted",
        ["CONS"] = "Imports for consumption",
        ["ST"] = "Special trade",
        ["GT"] = "General trade",
        ["CIF"] = "Cost, insurance, freight",
        ["FOB"] = "Free on board",
        ["FAS"] = "Free alongside ship",
        ["CUS"] = "Customs value",
        ["BOP"] = "Balance-of-payments basis",
        ["MIRROR"] = "The partner's figures",
        ["DERIVED"] = "Computed from published figures",
    };

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

    private static IReadOnlyList<(string Code, string Name)> Item(
        IReadOnlyList<(string Code, string Name)> codes,
        string item
    ) => [.. codes.Where(code => code.Code == item)];

    private static object CodeList((string Id, IReadOnlyList<(string Code, string Name)> Codes) list) =>
        new
        {
            id = list.Id,
            agencyID = SdmxStructure.Agency,
            version = SdmxStructure.Version,
            name = list.Id,
            codes = list.Codes.Select(code => new
            {
                id = code.Code,
                name = code.Name,
                names = NamesOf(list.Id, code.Code, code.Name),
            }),
        };

    /// <summary>By language: areas are named in all that the pages and documents speak.</summary>
    private static Dictionary<string, string> NamesOf(string list, string code, string name) =>
        list == "CL_AREA"
            ? Languages.ToDictionary(
                language => language,
                language => AreaCodeList.Standard.NameOf(new(code), language),
                StringComparer.Ordinal
            )
            : new(StringComparer.Ordinal) { ["en"] = name };

    private static async Task<IReadOnlyList<(string Id, IReadOnlyList<(string Code, string Name)> Codes)>> ListsAsync(
        HttpContext context
    )
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
            (
                "CL_AREA",
                [.. AreaCodeList.Standard.All.Select(area => (area.Code, AreaCodeList.Standard.NameOf(area, "en")))]
            ),
            ("CL_TRADE_FLOW", Named(Flows)),
            ("CL_COMMODITY", [.. commodities.Select(code => (SdmxCode.Of(code), code))]),
            ("CL_UNIT_MEASURE", [.. units.Select(code => (SdmxCode.Of(code), code))]),
            ("CL_FREQ", Named(Frequencies)),
            ("CL_VARIANT", Named(Variants)),
            ("CL_SOURCE", [.. sources.Select(code => (code, code))]),
            ("CL_OBS_STATUS", Named(Statuses)),
        ];
    }

    private static SortedSet<string> Sorted() => new(StringComparer.Ordinal);

    private static List<(string, string)> Named(Dictionary<string, string> names) =>
        [.. names.Select(pair => (pair.Key, pair.Value))];

    private static string Urn(string kind, string id) =>
        $"urn:sdmx:org.sdmx.infomodel.{kind}={SdmxStructure.Agency}:{id}({SdmxStructure.Version})";
}
