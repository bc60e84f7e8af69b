using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Reports;

/// <summary>What the figures of a column say of each dimension: one thing throughout, or several.</summary>
internal sealed class ColumnSaying
{
    /// <summary>In the order in which people say them.</summary>
    public static readonly string[] Dimensions =
    [
        "reporter",
        "partner",
        "flow",
        "commodity",
        "unit",
        "multiplier",
        "period",
        "variant",
    ];

    private readonly bool[] varies = new bool[Dimensions.Length];
    private ObservationKey? first;
    private int firstMultiplier;

    public int Count { get; private set; }

    public void Add(ObservationKey key, int multiplier)
    {
        Count++;
        if (first is null)
        {
            (first, firstMultiplier) = (key, multiplier);
            return;
        }

        varies[0] |= key.Reporter != first.Reporter;
        varies[1] |= key.Partner != first.Partner;
        varies[2] |= key.Flow != first.Flow;
        varies[3] |= key.Commodity != first.Commodity;
        varies[4] |= key.Unit != first.Unit;
        varies[5] |= multiplier != firstMultiplier;
        varies[6] |= key.Period != first.Period;
        varies[7] |= key.Variant != first.Variant;
    }

    /// <summary>The code that all figures have, by dimension; null where there are several or none.</summary>
    public string? this[int dimension] =>
        first is null || varies[dimension]
            ? null
            : dimension switch
            {
                0 => first.Reporter.Code,
                1 => first.Partner.Code,
                2 => first.Flow.ToString(),
                3 => first.Commodity.Code,
                4 => first.Unit.Code,
                5 => firstMultiplier.ToString(System.Globalization.CultureInfo.InvariantCulture),
                6 => first.Period.ToString(),
                _ => first.Variant,
            };
}
