using BriPipeline.Core.Registers;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>Proves that what is stored is what was uploaded, planned and committed: the archive by its hashes, the feed and
/// <c>Revisions</c> by the plans, <c>Trade</c>, <c>TradeByPeriod</c> and <c>Series</c> by the manifests, <c>Registers</c> by the plans.</summary>
public sealed class Verification(ImportPorts ports, TimeProvider clock)
{
    /// <summary>As <see cref="RunAsync"/>, a line a difference.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(bool repair, CancellationToken cancellation) =>
        [.. (await RunAsync(repair, cancellation)).Select(difference => difference.Text)];

    /// <summary>Compares everything.</summary>
    /// <param name="repair">Put right what follows from a blob whose hash is right.</param>
    /// <returns>None where all is well.</returns>
    public async Task<IReadOnlyList<Difference>> RunAsync(bool repair, CancellationToken cancellation)
    {
        var found = new List<Difference>();
        await TryAsync("archive", () => new ArchiveCheck(ports).RunAsync(cancellation));
        var marks = await ports.Vintages.ListMarksAsync(cancellation);
        var broken = await ports.Vintages.ListBrokenRowsAsync(cancellation).ToListAsync(cancellation);
        found.AddRange(
            broken.Select(row => new Difference(
                $"{row}: the row is not what was written. It cannot be rebuilt.",
                false
            ))
        );
        var isFeedWhole = !broken.Exists(row => row.StartsWith("Feed ", StringComparison.Ordinal));
        await TryAsync("Feed", () => new FeedCheck(ports).RunAsync(marks, cancellation));
        await TryAsync("manifests", () => new FormerManifests(ports).RunAsync(marks, cancellation));
        foreach (var mark in marks)
        {
            // What was committed is told by the feed alone: by a row of it that is wrong nothing is judged, let alone put right.
            if (!isFeedWhole)
            {
                found.Add(new($"{mark.Source}: not verified and not repaired, as rows of Feed are broken.", false));
                continue;
            }

            await TryAsync(
                mark.Source,
                async () =>
                {
                    found.AddRange(await OfSourceAsync(mark.Source, repair, cancellation));
                    return [];
                }
            );
        }

        return found;

        // One part that cannot be looked at must not hide the others.
        async Task TryAsync(string part, Func<Task<IReadOnlyList<string>>> check)
        {
            try
            {
                found.AddRange((await check()).Select(line => new Difference(line, false)));
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested && !ports.Outages.IsOutage(fault))
            {
                found.Add(new($"{part}: it could not be verified: {fault.GetBaseException().Message}", false));
            }
        }
    }

    private async Task<IReadOnlyList<Difference>> OfSourceAsync(
        string source,
        bool repair,
        CancellationToken cancellation
    )
    {
        await using var lease = await ports.Locks.TryAcquireAsync(source, cancellation);
        if (lease is null)
        {
            return [new($"{source}: an import is running; not verified.", false)];
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease.Lost);
        var found = new List<Difference>();
        await FencesAsync(source, repair, found, both.Token);
        if (!await new RollForward(ports, clock).SettleAsync(source, both.Token))
        {
            found.Add(
                new($"{source}: its open plan failed; not verified. Retry its upload or discard the plan.", false)
            );
            return found;
        }

        var mark = (await ports.Vintages.FindMarkAsync(source, both.Token))!;
        await PartAsync(
            $"Trade, TradeByPeriod and Series of {source}",
            async report => (await new SourceRows(ports, source).CompareAsync(mark, report, both.Token)).Repairs,
            repairs => ports.Vintages.RepairAsync(source, mark.Seq, repairs, both.Token)
        );
        await PartAsync(
            $"Revisions of {source}",
            report => new StoredRevisions(ports, source).CompareAsync(report, both.Token),
            rows => ports.Vintages.RepairRevisionsAsync(source, rows.Wrong, rows.Extra, both.Token)
        );
        if (source == RegisterReading.Source)
        {
            await PartAsync(
                "Registers",
                report => new StoredRegisters(ports).CompareAsync(report, both.Token),
                rows => ports.Vintages.RepairRegistersAsync(mark.Seq, rows.Wrong, rows.Extra, both.Token)
            );
        }

        return found;

        async Task PartAsync<T>(string part, Func<Action<string>, Task<T>> compare, Func<T, Task> write)
        {
            var lines = new List<string>();
            try
            {
                var repairs = await compare(lines.Add);
                if (repair && lines.Count > 0)
                {
                    await write(repairs);
                }

                found.AddRange(lines.Select(line => new Difference(line, repair)));
            }
            catch (BrokenBlobException broken)
            {
                var left = await LeftAsync(source, both.Token);
                found.Add(new($"{broken.Message} {part}: not compared and not repaired. {left}", false));
            }
        }
    }

    /// <summary>Past the last commit and the plan after it nothing can have been written.</summary>
    private async Task FencesAsync(string source, bool repair, List<Difference> found, CancellationToken cancellation)
    {
        var seq = (await ports.Vintages.FindMarkAsync(source, cancellation))?.Seq ?? 0;
        var most = await ports.Vintages.HasPlanAsync(source, seq + 1, cancellation) ? seq + 1 : seq;
        foreach (var fence in await ports.Vintages.ResetFencesAsync(source, most, isTrial: !repair, cancellation))
        {
            found.Add(new($"{fence} is the import that the row !{source} names; the last is {most}.", repair));
        }
    }

    /// <summary>What of a source could be read again.</summary>
    private async Task<string> LeftAsync(string source, CancellationToken cancellation)
    {
        var (kept, lost) = (0, new List<string>());
        await foreach (var record in ports.Ledger.ListAsync(source, cancellation))
        {
            if (record is not { Sha256: { } hash, State: UploadState.Done })
            {
                continue;
            }

            try
            {
                await using var upload = await ports.Archive.FindAsync(hash, cancellation);
                kept += upload is null ? 0 : 1;
                if (upload is null)
                {
                    lost.Add($"{record.Path} {record.Version}");
                }
            }
            catch (BrokenBlobException)
            {
                lost.Add($"{record.Path} {record.Version}");
            }
        }

        return lost.Count == 0
            ? $"All {kept} versions that were stored are in the archive and can be imported anew."
            : $"{kept} versions that were stored are in the archive and can be imported anew; not {string.Join(", ", lost)}.";
    }
}
