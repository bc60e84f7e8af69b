using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Readings;

/// <summary>Observations that share a key, found by fingerprints first: keys of a million rows are not all held.</summary>
internal static class RepeatedKeys
{
    /// <param name="fingerprints">Of the key of every observation; sorted here.</param>
    /// <param name="observations">Read only where fingerprints repeat.</param>
    public static IReadOnlyList<IReadOnlyList<Observation>> Find(
        List<ulong> fingerprints,
        IEnumerable<Observation> observations
    )
    {
        fingerprints.Sort();
        var repeated = new HashSet<ulong>();
        for (var i = 1; i < fingerprints.Count; i++)
        {
            if (fingerprints[i] == fingerprints[i - 1])
            {
                repeated.Add(fingerprints[i]);
            }
        }

        return repeated.Count == 0
            ? []
            :
            [
                .. observations
                    .Where(observation => repeated.Contains(observation.Key.Fingerprint))
                    .GroupBy(observation => observation.Key)
                    .Select(group => group.ToList())
                    .Where(group => group.Count > 1),
            ];
    }
}
