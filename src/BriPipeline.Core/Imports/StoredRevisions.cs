using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>Compares <c>Revisions</c> of a source with what its committed plans say.</summary>
internal sealed class StoredRevisions(ImportPorts ports, string source)
{
    /// <param name="report">Is told of each difference, in a line.</param>
    /// <exception cref="BrokenBlobException">A plan is not what was written.</exception>
    public async Task<(List<StoredRevision> Wrong, List<RevisionKey> Extra)> CompareAsync(
        Action<string> report,
        CancellationToken cancellation
    )
    {
        var right = new Dictionary<RevisionKey, StoredRevision>();
        await foreach (var commit in ports.Vintages.ListCommitsAsync(cancellation))
        {
            if (commit.Source != source || commit.Discarded is not null)
            {
                continue;
            }

            var plan =
                await ports.Vintages.FindPlanAsync(source, commit.Seq, cancellation)
                ?? throw new BrokenBlobException($"The blob plans/{commit.Plan} is gone.");
            foreach (var revision in plan.Revisions)
            {
                right[new(revision.Key, plan.Seq)] = new(source, plan.Seq, plan.PlannedAt, revision);
            }
        }

        return SourceRows.Compare(
            right,
            await ports.Vintages.ReadRevisionsAsync(source, cancellation),
            (key, what) => report($"Revisions {new TradeKey(source, key.Key).Row} of import {key.Seq}: {what}")
        );
    }
}
