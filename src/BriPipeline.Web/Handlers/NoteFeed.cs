using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Pages;

namespace BriPipeline.Web.Handlers;

/// <summary>The publication notes as Atom (RFC 4287): an entry for each import, and one for each source whose figures are late.</summary>
internal static class NoteFeed
{
    private const string Id = "urn:bripipeline:notes";

    /// <param name="notes">The newest first.</param>
    /// <param name="root">Scheme, host and base of the page, as <c>https://trade.example</c>.</param>
    public static byte[] Write(
        PageTexts texts,
        IReadOnlyList<PublicationNote> notes,
        IReadOnlyDictionary<string, string> publishers,
        IReadOnlyDictionary<string, Timeliness> sources,
        DateOnly today,
        string root
    )
    {
        var late = sources.Where(source => source.Value.LateBy(today) > 0).ToList();
        return AtomFeed.Write(
            Id,
            texts.Of("notes.title"),
            root + NoteHandlers.FeedAddress,
            [
                .. late.Select(source => new AtomEntry(
                    $"{Id}:late:{source.Key}:{source.Value.Next}",
                    $"{source.Key}: {texts.Of("timeliness.title")}",
                    // The entry stays the same while the figures are awaited.
                    new DateTimeOffset(source.Value.Expected!.Value.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero),
                    publishers.GetValueOrDefault(source.Key) ?? source.Key,
                    [(null, $"{root}{NoteHandlers.List}?source={source.Key}")],
                    texts.SaidOf(source.Value, today)
                )),
                .. notes.Select(note => new AtomEntry(
                    $"{Id}:{note.Import.Source}:{note.Import.Seq}",
                    texts.TitleOf(note),
                    note.Import.CommittedAt,
                    publishers.GetValueOrDefault(note.Import.Source) ?? note.Import.Source,
                    [(null, root + NoteHandlers.AddressOf(note.Import.Source, note.Import.Seq))],
                    texts.SaidOf(note, publishers.GetValueOrDefault(note.Import.Source))
                )),
            ]
        );
    }
}
