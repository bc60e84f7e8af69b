using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>The columns of a table that hold names of areas, and those that hold codes of the same.</summary>
internal sealed class AreaColumns(Sheet sheet, CellEvidence evidence)
{
    /// <summary>Fewer codes that nothing names as areas may be words of two or three letters.</summary>
    private const int MinCodes = 5;

    private static readonly string[] Words = ["reporter", "partner", "area"];

    /// <summary>Fewer regions or areas may lie in each other by chance: "Germany" beside "European Union".</summary>
    private const int MinRegions = 2;

    private const int MinInRegions = 3;

    /// <summary>Of the countries beside a region, how many must lie in it by the list.</summary>
    private const double MinLying = 0.75;

    private static readonly string[] Sides = ["second-partner", "partner", "reporter"];

    private readonly Dictionary<int, Dimension> dimensions = [];

    private readonly HashSet<int> regions = [];

    public bool IsEmpty => dimensions.Count == 0;

    public Dimension? this[int column] => dimensions.TryGetValue(column, out var found) ? found : null;

    /// <summary>Whether a column holds the regions in which the areas of another column lie, or codes of such.</summary>
    public bool AreRegions(int column) => regions.Contains(column);

    /// <summary>Finds the columns that mostly hold names of areas, and what areas they are by their headings.</summary>
    public static AreaColumns Of(Sheet sheet, TableArea area, CellEvidence evidence, IEnumerable<ColumnFacts> columns)
    {
        var found = new AreaColumns(sheet, evidence);
        var texts = columns.Where(column => !column.Counts.IsMostlyNumbers).ToList();
        var named = texts.FindAll(HoldsAreas);
        foreach (var column in named)
        {
            found.dimensions.Add(column.Column, DimensionOf(column.Heading));
        }

        found.SetRegionsAside(named);
        found.SetPartlyKnownRegionsAside(texts, named);
        found.SetSides(named, area, columns);
        // "Exporter" beside "Importer": either may be whose trade it is.
        var reporters = named.FindAll(column => found[column.Column] == Dimension.Reporter);
        foreach (
            var column in reporters.Where(column =>
                reporters.Exists(other => NamesDiffer(sheet, area, evidence, column.Column, other.Column))
            )
        )
        {
            found.dimensions[column.Column] = Dimension.Partner;
        }

        var plain = named.FindAll(column => found[column.Column] == Dimension.Partner);
        foreach (var column in plain.Where(column => IsPlainly(column, "area") || IsHeadedByItsFirst(column)))
        {
            if (
                plain.Exists(other =>
                    other.Column > column.Column
                    && IsPlainly(other, "partner")
                    && NamesDiffer(sheet, area, evidence, column.Column, other.Column)
                )
            )
            {
                found.dimensions[column.Column] = Dimension.Reporter;
            }
        }

        return found;
    }

    /// <summary>Of a column of codes: the dimension of the column of names that says the same in most rows; null where it
    /// holds no such codes.</summary>
    public Dimension? CodesIn(int column, ColumnStatistics counts, HeadingFacts heading)
    {
        var agreed = (
            from scheme in Enum.GetValues<AreaCodeScheme>()
            from names in dimensions
            where AgreesWith(column, counts, names.Key, scheme)
            select (Dimension?)names.Value
        ).FirstOrDefault();
        if (agreed is not null || dimensions.ContainsValue(DimensionOf(heading)))
        {
            return agreed;
        }

        // Codes alone are believed only where nearly all of them are known; digits alone never are. Beside names of other areas
        // the heading must say that they are some.
        var isKnown =
            ((IsEmpty && counts.Distinct.Count >= MinCodes) || heading.Names([.. Words, "area-code"]))
            && Enum.GetValues<AreaCodeScheme>()
                .Any(scheme =>
                    scheme != AreaCodeScheme.Numeric
                    && counts.Share(text => FindCode(scheme, text) is not null) >= ColumnFacts.NearUnanimousShare
                );
        return isKnown ? DimensionOf(heading) : null;
    }

    /// <summary>Two columns of partners of which one must be something else; null where all can name the same ones.</summary>
    public static (ColumnRole One, ColumnRole Other)? Unclear(
        Sheet sheet,
        TableArea area,
        IEnumerable<ColumnRole> roles,
        CellEvidence evidence
    )
    {
        var columns = roles
            .Where(role => role is { Use: ColumnUse.Label, Dimension: Dimension.Partner, Kind: LabelKind.Words })
            .Where(role => role.ReporterAmong is null)
            .ToList();
        return
            columns.Skip(1).FirstOrDefault(other => NamesDiffer(sheet, area, evidence, columns[0].Column, other.Column))
                is { } differs
            ? (columns[0], differs)
            : null;
    }

    /// <summary>Whether two columns of names of areas often name different ones, and so do not say the same in two
    /// languages.</summary>
    public static bool NamesDiffer(Sheet sheet, TableArea area, CellEvidence evidence, int column, int otherColumn)
    {
        const int looked = 400;
        var both = 0;
        var differ = 0;
        for (var row = area.FirstBodyRow; row <= Math.Min(area.LastBodyRow, area.FirstBodyRow + looked); row++)
        {
            if (sheet[row, column].Text is { } one && sheet[row, otherColumn].Text is { } two)
            {
                var areas = evidence.Of(one).Areas;
                var others = evidence.Of(two).Areas;
                both += areas.Count > 0 && others.Count > 0 ? 1 : 0;
                differ += areas.Count > 0 && others.Count > 0 && !areas.Intersect(others).Any() ? 1 : 0;
            }
        }

        return differ * 5 > both;
    }

    private bool AgreesWith(int column, ColumnStatistics counts, int names, AreaCodeScheme scheme)
    {
        var both = 0;
        var same = 0;
        foreach (var row in counts.Rows)
        {
            if (
                FindCode(scheme, sheet[row, column].Raw) is { } code
                && sheet[row, names].Text is { } name
                && evidence.Of(name).Areas is { Count: > 0 } areas
            )
            {
                both++;
                same += areas.Contains(code) ? 1 : 0;
            }
        }

        // No other numbers agree with the names beside them; a row that differs is a mistake of the row.
        return both >= 3 && both >= counts.Filled / 2 && same >= ColumnFacts.MajorityShare * both;
    }

    /// <summary>Mostly names of areas; "total" alone counts only where the heading names nothing else.</summary>
    private static bool HoldsAreas(ColumnFacts column) =>
        column.Texts.Share(TextKind.Area) >= ColumnFacts.MajorityShare
        && (
            column.Texts.Share(TextKind.Total) < 1
            || (!column.Heading.Has(TermKind.Dimension) && column.Heading.IsExplained)
            || column.Heading.Names("area", "partner", "reporter")
        );

    /// <summary>In exports an exporter is whose trade it is, and in imports an importer; the other side is the partner.</summary>
    private void SetSides(List<ColumnFacts> named, TableArea area, IEnumerable<ColumnFacts> columns)
    {
        var sides = named
            .Select(column => (column.Column, Side: TradingSides.Of(column.Heading.Text)))
            .Where(column => column.Side is not null)
            .ToList();
        if (sides.Count > 0 && FlowOf(area, columns) is { } flow)
        {
            foreach (var (column, side) in sides)
            {
                dimensions[column] = side == flow ? Dimension.Reporter : Dimension.Partner;
            }
        }
    }

    /// <summary>The one side of trade of which the nearest place that names flows says that all figures are; null where it says more.</summary>
    private TradeFlow? FlowOf(TableArea area, IEnumerable<ColumnFacts> columns)
    {
        var all = columns.ToList();
        IEnumerable<string>[] places =
        [
            all.Where(column => column.Holds(TextKind.Flow)).SelectMany(column => column.Counts.Distinct),
            all.Where(column => column.Counts.IsMostlyNumbers).Select(column => column.Heading.Text),
            TableContext.Captions(sheet, area).Select(caption => caption.Text).Append(sheet.Name),
        ];
        return
            places
                .Select(texts =>
                    texts
                        .SelectMany(text => evidence.Of(text).Terms)
                        .Where(term => term.Kind == TermKind.Flow)
                        .Select(term => Enum.Parse<TradeFlow>(term.Code).General())
                        .Distinct()
                        .ToList()
                )
                .FirstOrDefault(flows => flows.Count > 0)
                is { } said
            ? said is [TradeFlow.X or TradeFlow.M]
                ? said[0]
                : null
            : evidence.DefaultFlow?.General() is TradeFlow.X or TradeFlow.M
                ? evidence.DefaultFlow.Value.General()
                : null;
    }

    /// <summary>"Asia" beside "China" says nothing of the trade that "China" does not.</summary>
    private void SetRegionsAside(List<ColumnFacts> named)
    {
        foreach (var column in named)
        {
            var side = Array.Find(Sides, side => column.Heading.Names(side));
            if (
                named.Exists(other =>
                    other != column
                    && !regions.Contains(other.Column)
                    && (
                        side is null
                            ? LieIn(column, other, MinInRegions, MinRegions)
                            : IsRegionOfSide(column, other, side)
                    )
                )
            )
            {
                regions.Add(column.Column);
            }
        }

        foreach (var column in named.Where(column => column.Heading.NamesCodes))
        {
            if (regions.Any(region => region != column.Column && column.IsOneToOne(region)))
            {
                regions.Add(column.Column);
            }
        }

        foreach (var region in regions)
        {
            dimensions.Remove(region);
        }
    }

    /// <summary>"Far East" may be in no list; beside "Europe" and "Africa" it is such a region, if the countries beside it have no other.</summary>
    private void SetPartlyKnownRegionsAside(List<ColumnFacts> texts, List<ColumnFacts> named)
    {
        foreach (
            var column in texts.Where(column =>
                !named.Contains(column) && column.Texts.Of(TextKind.Place) >= MinRegions
            )
        )
        {
            if (
                named.Exists(other => !regions.Contains(other.Column) && LieIn(column, other, MinInRegions, MinRegions))
            )
            {
                regions.Add(column.Column);
            }
        }
    }

    /// <summary>"Partner region" beside "Partner": the heading says whose the groups are.</summary>
    private bool IsRegionOfSide(ColumnFacts column, ColumnFacts members, string side) =>
        members.Heading.IsOnlyOf(side)
        && column.Heading.Text.Length > members.Heading.Text.Length
        && column.Counts.Distinct.All(text => evidence.Of(text).Areas is not [var one] || !one.IsCountry)
        && LieIn(column, members, minMembers: 2, minRegions: 1);

    /// <summary>Whether the countries of a column lie in the groups that another names, each in one, and these are several. Offices draw
    /// the borders of "Asia" in their own way, so that not all need lie in it by the list.</summary>
    private bool LieIn(ColumnFacts column, ColumnFacts members, int minMembers, int minRegions)
    {
        var groups = new Dictionary<Area, string>();
        var lying = new HashSet<(Area Country, Area Region)>();
        var astray = new HashSet<Area>();
        foreach (var row in column.Counts.Rows)
        {
            var place = sheet.AnchorOf(row, column.Column);
            var group = sheet[place.Row, place.Column].Raw;
            if (
                evidence.Of(sheet[row, members.Column].Raw).Areas is not [{ IsCountry: true } country]
                || group.Length == 0
            )
            {
                continue;
            }

            var named = evidence.Of(group).Areas;
            if (named.Any(region => region.IsCountry) || (!groups.TryAdd(country, group) && groups[country] != group))
            {
                return false;
            }

            if (named is not [var only])
            {
                continue;
            }

            if (AreaCodeList.Standard.WasMember(only, country))
            {
                lying.Add((country, only));
            }
            else
            {
                astray.Add(country);
            }
        }

        return lying.Count >= minMembers
            && lying.Count >= MinLying * (lying.Count + astray.Count)
            && lying.Select(pair => pair.Region).Distinct().Count() >= minRegions;
    }

    /// <summary>Where the names of a column begin in the row of headings.</summary>
    private static bool IsHeadedByItsFirst(ColumnFacts column) =>
        column.Heading.Said.Areas.Count > 0
        && column.Counts.Distinct.Contains(column.Heading.Text, StringComparer.Ordinal);

    private static bool IsPlainly(ColumnFacts column, string dimension) =>
        column.Heading.Names(dimension) && !column.Heading.Names([.. Words.Where(word => word != dimension)]);

    private static Dimension DimensionOf(HeadingFacts heading) =>
        heading.Names("second-partner") ? Dimension.Unmodelled
        : heading.Names("reporter") ? Dimension.Reporter
        : Dimension.Partner;

    private static Area? FindCode(AreaCodeScheme scheme, string text) =>
        text.Length is > 0 and <= 3 ? AreaCodeList.Standard.FindCode(scheme, text) : null;
}
