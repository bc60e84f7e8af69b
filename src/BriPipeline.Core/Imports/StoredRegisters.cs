using BriPipeline.Core.Registers;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>Compares <c>Registers</c> with what the committed plans wrote, one after the other.</summary>
internal sealed class StoredRegisters(ImportPorts ports)
{
    /// <param name="report">Is told of each difference, in a line.</param>
    /// <exception cref="BrokenBlobException">A plan is not what was written.</exception>
    public async Task<(List<RegisterRow> Wrong, List<RegisterKey> Extra)> CompareAsync(
        Action<string> report,
        CancellationToken cancellation
    )
    {
        var right = new Dictionary<RegisterKey, RegisterRow>();
        await foreach (var commit in ports.Vintages.ListCommitsAsync(cancellation))
        {
            if (commit.Source != RegisterReading.Source || commit.Discarded is not null)
            {
                continue;
            }

            var plan =
                await ports.Vintages.FindPlanAsync(commit.Source, commit.Seq, cancellation)
                ?? throw new BrokenBlobException($"The blob plans/{commit.Plan} is gone.");
            foreach (var row in plan.Registers ?? [])
            {
                right[row.Key] = row;
            }

            foreach (var key in plan.RegistersRemoved ?? [])
            {
                right.Remove(key);
            }
        }

        var stored = await ports.Vintages.ReadRegistersAsync(cancellation);
        var wrong = new List<RegisterRow>();
        foreach (var (key, row) in right)
        {
            if (!stored.TryGetValue(key, out var found))
            {
                report($"Registers {key}: the row is missing.");
                wrong.Add(row);
            }
            else if (found is null)
            {
                report($"Registers {key}: its columns are not what was written, right is {VintageJson.TextOf(row)}.");
                wrong.Add(row);
            }
            else if (VintageJson.TextOf(found) != VintageJson.TextOf(row))
            {
                report($"Registers {key}: stored is {VintageJson.TextOf(found)}, right is {VintageJson.TextOf(row)}.");
                wrong.Add(row);
            }
        }

        var extra = stored.Keys.Where(key => !right.ContainsKey(key)).ToList();
        extra.ForEach(key => report($"Registers {key}: no upload claims the row."));
        return (wrong, extra);
    }
}
