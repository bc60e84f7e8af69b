using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings.Mutations;

/// <summary>One edit of the labels of a workbook.</summary>
/// <param name="Kind">What was done, in a word.</param>
/// <param name="Spots">The labels that were edited, as they were.</param>
/// <param name="After">The texts that stand there now; a blank is the empty text.</param>
/// <param name="AddedLimit">Whether words were added that limit what the figures count.</param>
internal sealed record Mutation(
    string Kind,
    IReadOnlyList<LabelSpot> Spots,
    IReadOnlyList<string> After,
    IReadOnlyDictionary<CellAddress, Cell> Edits,
    bool AddedLimit = false
)
{
    public Sheet Sheet => Spots[0].Sheet;

    public override string ToString() =>
        $"{Kind} {string.Join(", ", Spots.Select(spot => $"{spot.Place} {spot.Address}"))}: "
        + $"\"{string.Join("\", \"", Spots.Select(spot => spot.Text))}\" -> \"{string.Join("\", \"", After)}\"";
}
