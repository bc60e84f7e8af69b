using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Readings;

/// <summary>What may be done with a workbook that was read.</summary>
public enum ReadingOutcome
{
    /// <summary>Its observations may be stored.</summary>
    Accepted,

    /// <summary>Nothing is stored until somebody accepts it.</summary>
    Held,

    /// <summary>It gives no observation.</summary>
    Rejected,
}

/// <summary>One workbook as read: what a version of an upload claims.</summary>
/// <param name="Observations">Each key once. Of a held workbook, what would be stored if somebody accepted it.</param>
/// <param name="Cause">Why it is held or rejected, one sentence; null where it is accepted.</param>
/// <param name="Edition">Release date or last day covered, <c>yyyy-MM-dd</c>: ordinal order is edition order; null where the workbook says neither.</param>
/// <param name="Layout">Fingerprint of the layout as recognised.</param>
public sealed record ReadingResult(
    IReadOnlyList<Observation> Observations,
    IReadOnlyList<Finding> Findings,
    ReadingOutcome Outcome,
    string? Cause,
    string? Edition,
    string? Layout
)
{
    public IReadOnlyList<MissingFigure> Missing { get; init; } = [];

    /// <summary>Keys of figures that the gate keeps out: they replace nothing that is stored.</summary>
    public IReadOnlySet<ObservationKey> Contested { get; init; } = new HashSet<ObservationKey>();

    /// <summary>Of a workbook of registers: its rows.</summary>
    public IReadOnlyList<RegisterRow> Registers { get; init; } = [];

    /// <summary>The reading of the workbook, which knows how it was understood; null of a workbook of registers.</summary>
    public Reading? Reading { get; init; }
}
