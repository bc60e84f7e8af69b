namespace BriPipeline.Core.Trade;

/// <summary>A unit and the power of ten that its figures are printed in, as one text says them: "thousand USD" is USD and 3. What the
/// text leaves out is null.</summary>
public readonly record struct ScaledUnit(Unit? Unit, int? Power)
{
    /// <summary>What both say; null where they name two units or two powers.</summary>
    public static ScaledUnit? Combine(ScaledUnit one, ScaledUnit other) =>
        Differ(one.Unit, other.Unit) || Differ(one.Power, other.Power)
            ? null
            : new(one.Unit ?? other.Unit, one.Power ?? other.Power);

    /// <summary>Whether the other speaks of figures of the same kind: thousands of dollars say nothing of tonnes.</summary>
    public bool IsOfKind(ScaledUnit other) =>
        Unit is not { } own || other.Unit is not { } theirs || own.IsMoney == theirs.IsMoney;

    public override string ToString() =>
        (Unit, Power) switch
        {
            ({ } unit, null or 0) => unit.Code,
            ({ } unit, { } power) => $"10^{power} {unit.Code}",
            (null, { } power) => $"10^{power}",
            _ => "",
        };

    private static bool Differ<T>(T? one, T? other)
        where T : struct => one is { } left && other is { } right && !left.Equals(right);
}
