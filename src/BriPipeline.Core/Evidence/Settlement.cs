namespace BriPipeline.Core.Evidence;

/// <summary>What the statements about one dimension come to (DESIGN section 4, rule 3).</summary>
/// <param name="Value">What holds; null where nothing is said or rivals are left.</param>
/// <param name="Rivals">The statements of the nearest reach that has any, where they contradict each other.</param>
/// <param name="Contradictions">Farther statements that contradict the value.</param>
public sealed record Settlement(object? Value, IReadOnlyList<Statement> Rivals, IReadOnlyList<Statement> Contradictions)
{
    public static Settlement Nothing { get; } = new(null, [], []);

    /// <summary>The nearest reach with a statement decides, if all there agree; farther ones may add to it, and where they
    /// contradict it is told.</summary>
    /// <param name="statements">About one dimension, of the figures of one table.</param>
    public static Settlement Of(IReadOnlyList<Statement> statements, DimensionPolicy policy)
    {
        object? value = null;
        List<Statement> contradictions = [];
        foreach (
            var reach in statements
                .Where(statement => !policy.DeafTo.Contains(statement.Reach))
                .GroupBy(statement => statement.Reach)
                .OrderBy(group => group.Key)
        )
        {
            var concerned = reach.Where(statement => value is null || policy.Concerns(value, statement.Value)).ToList();
            var here = Combine(concerned.Select(statement => statement.Value));
            if (value is null && here is null)
            {
                return new(null, concerned, []);
            }

            // A place with two statements adds nothing; it contradicts where neither agrees.
            if (
                concerned.Count > 0
                && concerned.TrueForAll(one => value is not null && policy.Combine(value, one.Value) is null)
            )
            {
                contradictions.AddRange(concerned);
            }
            else if (here is not null)
            {
                value = value is null ? here : policy.Combine(value, here) ?? value;
            }
        }

        return new(value, [], contradictions);

        object? Combine(IEnumerable<object> values)
        {
            object? all = null;
            foreach (var one in values)
            {
                all = all is null ? one : policy.Combine(all, one);
                if (all is null)
                {
                    return null;
                }
            }

            return all;
        }
    }
}

/// <summary>What a dimension of a figure comes to: a value, nothing, or several that it may be.</summary>
/// <param name="Alternatives">What it may be, as findings print it; null where nothing is said.</param>
public readonly record struct Settled<T>(T? Value, string? Alternatives)
    where T : struct;
