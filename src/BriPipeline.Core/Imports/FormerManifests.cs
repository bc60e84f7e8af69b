using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>Looks at the states and manifests of former imports, of which no row of today is made.</summary>
internal sealed class FormerManifests(ImportPorts ports)
{
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<CommitMark> marks, CancellationToken cancellation)
    {
        var current = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mark in marks)
        {
            current.Add(mark.State);
            if (await TryAsync(mark.State) is { State: { } state })
            {
                current.UnionWith(state.Applied.Select(applied => applied.Manifest));
            }
        }

        var lines = new List<string>();
        await foreach (var row in ports.Vintages.ListCommitsAsync(cancellation))
        {
            if (row.Discarded is not null)
            {
                continue;
            }

            var (state, broken) = await TryAsync(row.State);
            foreach (var name in state?.Applied.Select(applied => applied.Manifest) ?? [])
            {
                if (current.Add(name))
                {
                    broken ??= await BreakAsync(() => ports.Vintages.GetManifestAsync(name, cancellation));
                }
            }

            // What is of today is compared with its rows, and told there.
            if (broken is not null && row.State != marks.FirstOrDefault(mark => mark.Source == row.Source)?.State)
            {
                lines.Add(
                    $"{broken} No row of today is made of it; what was known at import {row.Seq} is not told by it."
                );
            }
        }

        return lines;

        async Task<(SourceState? State, string? Broken)> TryAsync(string name)
        {
            SourceState? state = null;
            var broken = await BreakAsync(async () => state = await ports.Vintages.GetStateAsync(name, cancellation));
            return (state, broken);
        }
    }

    private static async Task<string?> BreakAsync(Func<Task> read)
    {
        try
        {
            await read();
            return null;
        }
        catch (BrokenBlobException broken)
        {
            return broken.Message;
        }
    }
}
