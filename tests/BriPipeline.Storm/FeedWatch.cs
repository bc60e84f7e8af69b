using BriPipeline.Core.Imports;

namespace BriPipeline.Storm;

/// <summary>Reads the feed as an app does, while imports run: every number once, in order, and what a row announces is there.</summary>
internal sealed class FeedWatch(Office office)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private FeedRow? last;

    /// <summary>Follows the feed until told to stop, and then to its end.</summary>
    /// <returns>What was wrong; null where nothing was.</returns>
    public async Task<string?> RunAsync(CancellationToken ending)
    {
        last = await office.Ports.Feed.ListAsync(0, default).LastOrDefaultAsync(CancellationToken.None);
        while (true)
        {
            var isLast = ending.IsCancellationRequested;
            await foreach (var row in office.Ports.Feed.ListAsync(last?.Number ?? 0, default))
            {
                if (row.Number != (last?.Number ?? 0) + 1 || row.CommittedAt <= (last?.CommittedAt ?? default))
                {
                    return $"the feed has {row} after {last}";
                }

                if (row.Source == office.Source && await MissingAsync(row) is { } missing)
                {
                    return missing;
                }

                last = row;
            }

            if (isLast)
            {
                return null;
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    /// <summary>A row that the import announced and that is not there, nor was changed since.</summary>
    private async Task<string?> MissingAsync(FeedRow commit)
    {
        var plan = (await office.Ports.Vintages.FindPlanAsync(commit.Source, commit.Seq, default))!;
        var stored = await office.Ports.Vintages.ReadRowsAsync(commit.Source, default);
        var isNewest = await office.Ports.Vintages.FindPlanAsync(commit.Source, commit.Seq + 1, default) is null;
        foreach (var table in new[] { stored.Trade, stored.ByPeriod })
        {
            foreach (var row in plan.Rows)
            {
                var found = table.GetValueOrDefault(row.Key);
                if (found is null ? isNewest : found.Seq < plan.Seq)
                {
                    return $"import {commit.Seq} is in the feed, and its row {row.Key} is not stored: {found}";
                }
            }

            if (isNewest && plan.Removed.FirstOrDefault(table.ContainsKey) is { } left)
            {
                return $"import {commit.Seq} is in the feed, and the row {left} that it removed is stored";
            }
        }

        return null;
    }
}
