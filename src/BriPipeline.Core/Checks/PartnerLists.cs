using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Lists of partners from one period to the next.</summary>
internal static class PartnerLists
{
    /// <summary>Shorter lists may be chosen lists.</summary>
    private const int MinPartners = 15;

    /// <summary>A jump of the share of unspecified partners by so much of the total.</summary>
    private const decimal Jump = 0.05m;

    /// <summary>Earlier periods that show what is usual.</summary>
    private const int Usual = 4;

    /// <summary>Unspecified partners that take in suddenly what was told apart before.</summary>
    public static IEnumerable<Doubt> Unspecified(CheckSubject subject)
    {
        foreach (var sequence in subject.Figures.Sequences)
        {
            var shares = new List<decimal>();
            foreach (var panel in sequence.Where(panel => panel.Total is not null))
            {
                var figure = panel.Find(Area.NotSpecified);
                var share = figure is null ? 0 : figure.Value / panel.Total!.Value;
                var most = shares.TakeLast(Usual).DefaultIfEmpty().Max();
                if (shares.Count > 1 && figure is not null && share > most + Jump && share > most * 2)
                {
                    yield return new(
                        FindingCodes.UnspecifiedJump,
                        figure.Provenance,
                        figure.Value,
                        Show.Panel(panel.Key),
                        Show.Percent(share * 100),
                        Show.Percent(most * 100)
                    );
                }

                shares.Add(share);
            }
        }
    }

    public static IEnumerable<Doubt> Shrunk(CheckSubject subject)
    {
        foreach (var sequence in subject.Figures.Sequences.Where(panels => panels[0].Key.Commodity == Commodity.Total))
        {
            var counts = new List<int>();
            foreach (var panel in sequence)
            {
                var count = panel.Countries.Count(figure => figure.Value > 0);
                if (counts.Count > 1 && Shrank(counts.TakeLast(Usual).Min(), count))
                {
                    yield return Of(panel, counts.TakeLast(Usual).Min(), count);
                }

                counts.Add(count);
            }
        }
    }

    public static bool Shrank(int before, int now) => before >= MinPartners && now > 0 && now * 5 < before * 3;

    public static Doubt Of(Panel panel, int before, int now) =>
        new(
            FindingCodes.PartnersShrunk,
            panel.Figures[0].Provenance,
            panel.Figures.Max(figure => figure.Value),
            Show.Panel(panel.Key),
            Show.Count(now),
            Show.Count(before)
        );
}
