using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace BriPipeline.Web.Api;

/// <summary>A way to write an answer.</summary>
/// <param name="Name">As the parameter <c>format</c> says it.</param>
public sealed record Format(string Name, string ContentType)
{
    public static readonly Format Json = new("json", "application/json");
    public static readonly Format Csv = new("csv", "text/csv");
    public static readonly Format SdmxCsv = new("sdmx-csv", "application/vnd.sdmx.data+csv;version=1.0.0");
    public static readonly Format SdmxJson = new("sdmx-json", "application/vnd.sdmx.data+json;version=1.0.0");
    public static readonly Format SdmxXml = new("sdmx-ml", "application/vnd.sdmx.genericdata+xml;version=2.1");
    public static readonly Format SdmxStructure = new("sdmx-json", "application/vnd.sdmx.structure+json;version=1.0");

    public static IReadOnlyList<Format> Rows { get; } = [Json, Csv];
    public static IReadOnlyList<Format> Figures { get; } = [Json, Csv, SdmxCsv];

    /// <summary>The format that a request asks for: by the parameter <c>format</c>, else by <c>Accept</c>.</summary>
    /// <exception cref="RefusedException">The client accepts none of them.</exception>
    public static Format Of(HttpRequest request, IReadOnlyList<Format> offered)
    {
        if (request.Query["format"].ToString() is { Length: > 0 } name)
        {
            return offered.FirstOrDefault(format => format.Name == name)
                ?? throw RefusedException.Parameter(
                    "format",
                    name,
                    $"is none of {string.Join(", ", offered.Select(format => format.Name))}"
                );
        }

        if (
            !MediaTypeHeaderValue.TryParseList([.. request.Headers.Accept.OfType<string>()], out var wanted)
            || wanted.Count == 0
        )
        {
            return offered[0];
        }

        return wanted
                .Where(type => type.Quality is not 0)
                .OrderByDescending(type => type.Quality ?? 1)
                .Select(type => offered.FirstOrDefault(format => Takes(type, format)))
                .FirstOrDefault(format => format is not null)
            ?? throw RefusedException.NotAcceptable(offered);
    }

    /// <summary>The version of an SDMX format may be left out or be another minor one.</summary>
    private static bool Takes(MediaTypeHeaderValue type, Format format)
    {
        var own = MediaTypeHeaderValue.Parse(format.ContentType);
        return type.MatchesAllTypes
            || (
                type.Type.Equals(own.Type, StringComparison.OrdinalIgnoreCase)
                && (type.MatchesAllSubTypes || type.SubType.Equals(own.SubType, StringComparison.OrdinalIgnoreCase))
            );
    }
}
