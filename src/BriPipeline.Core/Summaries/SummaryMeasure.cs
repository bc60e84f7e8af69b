using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>The four amounts that a summary gives of a trade.</summary>
public enum SummaryMeasure
{
    /// <summary>As published, else exports plus imports.</summary>
    Turnover,
    Exports,
    Imports,

    /// <summary>Exports minus imports.</summary>
    Balance,
}

/// <summary>An amount of one trade in a period, as one side reports it; null where that side does not give it.</summary>
internal delegate SummaryAmount? FindAmount(SummaryMeasure measure, TimePeriod period);
