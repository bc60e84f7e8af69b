using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Partners against the total of all partners.</summary>
internal static class Totals
{
    /// <summary>A list of fewer countries is partial on the face of it.</summary>
    private const int Many = 5;

    private static readonly Area Rest = new("_OTHER");

    private static readonly Area[] Continents = [new("002"), new("009"), new("019"), new("142"), new("150")];

    /// <summary>What a total may be made of; a list of partners may be any of these.</summary>
    private static readonly Func<Panel, IReadOnlyList<Observation>>[] Compositions =
    [
        panel => [.. panel.Countries],
        panel => [.. panel.Countries, .. panel.FindAll(Area.NotSpecified)],
        panel => [.. panel.Countries, .. panel.FindAll(Rest)],
        panel => [.. panel.Countries, .. panel.FindAll(Area.NotSpecified, Rest)],
        panel => panel.FindAll(Continents),
        panel => panel.FindAll([.. Continents, Area.NotSpecified]),
        panel => panel.FindAll([.. Continents, Rest]),
        panel => panel.FindAll([.. Continents, Area.NotSpecified, Rest]),
        panel => panel.FindAll(new Area("_CIS"), new Area("_NON_CIS")),
        panel => panel.FindAll(new Area("_EAEU"), new Area("_NON_EAEU")),
        panel => panel.FindAll(new Area("_EU"), new Area("_NON_EU")),
        panel => panel.FindAll(new Area("_EU27_2020"), new Area("_NON_EU")),
    ];

    /// <summary>Totals that differ where most agree; totals that are none; lists that are partial, as a note.</summary>
    public static IEnumerable<Doubt> Check(CheckSubject subject)
    {
        foreach (var block in subject.Figures.Panels.Where(panel => panel.Total is not null).GroupBy(p => p.Key.Block))
        {
            var panels = block.ToList();
            if (subject.SaysNotAdditive || panels[0].Key.Variant == "SA")
            {
                if (NotAdditive(panels[^1]) is { } note)
                {
                    yield return note;
                }

                continue;
            }

            var comparisons = panels.Select(Nearest).OfType<Comparison>().ToList();
            var above = panels.ConvertAll(AboveTotal);
            if (comparisons.TrueForAll(comparison => comparison.IsMet) && above.TrueForAll(found => found.Count == 0))
            {
                continue;
            }

            var isRule = Comparison.IsRule(comparisons);
            var doubts =
                IsNoTotal(above) ? panels.Select(NoTotal)
                : isRule ? Differing(comparisons)
                : Unproved(panels);
            var explained = comparisons
                .Where(comparison => isRule && Slips.Find(comparison) is not null)
                .Select(comparison => comparison.Published)
                .ToHashSet();
            var contradicted = panels
                .Zip(above)
                .Where(pair => !IsNoTotal(above) && !explained.Contains(pair.First.Total!))
                .SelectMany(pair => Contradict(pair.First.Total!, pair.Second));
            foreach (var doubt in doubts.Concat(contradicted))
            {
                yield return doubt;
            }
        }
    }

    /// <summary>Figures of which all totals are exactly one hundred, and none is more, are shares whatever unit was said of them. A
    /// single total must also be printed as no whole number of values is: "100.0".</summary>
    public static IEnumerable<Doubt> OfShares(CheckSubject subject)
    {
        foreach (var block in subject.Figures.Panels.GroupBy(panel => panel.Key.Block))
        {
            var panels = block.ToList();
            if (
                !panels.TrueForAll(panel => panel.Figures.Count > 2 && IsHundred(panel))
                || (panels.Count == 1 && panels[0].Find(Area.World)!.Provenance.Raw.Trim() == "100")
            )
            {
                continue;
            }

            foreach (var figure in panels.SelectMany(panel => panel.Figures))
            {
                yield return new(
                    FindingCodes.SharesAsValues,
                    figure.Provenance,
                    figure.Value,
                    Show.Panel(PanelKey.Of(figure))
                );
            }
        }
    }

    private static bool IsHundred(Panel panel) =>
        panel.Find(Area.World) is { } total
        && Printed(total) == 100
        && panel.Figures.All(figure => Printed(figure) <= 100);

    private static decimal Printed(Observation figure)
    {
        var printed = figure.Value;
        for (var i = 0; i < figure.Multiplier; i++)
        {
            printed /= 10;
        }

        return printed;
    }

    /// <summary>A total that is exactly the sum of partners that all belong to one group, most of it, may be the total of
    /// that group only: arithmetic leaves both readings, and nothing is stored (DESIGN sections 3 and 4, rule 3).</summary>
    public static IEnumerable<Doubt> OfOneGroup(CheckSubject subject)
    {
        foreach (var block in subject.Figures.Panels.Where(panel => panel.Total is not null).GroupBy(p => p.Key.Block))
        {
            var panels = block.ToList();
            var partners = panels.SelectMany(panel => panel.Figures).Select(figure => figure.Key.Partner).ToHashSet();
            partners.Remove(Area.World);
            var last = panels.Max(panel => panel.Key.Period);
            var reporter = panels[0].Key.Reporter;
            if (
                partners.Count < 3
                || partners.Any(partner => !partner.IsCountry)
                || GroupOf(partners, reporter, last) is not { } group
                || !panels.TrueForAll(panel => Comparison.Of(panel.Total!, [.. panel.Countries]).IsMet)
            )
            {
                continue;
            }

            foreach (var panel in panels)
            {
                yield return new(
                    FindingCodes.TotalOfOneGroup,
                    panel.Total!.Provenance,
                    panel.Total.Value,
                    Show.Panel(panel.Key),
                    Show.Count(partners.Count),
                    Show.Name(group)
                );
            }
        }
    }

    /// <summary>A title of the main partners above a total that is exactly the sum of those listed: it may be theirs or that of all.</summary>
    public static IEnumerable<Doubt> OfSome(CheckSubject subject)
    {
        foreach (var sheet in subject.Tables.GroupBy(table => table.Sheet.Name, StringComparer.Ordinal))
        {
            if (sheet.SelectMany(table => table.Captions).FirstOrDefault(SomePartners.AreNamedIn) is not { } title)
            {
                continue;
            }

            foreach (
                var panel in subject.Figures.Panels.Where(one => one.Key.Sheet == sheet.Key && one.Total is not null)
            )
            {
                if (
                    panel.Countries.Count > 1
                    && panel.Figures.Count == panel.Countries.Count + 1
                    && Comparison.Of(panel.Total!, [.. panel.Countries]).IsMet
                )
                {
                    yield return new(
                        FindingCodes.TotalOfSome,
                        panel.Total!.Provenance,
                        panel.Total.Value,
                        Show.Panel(panel.Key),
                        Show.Count(panel.Countries.Count),
                        title
                    );
                }
            }
        }
    }

    /// <summary>The smallest group of the closed list to which all belong and of whose other members they are most.</summary>
    private static Area? GroupOf(HashSet<Area> partners, Area reporter, TimePeriod period) =>
        AreaCodeList
            .Standard.Groups.Select(group => (Group: group, Members: AreaCodeList.Standard.Members(group, period)))
            .Where(pair => pair.Members.Count >= partners.Count && partners.IsSubsetOf(pair.Members))
            .Where(pair => partners.Count * 5 >= pair.Members.Count(member => member != reporter) * 3)
            .OrderBy(pair => pair.Members.Count)
            .Select(pair => (Area?)pair.Group)
            .FirstOrDefault();

    /// <summary>Of the compositions that a panel has the one that comes nearest to the total.</summary>
    private static Comparison? Nearest(Panel panel)
    {
        Comparison? nearest = null;
        foreach (var addends in Compositions.Select(composition => composition(panel)))
        {
            if (addends.Count < 2)
            {
                continue;
            }

            var comparison = Comparison.Of(panel.Total!, addends);
            if (nearest is not { } best || Math.Abs(comparison.Difference) < Math.Abs(best.Difference))
            {
                nearest = comparison;
            }

            if (comparison.IsMet)
            {
                break;
            }
        }

        return nearest;
    }

    private static IEnumerable<Doubt> Differing(List<Comparison> comparisons) =>
        Comparison.Only(comparisons) is { } only
            ? [Slips.Find(only) ?? only.Contradicted()]
            : Comparison.Breaches(comparisons, FindingCodes.TotalDiffers);

    private static List<Observation> AboveTotal(Panel panel) =>
        [.. panel.Figures.Where(figure => figure.Value > panel.Total!.Value + (2 * Tolerance.Of(panel.Total)))];

    /// <summary>Of a total and one partner above it either may be wrong; of a total below several partners the total is.</summary>
    private static IEnumerable<Doubt> Contradict(Observation total, List<Observation> above)
    {
        if (above.MaxBy(figure => figure.Value) is not { } largest)
        {
            yield break;
        }

        yield return Against(FindingCodes.TotalBelowPartner, total, largest);
        if (above.Count == 1)
        {
            yield return Against(FindingCodes.PartnerAboveTotal, largest, total);
        }
    }

    private static Doubt Against(FindingCode code, Observation figure, Observation other) =>
        new(
            code,
            figure.Provenance,
            Math.Abs(figure.Value - other.Value),
            [
                Show.Key(figure.Key),
                Show.Money(figure),
                .. code == FindingCodes.TotalBelowPartner ? [Show.Key(other.Key)] : Array.Empty<string>(),
                Show.Money(other),
                Show.Place(other.Provenance),
            ]
        );

    /// <summary>Whether partners add up to their total, the figure among them.</summary>
    public static bool Prove(FigureSet figures, Observation figure) =>
        figures
            .FindPanels(figures.KeyOf(figure))
            .Any(panel =>
                panel.Total is not null
                && Nearest(panel) is { IsMet: true } sum
                && (sum.Published == figure || sum.Addends.Contains(figure))
            );

    /// <summary>A "total" below one of its partners in most panels is the total of something else.</summary>
    private static bool IsNoTotal(List<List<Observation>> above) =>
        above.Count > 1 && above.Count(found => found.Count > 0) * 3 >= above.Count * 2;

    private static Doubt NoTotal(Panel panel) =>
        new(
            FindingCodes.TotalIsNone,
            panel.Total!.Provenance,
            panel.Total.Value,
            Show.Panel(panel.Key),
            Show.Money(panel.Total)
        );

    private static Doubt? NotAdditive(Panel panel) =>
        panel.Countries.Count > 1
        && Comparison.Of(panel.Total!, [.. panel.Countries, .. panel.FindAll(Area.NotSpecified)])
            is { IsMet: false } sum
            ? new(
                FindingCodes.SumsNotAdditive,
                panel.Total!.Provenance,
                0,
                Show.Key(panel.Total.Key),
                Show.Money(panel.Total),
                Show.Money(sum.Sum, panel.Key.Unit)
            )
            : null;

    /// <summary>Partners that add up to more than their total contradict it; those that add up to less may be some of all.</summary>
    private static IEnumerable<Doubt> Unproved(List<Panel> panels)
    {
        var sums = panels
            .Where(panel => panel.Countries.Count > 1)
            .Select(panel => Comparison.Of(panel.Total!, [.. panel.Countries, .. panel.FindAll(Area.NotSpecified)]))
            .ToList();
        var over = sums.FindAll(sum => !sum.IsMet && sum.Difference < 0);
        if (over.Count > 0)
        {
            var worst = over.MaxBy(sum => -sum.Difference);
            yield return new(
                FindingCodes.PartnersExceedTotal,
                worst.Published.Provenance,
                -worst.Difference,
                Show.Money(worst.Sum, worst.Published.Key.Unit),
                Show.Money(worst.Published),
                Show.Count(over.Count),
                Show.Count(sums.Count)
            );
        }
        else if (sums.Count > 0 && panels.Exists(panel => panel.Countries.Count >= Many))
        {
            var parts = sums.ConvertAll(sum => sum.Sum / sum.Published.Value * 100);
            yield return new(
                FindingCodes.PartnersPartial,
                sums[0].Published.Provenance,
                0,
                parts.Max() - parts.Min() < 0.1m
                    ? Show.Percent(parts[0])
                    : $"{Show.Percent(parts.Min())} to {Show.Percent(parts.Max())}"
            );
        }
    }
}
