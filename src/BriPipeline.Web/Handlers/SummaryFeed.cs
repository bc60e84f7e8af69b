using System.Xml;
using System.Xml.Linq;
using BriPipeline.Core.Language;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;

namespace BriPipeline.Web.Handlers;

/// <summary>The approved editions as Atom (RFC 4287): an entry each, with a link for each language.</summary>
internal static class SummaryFeed
{
    private const string Id = "urn:bripipeline:summaries";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="host">Scheme and host of the page, as <c>https://trade.example</c>.</param>
    public static byte[] Write(IEnumerable<SummaryRecord> approved, string host)
    {
        var newestFirst = approved.OrderByDescending(summary => summary.Approval!.At).ToList();
        var feed = new XElement(
            Atom + "feed",
            new XElement(Atom + "id", Id),
            new XElement(Atom + "title", "Trade summaries"),
            new XElement(
                Atom + "updated",
                Time(newestFirst.Select(summary => summary.Approval!.At).FirstOrDefault(DateTimeOffset.UnixEpoch))
            ),
            // Of the feed itself, which may have no entry.
            new XElement(Atom + "author", new XElement(Atom + "name", "BriPipeline")),
            new XElement(
                Atom + "link",
                new XAttribute("rel", "self"),
                new XAttribute("href", host + "/summaries.atom")
            ),
            newestFirst.Select(summary => Entry(summary, host))
        );
        return new XDocument(feed).ToBytes();
    }

    private static XElement Entry(SummaryRecord summary, string host) =>
        new(
            Atom + "entry",
            new XElement(Atom + "id", $"{Id}:{summary.Subject}:{summary.Period}:{summary.ApprovedEdition}"),
            new XElement(
                Atom + "title",
                $"{NameOf(summary.Subject)}, {summary.Period}, edition {summary.ApprovedEdition}"
            ),
            new XElement(Atom + "updated", Time(summary.Approval!.At)),
            new XElement(Atom + "author", new XElement(Atom + "name", summary.Approval.Name)),
            SummaryTexts.All.Select(texts => new XElement(
                Atom + "link",
                new XAttribute("rel", "alternate"),
                new XAttribute("type", "text/html"),
                new XAttribute("hreflang", texts.Language),
                new XAttribute(
                    "href",
                    $"{host}/documents/{summary.NameOf(summary.ApprovedEdition, texts.Language + ".html")}"
                )
            ))
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

    private static string Time(DateTimeOffset time) => XmlConvert.ToString(time.ToUniversalTime());

    private static byte[] ToBytes(this XDocument document)
    {
        using var stream = new MemoryStream();
        document.Save(stream);
        return stream.ToArray();
    }
}
