using System.Xml;
using System.Xml.Linq;

namespace BriPipeline.Web.Handlers;

/// <summary>An entry of an Atom feed.</summary>
/// <param name="Links">The address of its page in each language; null for one that follows whoever reads.</param>
/// <param name="Text">What it says, plain; null where the page alone says it.</param>
internal sealed record AtomEntry(
    string Id,
    string Title,
    DateTimeOffset Updated,
    string Author,
    IReadOnlyList<(string? Language, string Address)> Links,
    string? Text = null
);

/// <summary>Entries as Atom (RFC 4287).</summary>
internal static class AtomFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="address">Of the feed itself.</param>
    public static byte[] Write(string id, string title, string address, IReadOnlyList<AtomEntry> entries)
    {
        var feed = new XElement(
            Atom + "feed",
            new XElement(Atom + "id", id),
            new XElement(Atom + "title", title),
            new XElement(
                Atom + "updated",
                Time(entries.Select(entry => entry.Updated).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max())
            ),
            // Of the feed itself, which may have no entry.
            new XElement(Atom + "author", new XElement(Atom + "name", "BriPipeline")),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", address)),
            entries.Select(Entry)
        );
        using var stream = new MemoryStream();
        new XDocument(feed).Save(stream);
        return stream.ToArray();
    }

    private static XElement Entry(AtomEntry entry) =>
        new(
            Atom + "entry",
            new XElement(Atom + "id", entry.Id),
            new XElement(Atom + "title", entry.Title),
            new XElement(Atom + "updated", Time(entry.Updated)),
            new XElement(Atom + "author", new XElement(Atom + "name", entry.Author)),
            entry.Text is null ? null : new XElement(Atom + "summary", entry.Text),
            entry.Links.Select(link => new XElement(
                Atom + "link",
                new XAttribute("rel", "alternate"),
                new XAttribute("type", "text/html"),
                link.Language is null ? null : new XAttribute("hreflang", link.Language),
                new XAttribute("href", link.Address)
            ))
        );

    private static string Time(DateTimeOffset time) => XmlConvert.ToString(time.ToUniversalTime());
}
