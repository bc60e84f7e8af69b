using BriPipeline.Core.Layouts;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>What the checks of a reading look at.</summary>
/// <param name="Tables">The tables that the figures stand in, for what is beside them: shares, growth, balances.</param>
/// <param name="SaysNotAdditive">Whether the publisher says that parts do not add up to totals.</param>
public sealed record CheckSubject(FigureSet Figures, IReadOnlyList<TableLayout> Tables, bool SaysNotAdditive)
{
    /// <summary>Where negative numbers stand in place of figures.</summary>
    public IReadOnlyList<(string Sheet, CellAddress Cell)> Negatives { get; init; } = [];
}

/// <summary>A check: what is doubtful about the figures of a reading. Pure, and silent about honest figures.</summary>
public delegate IEnumerable<Doubt> Check(CheckSubject subject);
