using System.Text.Json;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Summaries.Documents.Map;

/// <summary>The outline of the land, without borders, and a place for each country: <c>world.json</c>.</summary>
/// <param name="Land">A path of SVG.</param>
/// <param name="Places">The middle of each country's largest part, by ISO 3166-1 alpha-3.</param>
internal sealed record WorldMap(int Width, int Height, string Land, IReadOnlyDictionary<string, int[]> Places)
{
    private static readonly Lazy<WorldMap> Read = new(() =>
    {
        using var json = CodeListResource.Read("Map/world.json");
        return json.Deserialize<WorldMap>(JsonSerializerOptions.Web)!;
    });

    public static WorldMap Standard => Read.Value;
}
