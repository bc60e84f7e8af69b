using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>The words of an annotated workbook, <c>Texts/{language}/annotation.json</c>. It goes to people of either language,
/// so it has each text in both.</summary>
internal static class AnnotationTexts
{
    private static readonly IReadOnlyDictionary<string, string>[] Languages =
    [
        TextFile.Read(FindingTexts.English.Language, "annotation"),
        TextFile.Read(FindingTexts.Russian.Language, "annotation"),
    ];

    /// <summary>A text in all languages, on one line.</summary>
    public static string Of(string key) => string.Join(" · ", Languages.Select(texts => texts[key]));

    /// <param name="language">ISO 639-1.</param>
    public static string In(string language, string key) =>
        Languages[language == FindingTexts.Russian.Language ? 1 : 0][key];

    /// <summary>These texts in each language, one language after the other.</summary>
    public static IEnumerable<string> OfEach(params string[] keys) =>
        Languages.SelectMany(texts => keys.Select(key => texts[key]));
}
