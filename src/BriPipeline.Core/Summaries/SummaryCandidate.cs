using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Summaries;

/// <summary>A series that an edition could be made from, with what it has for the period.</summary>
/// <param name="Exports">In whole units of <see cref="SummaryChoice.Unit"/>; null where it has none.</param>
/// <param name="Imports">The same.</param>
public sealed record SummaryCandidate(SummaryChoice Choice, decimal? Exports, decimal? Imports);
