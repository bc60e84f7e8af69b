using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Figures that cannot be what they were read as, by what their own table says (DESIGN section 4, rules 10 and 13): none is
/// altered, and none is stored.</summary>
internal static class ImpossibleFigures
{
    /// <summary>More than the whole world's exports and imports of a year, which came to 24 and 25 trillion dollars in 2023 (WTO, World
    /// Trade Statistics 2023), in a currency that is worth a dollar or more.</summary>
    private const decimal WorldTrade = 60e12m;

    /// <summary>More than the exports and imports of any country in a year: China's came to 6.3 trillion dollars in 2022 (same
    /// source).</summary>
    private const decimal CountryTrade = 15e12m;

    private static readonly Unit[] LargeCurrencies = [new("USD"), new("EUR"), new("GBP"), new("CHF"), new("KWD")];

    /// <summary>One such figure makes the unit of all that were read with the same one doubtful.</summary>
    public static IEnumerable<Doubt> BeyondTheWorld(CheckSubject subject) =>
        from table in subject
            .Figures.All.Where(figure => LargeCurrencies.Contains(figure.Key.Unit))
            .GroupBy(figure => (figure.Provenance.Sheet, figure.Key.Unit, figure.Multiplier))
        let largest = table.MaxBy(InYear)
        where InYear(largest) > (largest.Key.Reporter.IsCountry ? CountryTrade : WorldTrade)
        from figure in table
        select new Doubt(
            FindingCodes.ValueBeyondWorld,
            figure.Provenance,
            figure.Value,
            Show.Key(figure.Key),
            Show.Money(figure),
            Show.Key(largest.Key),
            Show.Money(largest)
        );

    /// <summary>What a figure would come to in a year.</summary>
    private static decimal? InYear(Observation figure) =>
        figure.Value * 366 / (figure.Key.Period.Last.DayNumber - figure.Key.Period.First.DayNumber + 1);

    /// <summary>Trade in services is no trade in goods, of which alone IMTS 2010 treats, and a total beside it may hold both, unless
    /// it is the sum of the goods.</summary>
    public static IEnumerable<Doubt> ServicesAmongGoods(CheckSubject subject)
    {
        var services = subject
            .Figures.All.Where(NamesServices)
            .GroupBy(figure => figure.Provenance.Sheet, StringComparer.Ordinal)
            .ToDictionary(sheet => sheet.Key, sheet => sheet.First().Provenance.Cell, StringComparer.Ordinal);
        return from figure in subject.Figures.All
            where services.ContainsKey(figure.Provenance.Sheet)
            group figure by (figure.Provenance.Sheet, Key: figure.Key with { Commodity = Commodity.Total }) into one
            let goods = one.Where(figure => figure.Key.Commodity != Commodity.Total && !NamesServices(figure)).ToList()
            from figure in one
            where
                NamesServices(figure)
                || (
                    figure.Key.Commodity == Commodity.Total
                    && Math.Abs(figure.Value - goods.Sum(part => part.Value)) > Tolerance.OfSum(figure, goods)
                )
            select new Doubt(
                FindingCodes.ServicesAmongGoods,
                figure.Provenance,
                figure.Value,
                Show.Key(figure.Key),
                services[figure.Provenance.Sheet].ToString()
            );
    }

    private static bool NamesServices(Observation figure) =>
        figure.CommodityLabel is { } label
        && ReadText.Of(label).Terms.Any(term => term is { Kind: TermKind.Limit, Code: "services" });

    /// <summary>Less than this share of negative numbers are slips or corrections of single figures.</summary>
    private const double NegativeShare = 0.1;

    /// <summary>A column or row in which several numbers are negative holds changes or balances, whatever its heading says: those that
    /// happen to be positive are no trade either.</summary>
    public static IEnumerable<Doubt> BesideNegatives(CheckSubject subject)
    {
        if (subject.Negatives.Count < 2)
        {
            yield break;
        }

        var figures = subject.Figures.All.Select(figure => (figure.Provenance.Sheet, figure.Provenance.Cell)).ToList();
        var counts = figures.SelectMany(LinesOf).CountBy(line => line).ToDictionary();
        var changes = subject
            .Negatives.SelectMany(place => LinesOf(place).Select(line => (Line: line, place.Cell)))
            .GroupBy(one => one.Line, one => one.Cell)
            .Where(line =>
                line.Count() > 1 && line.Count() >= NegativeShare * (line.Count() + counts.GetValueOrDefault(line.Key))
            )
            .ToDictionary(line => line.Key, line => line.First());
        foreach (var figure in subject.Figures.All)
        {
            foreach (var line in LinesOf((figure.Provenance.Sheet, figure.Provenance.Cell)))
            {
                if (changes.TryGetValue(line, out var negative))
                {
                    yield return new(
                        FindingCodes.ValueBesideNegatives,
                        figure.Provenance,
                        figure.Value,
                        Show.Key(figure.Key),
                        negative.ToString()
                    );
                    break;
                }
            }
        }
    }

    /// <summary>The column and the row of a cell.</summary>
    private static IEnumerable<(string Sheet, int Column, int Row)> LinesOf((string Sheet, CellAddress Cell) place) =>
        [(place.Sheet, place.Cell.Column, 0), (place.Sheet, 0, place.Cell.Row)];

    /// <summary>A weight or quantity of nothing beside a value is one that is not known.</summary>
    public static IEnumerable<Doubt> QuantitiesOfNothing(CheckSubject subject)
    {
        var zeros = subject.Figures.All.Where(figure => !figure.Key.Unit.IsMoney && figure.Value == 0).ToList();
        if (zeros.Count == 0)
        {
            return [];
        }

        var valued = subject
            .Figures.All.Where(figure => figure.Key.Unit.IsMoney && figure.Value > 0)
            .Select(figure => figure.Key with { Unit = default })
            .ToHashSet();
        return zeros
            .Where(figure => valued.Contains(figure.Key with { Unit = default }))
            .Select(figure => new Doubt(FindingCodes.QuantityOfNothing, figure.Provenance, 0, Show.Key(figure.Key)));
    }

    /// <summary>A table in a currency by name alone, over periods before and after its redenomination.</summary>
    public static IEnumerable<Doubt> Redenominated(CheckSubject subject) =>
        from change in Redenomination.All
        from table in subject
            .Figures.All.Where(figure => figure.Key.Unit == change.Unit)
            .GroupBy(figure => figure.Provenance.Sheet, StringComparer.Ordinal)
        where table.Any(figure => figure.Key.Period.First < change.Since)
        from figure in table
        select new Doubt(
            FindingCodes.CurrencyRedenominated,
            figure.Provenance,
            figure.Value,
            Show.Key(figure.Key),
            change.Unit.Code,
            change.Before.Code,
            change.Since.ToString("yyyy-MM", CultureInfo.InvariantCulture)
        );

    /// <summary>A group of a fixed number of members, in periods when as many others were meant by the same name. A row that goes on to
    /// the present has the present's members throughout.</summary>
    public static IEnumerable<Doubt> GroupsOfOtherDays(CheckSubject subject) =>
        from row in subject.Figures.All.GroupBy(figure => (figure.Provenance.Sheet, figure.Key.Partner))
        where
            AreaCodeList.Standard.NamedSince(row.Key.Partner) is { } since
            && row.All(figure => figure.Key.Period.Last < since && !NamesYear(figure.PartnerLabel, since.Year))
        from figure in row
        select new Doubt(
            FindingCodes.GroupOfOtherDays,
            figure.Provenance,
            figure.Value,
            figure.PartnerLabel ?? figure.Key.Partner.Code,
            figure.Key.Period.ToString()
        );

    private static bool NamesYear(string? label, int year) =>
        label?.Contains(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) == true;
}
