namespace BriPipeline.Core.Summaries.Documents;

/// <summary>An axis of values whose first and last lines enclose all of them, so that the highest is read between two lines.</summary>
/// <param name="Low">At most nil.</param>
/// <param name="Step">Between two lines: 1, 2 or 5 times a power of ten, as labels are whole numbers. About five lines, so that
/// numbers side by side keep apart.</param>
internal readonly record struct ChartScale(double Low, double High, double Step)
{
    private const int MaxSteps = 5;

    private static readonly double[] Steps = [1, 2, 5, 10];

    public static ChartScale Of(IEnumerable<double> values)
    {
        var (low, high) = (0.0, 0.0);
        foreach (var value in values)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        var least = Math.Max(1, (high - low) / MaxSteps);
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var step = power * Steps.First(factor => factor * power >= least);
        return new(Math.Floor(low / step) * step, Math.Max(low < 0 ? 0 : step, Math.Ceiling(high / step) * step), step);
    }
}
