using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>A note for each committed import, from the feed and the states that imports left.</summary>
public sealed class PublicationNotes(IFeed feed, IVintageStore vintages)
{
    /// <summary>The newest first.</summary>
    /// <param name="source">Null for all sources.</param>
    public async Task<IReadOnlyList<PublicationNote>> ListAsync(
        string? source,
        int skip,
        int take,
        CancellationToken cancellation
    )
    {
        var imports = await feed.ListAsync(0, cancellation)
            .Where(import => source is null || import.Source == source)
            .ToListAsync(cancellation);
        var states = new Dictionary<string, SourceState>(StringComparer.Ordinal);
        var notes = new List<PublicationNote>();
        foreach (var import in imports.AsEnumerable().Reverse().Skip(skip).Take(take))
        {
            notes.Add(await NoteAsync(import, imports, states, cancellation));
        }

        return notes;
    }

    /// <summary>The note of one import of a source; null where there is no such import.</summary>
    public async Task<PublicationNote?> FindAsync(string source, long seq, CancellationToken cancellation)
    {
        var imports = await feed.ListAsync(0, cancellation)
            .Where(import => import.Source == source)
            .ToListAsync(cancellation);
        return imports.Find(import => import.Seq == seq) is { } found
            ? await NoteAsync(found, imports, new(StringComparer.Ordinal), cancellation)
            : null;
    }

    private async Task<PublicationNote> NoteAsync(
        FeedRow import,
        List<FeedRow> imports,
        Dictionary<string, SourceState> states,
        CancellationToken cancellation
    )
    {
        var before = imports.FindLast(other => other.Source == import.Source && other.Seq < import.Seq);
        return PublicationNote.Of(
            import,
            before is null ? SourceState.Empty : await StateAsync(before.State, states, cancellation),
            await StateAsync(import.State, states, cancellation)
        );
    }

    private async Task<SourceState> StateAsync(
        string name,
        Dictionary<string, SourceState> states,
        CancellationToken cancellation
    )
    {
        if (!states.TryGetValue(name, out var state))
        {
            state = await vintages.GetStateAsync(name, cancellation);
            states.Add(name, state);
        }

        return state;
    }
}
