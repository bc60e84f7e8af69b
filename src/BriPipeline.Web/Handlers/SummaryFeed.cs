using BriPipeline.Core.Language;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;

namespace BriPipeline.Web.Handlers;

/// <summary>The approved editions as Atom: an entry each, with a link for each language.</summary>
internal static class SummaryFeed
{
    private const string Id = "urn:bripipeline:summaries";

    /// <param name="host">Scheme and host of the page, as <c>https://trade.example</c>.</param>
    public static byte[] Write(IEnumerable<SummaryRecord> approved, string host) =>
        AtomFeed.Write(
            Id,
            "Trade summaries",
            host + "/summaries.atom",
            [
                .. approved
                    .OrderByDescending(summary => summary.Approval!.At)
                    .Select(summary => new AtomEntry(
                        $"{Id}:{summary.Subject}:{summary.Period}:{summary.ApprovedEdition}",
                        $"{NameOf(summary.Subject)}, {summary.Period}, edition {summary.ApprovedEdition}",
                        summary.Approval!.At,
                        summary.Approval.Name,
                        [
                            .. SummaryTexts.All.Select(texts =>
                                (
                                    (string?)texts.Language,
                                    $"{host}/documents/{summary.NameOf(summary.ApprovedEdition, texts.Language + ".html")}"
                                )
                            ),
                        ]
                    )),
            ]
        );

    private static string NameOf(string subject) =>
        SummarySubject.TryParse(subject, out var known)
            ? string.Join(
                " – ",
                new Area?[] { known.Reporter, known.Partner }
                    .OfType<Area>()
                    .Select(area => AreaCodeList.Standard.NameOf(area, "en"))
            )
            : subject;
}
