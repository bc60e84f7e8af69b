using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Group rows against the members beneath them.</summary>
internal static class Groups
{
    /// <summary>More breaches of one row have one cause.</summary>
    private const int Few = 3;

    /// <summary>Group rows that are made of other group rows.</summary>
    private static readonly (string Group, string[] Parts)[] Parts =
    [
        ("_CIS", ["_EAEU", "_CIS_NON_EAEU"]),
        ("150", ["_EU", "_EUROPE_NON_EU"]),
        ("150", ["_EU27_2020", "_EUROPE_NON_EU"]),
        ("_NON_CIS", ["002", "009", "019", "142", "150"]),
    ];

    public static IEnumerable<Doubt> Check(CheckSubject subject)
    {
        var rows = subject
            .Figures.Panels.SelectMany(panel =>
                panel
                    .Figures.Select((figure, index) => (Panel: panel, Figure: figure, Index: index))
                    .Where(row => IsGroup(row.Figure))
            )
            .GroupBy(row => (row.Panel.Key.Block, row.Figure.Key.Partner));
        foreach (var group in rows)
        {
            if (subject.SaysNotAdditive || group.Key.Block.Item4 == "SA")
            {
                continue;
            }

            var comparisons = new List<Comparison>();
            foreach (var (panel, figure, index) in group)
            {
                if (Nearest(panel, figure, index) is { } comparison)
                {
                    comparisons.Add(comparison);
                }
            }

            var doubts = Comparison.IsRule(comparisons)
                ? Breaches(comparisons, [.. group.Select(row => (row.Panel, row.Figure))])
                : Exceeded([.. group.Select(row => (row.Panel, row.Figure))]);
            foreach (var doubt in doubts)
            {
                yield return doubt;
            }
        }
    }

    private static IEnumerable<Doubt> Breaches(
        List<Comparison> comparisons,
        List<(Panel Panel, Observation Figure)> rows
    )
    {
        var above = rows.SelectMany(row => AboveGroup(row.Panel, row.Figure))
            .OrderByDescending(doubt => doubt.Weight)
            .ToList();
        return Comparison
            .Breaches(comparisons, FindingCodes.GroupDiffers, Few)
            .Concat(above.Take(above.Count > Few ? 1 : Few))
            .Concat(Changed(rows));
    }

    /// <summary>Between two periods the countries of which the group is proved to be made changed.</summary>
    private static IEnumerable<Doubt> Changed(List<(Panel Panel, Observation Figure)> rows)
    {
        foreach (var sequence in rows.GroupBy(row => row.Panel.Key.Sequence))
        {
            (Panel Panel, IReadOnlySet<Area> Members)? before = null;
            foreach (var (panel, figure) in sequence.OrderBy(row => row.Panel.Key.Period))
            {
                if (Composition(panel, figure) is not { } members)
                {
                    continue;
                }

                if (
                    before is { } earlier
                    && Change(earlier.Panel, earlier.Members, panel, members, figure) is { } doubt
                )
                {
                    yield return doubt;
                }

                before = (panel, members);
            }
        }
    }

    /// <summary>The countries of which a group row is proved to be the sum; null where it is not.</summary>
    public static IReadOnlySet<Area>? Composition(Panel panel, Observation group)
    {
        var index = IndexOf(panel, group);
        return Candidates(panel, group, index)
            .Where(members => members.Count(member => member.Value > 0) > 1 && Comparison.Of(group, members).IsMet)
            .Select(members => members.Select(member => member.Key.Partner).ToHashSet())
            .FirstOrDefault(members => members.All(member => member.IsCountry));
    }

    public static bool IsGroup(Observation figure) =>
        figure.Value > 0
        && figure.Key.Partner is { IsGroup: true } partner
        && partner != Area.World
        && partner.Code != "_OTHER";

    /// <summary>Who left or joined a group; null where no trading country did. A blank is no change.</summary>
    public static Doubt? Change(
        Panel before,
        IReadOnlySet<Area> members,
        Panel panel,
        IReadOnlySet<Area> now,
        Observation figure
    )
    {
        var left = members.Where(member => !now.Contains(member) && panel.Find(member) is { Value: > 0 }).ToList();
        var joined = now.Where(member => !members.Contains(member) && before.Find(member) is { Value: > 0 }).ToList();
        return left.Count + joined.Count == 0
            ? null
            : new(
                FindingCodes.GroupChanged,
                figure.Provenance,
                figure.Value,
                Show.Name(figure.Key.Partner),
                before.Key.Period.ToString(),
                figure.Key.Period.ToString(),
                left.Count == 0 ? "–" : Show.Names(left),
                joined.Count == 0 ? "–" : Show.Names(joined)
            );
    }

    private static int IndexOf(Panel panel, Observation figure)
    {
        for (var i = 0; i < panel.Figures.Count; i++)
        {
            if (ReferenceEquals(panel.Figures[i], figure))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Of the compositions of two parts and more that a group may have the one that comes nearest to it.</summary>
    private static Comparison? Nearest(Panel panel, Observation group, int index)
    {
        Comparison? nearest = null;
        foreach (var members in Candidates(panel, group, index))
        {
            if (members.Count(member => member.Value > 0) < 2)
            {
                continue;
            }

            var comparison = Comparison.Of(group, members);
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

    /// <summary>The countries beneath the group's row up to the next group, or past the groups within it; its members by
    /// date; the groups that it is made of.</summary>
    private static IEnumerable<IReadOnlyList<Observation>> Candidates(Panel panel, Observation group, int index)
    {
        var all = Members(group.Key.Partner, group.Key.Period);
        List<Observation> direct = [];
        List<Observation> nested = [];
        var isDirect = true;
        for (var i = index + 1; i < panel.Figures.Count; i++)
        {
            var partner = panel.Figures[i].Key.Partner;
            if (partner == Area.NotSpecified)
            {
                continue;
            }

            if (partner.IsCountry)
            {
                nested.Add(panel.Figures[i]);
                if (isDirect)
                {
                    direct.Add(panel.Figures[i]);
                }
            }
            else
            {
                isDirect = false;
                var inner = Members(partner, group.Key.Period);
                if (inner.Count == 0 || !inner.IsProperSubsetOf(all))
                {
                    break;
                }
            }
        }

        yield return direct;
        yield return nested;
        yield return [.. panel.Countries.Where(figure => all.Contains(figure.Key.Partner))];
        foreach (var (_, parts) in Parts.Where(part => part.Group == group.Key.Partner.Code))
        {
            yield return panel.FindAll(parts.Select(part => new Area(part)));
        }
    }

    private static IEnumerable<Doubt> AboveGroup(Panel panel, Observation group)
    {
        var members = Composition(panel, group) ?? Members(group.Key.Partner, group.Key.Period);
        return panel
            .Countries.Where(figure =>
                members.Contains(figure.Key.Partner) && figure.Value > group.Value + (2 * Tolerance.Of(group))
            )
            .Select(figure => new Doubt(
                FindingCodes.MemberAboveGroup,
                figure.Provenance,
                figure.Value - group.Value,
                Show.Key(figure.Key),
                Show.Money(figure),
                Show.Name(group.Key.Partner),
                Show.Money(group),
                Show.Place(group.Provenance)
            ));
    }

    /// <summary>Where members by the list add up to more than their group in most periods, not all are counted: one note.</summary>
    private static IEnumerable<Doubt> Exceeded(List<(Panel Panel, Observation Figure)> rows)
    {
        var sums = rows.ConvertAll(row =>
        {
            var members = Members(row.Figure.Key.Partner, row.Figure.Key.Period);
            return Comparison.Of(row.Figure, [.. row.Panel.Countries.Where(one => members.Contains(one.Key.Partner))]);
        });
        var over = sums.FindAll(comparison => !comparison.IsMet && comparison.Difference < 0);
        if (over.Count == 0 || over.Count * 3 < sums.Count * 2)
        {
            yield break;
        }

        var worst = over.MaxBy(comparison => -comparison.Difference);
        yield return new(
            FindingCodes.MembersExceedGroup,
            worst.Published.Provenance,
            -worst.Difference,
            Show.Name(worst.Published.Key.Partner),
            Show.Money(worst.Sum, worst.Published.Key.Unit),
            Show.Money(worst.Published),
            Show.Count(over.Count),
            Show.Count(sums.Count)
        );
    }

    private static HashSet<Area> Members(Area group, TimePeriod period) =>
        [.. AreaCodeList.Standard.Members(group, period)];
}
