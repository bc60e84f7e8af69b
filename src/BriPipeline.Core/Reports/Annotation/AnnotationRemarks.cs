namespace BriPipeline.Core.Reports.Annotation;

/// <summary>What an annotated workbook says of itself, above its list of findings.</summary>
internal static class AnnotationRemarks
{
    public static string TooLarge => AnnotationTexts.Of("tooLarge");

    public static string NotReadable => AnnotationTexts.Of("notReadable");

    public static IEnumerable<string> Of(
        bool isCopy,
        bool hasMacros,
        bool isAsking,
        bool isCut,
        bool isLong,
        string? remark
    )
    {
        yield return remark ?? AnnotationTexts.Of("howTo");
        yield return AnnotationTexts.Of("colours");
        if (isAsking)
        {
            yield return AnnotationTexts.Of("answers");
        }

        if (isCopy && remark is null)
        {
            yield return AnnotationTexts.Of("copy");
        }

        if (hasMacros)
        {
            yield return AnnotationTexts.Of("macros");
        }

        if (isCut)
        {
            yield return AnnotationTexts.Of("cut");
        }

        if (isLong)
        {
            yield return AnnotationTexts.Of("longList");
        }
    }
}
