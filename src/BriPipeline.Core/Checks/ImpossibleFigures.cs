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

    private static readonly Unit[] LargeCurrencies = [new("USD"), new("EUR"), new("GBP"), new("CHF"), new("KWD")];

    /// <summary>One such figure makes the unit of all that were read with the same one doubtful.</summary>
    public static IEnumerable<Doubt> BeyondTheWorld(CheckSubject subject) =>
        from table in subject
            .Figures.All.Where(figure => LargeCurrencies.Contains(figure.Key.Unit))
            .GroupBy(figure => (figure.Provenance.Sheet, figure.Key.Unit, figure.Multiplier))
        let largest = table.MaxBy(figure => figure.Value)
        where largest.Value > WorldTrade
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
