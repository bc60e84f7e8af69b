using System.Globalization;

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

    /// <summary>Whether the other describes figures of the same kind: thousands of dollars do not apply to tonnes.</summary>
    public bool IsOfKind(ScaledUnit other) =>
        Unit is not { } own || other.Unit is not { } theirs || own.IsMoney == theirs.IsMoney;

    /// <summary>As answers write it: <c>USD</c> in whole units, <c>USD 3</c> in thousands; <c>10^3</c> where the unit is said elsewhere.</summary>
    public string Code =>
        Unit is not { } unit ? $"10^{Power}"
        : Power is null or 0 ? unit.Code
        : $"{unit.Code} {Power}";

    /// <summary>Reads what <see cref="Code"/> writes; null for anything else.</summary>
    public static ScaledUnit? Parse(string code) =>
        code.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var power] when power.StartsWith("10^", StringComparison.Ordinal) => Ten(power[3..]) is { } ten
                ? new(null, ten)
                : null,
            [var unit] when Trade.Unit.IsCode(unit) => new(new Unit(unit), 0),
            [var unit, var power] when Trade.Unit.IsCode(unit) && Ten(power) is { } ten => new(new Unit(unit), ten),
            _ => null,
        };

    private static int? Ten(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var power) && power <= 12
            ? power
            : null;

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
