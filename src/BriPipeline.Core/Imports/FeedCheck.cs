using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>Compares <c>Feed</c> with the plans that it lists and with the done marks of the sources.</summary>
internal sealed class FeedCheck(ImportPorts ports)
{
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<CommitMark> marks, CancellationToken cancellation)
    {
        var lines = new List<string>();
        var last = new Dictionary<string, FeedRow>(StringComparer.Ordinal);
        FeedRow? before = null;
        await foreach (var row in ports.Vintages.ListCommitsAsync(cancellation))
        {
            for (var number = (before?.Number ?? 0) + 1; number < row.Number; number++)
            {
                lines.Add($"Feed {number}: the row is missing. It cannot be rebuilt: what it announced is stored.");
            }

            if (before is not null && row.CommittedAt <= before.CommittedAt)
            {
                lines.Add($"Feed {row.Number}: it is no later than the row before.");
            }

            var expected = (last.GetValueOrDefault(row.Source)?.Seq ?? 0) + 1;
            if (row.Seq != expected)
            {
                lines.Add(
                    $"Feed {row.Number}: it is import {row.Seq} of {row.Source}, and import {expected} is missing."
                );
            }

            lines.AddRange(await OfPlanAsync(row, cancellation));
            (before, last[row.Source]) = (row, row);
        }

        foreach (var mark in marks)
        {
            var row = last.GetValueOrDefault(mark.Source);
            if (row is null || (row.Seq, row.Number, row.State) != (mark.Seq, mark.Number, mark.State))
            {
                lines.Add(
                    $"Feed !done|{mark.Source}: it names import {mark.Seq}, number {mark.Number}, and the last row of the source is {(row is null ? "missing" : $"import {row.Seq}, number {row.Number}")}."
                );
            }
        }

        return lines;
    }

    private async Task<IReadOnlyList<string>> OfPlanAsync(FeedRow row, CancellationToken cancellation)
    {
        if (row.Discarded is not null)
        {
            return [];
        }

        try
        {
            var plan = await ports.Vintages.FindPlanAsync(row.Source, row.Seq, cancellation);
            return plan is null ? [$"The blob plans/{row.Plan} is gone. Its revisions cannot be rebuilt."]
                : plan.Counts != row.Counts
                || plan.State != row.State
                || $"{plan.Source}/{plan.Version.Path}" != row.Upload
                    ? [$"Feed {row.Number}: it is not what plan {row.Plan} says: {row.Counts}, right is {plan.Counts}."]
                : [];
        }
        catch (BrokenBlobException broken)
        {
            return [$"{broken.Message} Its revisions cannot be rebuilt."];
        }
    }
}
