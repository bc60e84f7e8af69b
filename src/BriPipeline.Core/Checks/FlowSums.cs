using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Flows that are made of others, and flows that should differ.</summary>
internal static class FlowSums
{
    private static readonly (TradeFlow Whole, TradeFlow[] Parts, FindingCode Differs)[] Rules =
    [
        (TradeFlow.T, [TradeFlow.X, TradeFlow.M], FindingCodes.TurnoverDiffers),
        (TradeFlow.X, [TradeFlow.DX, TradeFlow.RX], FindingCodes.ExportsDiffer),
    ];

    public static IEnumerable<Doubt> Check(CheckSubject subject)
    {
        foreach (var (whole, parts, differs) in Rules.Where(rule => rule.Parts.All(subject.Figures.Has)))
        {
            var comparisons = subject
                .Figures.All.Where(figure => figure.Key.Flow == whole)
                .Select(figure => (figure, Addends: Parts(subject.Figures, figure, parts)))
                .Where(pair => pair.Addends.Count == parts.Length)
                .GroupBy(
                    pair => (pair.figure.Provenance.Sheet, pair.figure.Key.Unit, pair.figure.Key.Variant),
                    pair => Comparison.Of(pair.figure, pair.Addends)
                );
            foreach (var sheet in comparisons)
            {
                var ofSheet = sheet.Where(comparison => comparison.Sum > 0 || comparison.Published.Value > 0).ToList();
                if (Comparison.IsRule(ofSheet))
                {
                    foreach (var doubt in Comparison.Breaches(ofSheet, differs))
                    {
                        yield return OfAll(doubt, ofSheet);
                    }
                }
                else if (ofSheet.Count > 1)
                {
                    yield return new(
                        FindingCodes.FlowsUnproved,
                        ofSheet[0].Published.Provenance,
                        ofSheet.Max(comparison => Math.Abs(comparison.Difference)),
                        whole.ToString(),
                        string.Join(" + ", parts),
                        Show.Count(ofSheet.Count(comparison => !comparison.IsMet)),
                        Show.Count(ofSheet.Count)
                    );
                }
            }
        }
    }

    /// <summary>Where nothing tells which of the flows is wrong, all of them may be.</summary>
    private static Doubt OfAll(Doubt doubt, List<Comparison> comparisons) =>
        doubt.Code == FindingCodes.PartContradicted || doubt.Code == FindingCodes.WholeContradicted
            ? doubt
            : doubt with
            {
                With =
                [
                    .. comparisons
                        .First(comparison => comparison.Published.Provenance == doubt.At)
                        .Addends.Select(part => part.Provenance),
                ],
            };

    /// <summary>Imports by origin and by consignment that never differ: one of the columns may be a copy.</summary>
    public static IEnumerable<Doubt> Identical(CheckSubject subject)
    {
        const int Least = 5;
        var pairs = subject
            .Figures.All.Where(figure => figure is { Value: > 0, Key.Flow: TradeFlow.MC })
            .Select(figure => (figure, Other: subject.Figures.Find(figure, flow: TradeFlow.M)))
            .Where(pair => pair.Other is { Value: > 0 })
            .GroupBy(pair => (pair.figure.Provenance.Sheet, pair.figure.Key.Unit));
        foreach (var sheet in pairs)
        {
            var both = sheet.ToList();
            if (both.Count >= Least && both.TrueForAll(pair => pair.figure.Value == pair.Other!.Value))
            {
                yield return new(
                    FindingCodes.ImportsIdentical,
                    both[0].figure.Provenance,
                    both.Sum(pair => pair.figure.Value),
                    Show.Count(both.Count)
                );
            }
        }
    }

    private static List<Observation> Parts(FigureSet figures, Observation whole, TradeFlow[] parts) =>
        [.. parts.Select(part => figures.Find(whole, flow: part)).OfType<Observation>()];
}
