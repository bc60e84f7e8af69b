using BriPipeline.Web.Access;
using BriPipeline.Web.Api;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Sdmx;

/// <summary>The addresses of SDMX 2.1 REST. Parts at the end of an address may be left out.</summary>
internal static class SdmxEndpoints
{
    internal const string Root = "/sdmx/2.1";

    private static readonly ApiDescription Data = new(
        "Observations of the dataflow TRADE, as SDMX-JSON, SDMX-CSV or SDMX-ML",
        [
            SdmxParameters.Start,
            SdmxParameters.End,
            SdmxParameters.UpdatedAfter,
            SdmxParameters.First,
            SdmxParameters.Last,
            SdmxParameters.Detail,
            SdmxParameters.AtObservation,
            SdmxParameters.History,
            Parameters.FormatName,
        ],
        SdmxData.Formats,
        null,
        []
    );

    internal static IReadOnlyList<Address> Table { get; } =
    [
        Of("/data/{flow}", SdmxData.AnswerAsync, Data),
        Of("/data/{flow}/{key}", SdmxData.AnswerAsync, Data),
        Of("/data/{flow}/{key}/{provider}", SdmxData.AnswerAsync, Data),
        .. Structures("dataflow", "The dataflow", SdmxStructures.DataflowsAsync),
        .. Structures("datastructure", "The data structure", SdmxStructures.DataStructuresAsync),
        .. Structures(
            "conceptscheme",
            "The concepts of the data structure",
            SdmxStructures.ConceptSchemesAsync,
            "/{agency}/{id}/{version}/{item}"
        ),
        .. Structures("codelist", "The code lists", SdmxStructures.CodeListsAsync, "/{agency}/{id}/{version}/{item}"),
    ];

    private static IEnumerable<Address> Structures(
        string resource,
        string summary,
        Func<HttpContext, Task<IResult>> handler,
        params string[] more
    )
    {
        var api = new ApiDescription(
            summary,
            [SdmxParameters.StructureDetail, SdmxParameters.References, Parameters.FormatName],
            [Format.SdmxStructure],
            null,
            []
        );
        return new[] { "", "/{agency}", "/{agency}/{id}", "/{agency}/{id}/{version}" }
            .Concat(more)
            .Select(rest => Of($"/{resource}{rest}", handler, api));
    }

    private static Address Of(string path, Func<HttpContext, Task<IResult>> handler, ApiDescription api) =>
        new("GET", Root + path, Right.Read, handler, api);
}
