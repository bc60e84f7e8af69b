using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>The days from the first to the last period that a series has in one version.</summary>
public readonly record struct SeriesSpan(DateOnly First, DateOnly Last)
{
    public bool Contains(TimePeriod period) => period.First >= First && period.Last <= Last;

    public static Dictionary<SeriesKey, SeriesSpan> Of(IEnumerable<ObservationKey> keys)
    {
        var spans = new Dictionary<SeriesKey, SeriesSpan>();
        foreach (var key in keys)
        {
            var (series, period) = (key.Series, key.Period);
            spans[series] = spans.TryGetValue(series, out var span)
                ? new(
                    period.First < span.First ? period.First : span.First,
                    period.Last > span.Last ? period.Last : span.Last
                )
                : new(period.First, period.Last);
        }

        return spans;
    }
}
