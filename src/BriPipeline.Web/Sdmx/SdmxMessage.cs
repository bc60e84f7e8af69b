using System.Globalization;

namespace BriPipeline.Web.Sdmx;

/// <summary>What stands at the head of every SDMX-JSON 1.0 message, and how its parts are named.</summary>
internal static class SdmxMessage
{
    /// <summary>The languages of the names, the main one first.</summary>
    public static readonly string[] Languages = ["en", "ru", "kk", "zh"];

    /// <param name="kind"><c>data</c> or <c>structure</c>.</param>
    public static object Meta(string kind, DateTimeOffset prepared, params string[] languages) =>
        new
        {
            schema = $"https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/{kind}-message/tools/schemas/1.0/sdmx-json-{kind}-schema.json",
            id = prepared.UtcDateTime.ToString(
                "'BRIPIPELINE-'yyyyMMdd'T'HHmmssfffffff'Z'",
                CultureInfo.InvariantCulture
            ),
            prepared = Time(prepared),
            contentLanguages = languages,
            sender = new { id = SdmxStructure.Agency },
        };

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <param name="kind">Package and class of the information model.</param>
    public static string Urn(string kind, string id) =>
        $"urn:sdmx:org.sdmx.infomodel.{kind}={SdmxStructure.Agency}:{id}({SdmxStructure.Version})";

    /// <summary>Of a concept of our scheme.</summary>
    public static string Concept(string id) => $"{Urn("conceptscheme.Concept", SdmxStructure.Concepts)}.{id}";
}
