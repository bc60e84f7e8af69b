using BriPipeline.Core.Language;
using BriPipeline.Core.Summaries.Html;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A file of an edition.</summary>
public sealed record DocumentFile(string Name, string ContentType, byte[] Content);

/// <summary>All documents of an edition, in every language and format.</summary>
public static class SummaryDocuments
{
    public const string Facts = "facts.json";

    public static IEnumerable<DocumentFile> Write(MonthlySummary summary, SummaryEdition edition, SummaryOffice office)
    {
        foreach (var texts in SummaryTexts.All)
        {
            var document = Compose(summary, edition, office, texts);
            yield return new($"{texts.Language}.html", "text/html; charset=utf-8", HtmlDocument.Write(document, texts));
            yield return new(
                $"{texts.Language}.docx",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                DocxDocument.Write(document, texts)
            );
            yield return new(
                $"{texts.Language}.xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                XlsxDocument.Write(document, texts)
            );
        }

        yield return new(Facts, "application/json", SummaryFacts.Write(summary));
    }

    public static SummaryDocument Compose(
        MonthlySummary summary,
        SummaryEdition edition,
        SummaryOffice office,
        SummaryTexts texts
    ) =>
        SummaryComposer.Compose(
            summary,
            edition,
            office,
            texts,
            area => AreaCodeList.Standard.NameOf(area, texts.Language)
        );
}
