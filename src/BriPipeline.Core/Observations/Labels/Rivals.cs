using BriPipeline.Core.Evidence;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations.Labels;

/// <summary>Values that contradict each other, as findings print them.</summary>
internal static class Rivals
{
    public static string Show(object value) =>
        value switch
        {
            PeriodPart part => PeriodComposition.Show(part),
            Named<Area> area => area.Value.ToString(),
            Named<Commodity> commodity => commodity.Value.ToString(),
            _ => value.ToString()!,
        };

    public static string Show(IEnumerable<object> values) =>
        string.Join(" / ", values.Select(Show).Distinct(StringComparer.Ordinal));

    /// <summary>A value as answers write it.</summary>
    public static string Code(object value) =>
        value switch
        {
            ScaledUnit unit => unit.Code,
            PeriodPart part => PeriodComposition.ToPeriod(part, null)?.ToString() ?? Show(part),
            _ => Show(value),
        };

    /// <summary>Of two values of a figure's own row and column.</summary>
    public static Refusal Refuse(Dimension dimension, object one, object other)
    {
        var (name, readings) = (one, other) switch
        {
            (ScaledUnit { Unit: { } unit }, ScaledUnit { Unit: { } theirs }) when unit != theirs => (
                "unit",
                $"{unit} / {theirs}"
            ),
            (ScaledUnit { Power: var power }, ScaledUnit { Power: var theirs }) => (
                "multiplier",
                $"{power} / {theirs}"
            ),
            _ => (dimension.ToString().ToLowerInvariant(), Show([one, other])),
        };
        var options = new[] { one, other }
            .Select(value => new AskOption(Code(value), Why.Said, Show(value)))
            .Where(option => AnsweredLabel.Reads(dimension, option.Is))
            .DistinctBy(option => option.Is, StringComparer.Ordinal)
            .ToList();
        return new(FindingCodes.DimensionUnclear, name, null, [name, readings, "#"])
        {
            Ask = options.Count > 1 ? new(QuestionKind.Contradiction, $"{name}: {readings}", options) : null,
        };
    }
}
