using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Which figure of a sum that fails is a power of ten away from what the others say.</summary>
internal static class Slips
{
    private const int MaxPower = 6;

    /// <summary>What may be left between whole and sum once the slip is undone, as a part of what was between them before: nearer
    /// is no chance.</summary>
    private const decimal Rest = 0.001m;

    private static readonly decimal[] Factors =
    [
        .. from power in Enumerable.Range(1, MaxPower)
        let factor = Enumerable.Repeat(10m, power).Aggregate((one, other) => one * other)
        from either in new[] { factor, 1 / factor }
        select either,
    ];

    /// <summary>The only figure whose slip explains the difference; null where none does, or several do.</summary>
    public static Doubt? Find(Comparison failed)
    {
        if (failed.IsMet || failed.Sum <= 0)
        {
            return null;
        }

        var whole = Factors.Any(factor =>
            Explains(failed, failed.Published.Value, failed.Published.Value * factor, -1)
        );
        var parts = (
            from part in failed.Addends
            where part.Value > 0
            from factor in Factors
            where Explains(failed, part.Value, part.Value * factor, 1)
            select (Figure: part, Value: part.Value * factor)
        )
            .Take(2)
            .ToList();
        return (whole, parts) switch
        {
            (true, []) => failed.Contradicted() with { Others = [] },
            (false, [var part]) => OfPart(failed, part.Figure, part.Value),
            _ => null,
        };
    }

    private static bool Explains(Comparison failed, decimal value, decimal meant, int side) =>
        Math.Abs(failed.Difference - (side * (meant - value)))
        <= Math.Min(failed.Tolerance * Math.Max(1, meant / value), Math.Abs(failed.Difference) * Rest);

    private static Doubt OfPart(Comparison failed, Observation part, decimal meant) =>
        new(
            FindingCodes.PartContradicted,
            part.Provenance,
            part.Value,
            Show.Key(part.Key),
            Show.Money(part),
            Show.Key(failed.Published.Key),
            Show.Money(failed.Published),
            Show.Place(failed.Published.Provenance),
            Show.Money(meant, part.Key.Unit)
        );
}
