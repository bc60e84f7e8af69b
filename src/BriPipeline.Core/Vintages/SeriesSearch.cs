using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>Finds series by the names of what they are about: reporter, partner, commodity, flow, unit and source, in any
/// language whose names are known, in any order, by whole words or their beginnings.</summary>
public sealed class SeriesSearch
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>From the most to the least detailed, among series that end on the same day.</summary>
    private static readonly Frequency[] Detail = [Frequency.M, Frequency.Q, Frequency.A, Frequency.C, Frequency.F];

    private readonly SearchWords words = new();
    private readonly List<Entry> entries;

    /// <param name="publishers">The name for people of a source, where it has one.</param>
    public SeriesSearch(IEnumerable<SeriesRow> series, IReadOnlyDictionary<string, string> publishers)
    {
        entries =
        [
            .. series.Select(row => new Entry(
                row,
                words.Add(row.Key.Reporter),
                words.Add(row.Key.Partner),
                words.Add(row.Key.Commodity),
                words.Add(row.Key.Flow),
                words.Add(row.Key.Unit),
                words.AddSource(row.Source, publishers.GetValueOrDefault(row.Source, ""))
            )),
        ];
        words.Sort();
    }

    public int Count => entries.Count;

    /// <summary>The pairs whose series have every word of the text, the nearest first, at most so many. A word that nothing
    /// stored has is told and does not limit.</summary>
    public SeriesSearchResult Find(string text, int maxPairs)
    {
        var asked = words.Read(text);
        var sought = asked.Where(word => word.IsKnown).ToList();
        var unknown = asked.Where(word => !word.IsKnown).Select(word => word.Text).ToList();
        if (sought.Count == 0)
        {
            return new([], 0, unknown);
        }

        var found = entries
            .Select(entry => (entry.Row, Rank: RankOf(entry, sought)))
            .Where(one => one.Rank is not null)
            .OrderByDescending(one => one.Rank!.Value)
            .ThenBy(one => one.Row.Source, StringComparer.Ordinal)
            .GroupBy(one => (one.Row.Key.Reporter, one.Row.Key.Partner))
            .Select(pair => new FoundPair(pair.Key.Reporter, pair.Key.Partner, [.. pair.Select(one => one.Row)]))
            .ToList();
        return new([.. found.Take(maxPairs)], found.Count, unknown);
    }

    /// <summary>How near a series is to what was asked; null where it lacks a word. Whole names before beginnings of names, the
    /// reporter that was named first, all commodities, the plain variant, the newest, the most detailed.</summary>
    private static (int Names, int Order, int Plain, int Last, int Detail, int Flow)? RankOf(
        Entry entry,
        List<SearchWord> sought
    )
    {
        var names = 0;
        foreach (var word in sought)
        {
            if (!Has(entry, word))
            {
                return null;
            }

            names += word.IsWhole ? 1 : 0;
        }

        var key = entry.Row.Key;
        var order =
            sought.Find(word => word.Values[entry.Reporter] || word.Values[entry.Partner]) is { } first
            && first.Values[entry.Reporter]
                ? 1
                : 0;
        var plain = (key.Commodity == Commodity.Total ? 2 : 0) + (key.Variant is null ? 1 : 0);
        return (
            names,
            order,
            plain,
            entry.Row.Last.Last.DayNumber,
            -Array.IndexOf(Detail, key.Frequency),
            -(int)key.Flow
        );
    }

    private static bool Has(Entry entry, SearchWord word) =>
        word.Year is { } year
            ? year >= entry.Row.First.First.Year && year <= entry.Row.Last.Last.Year
            : word.Values[entry.Reporter]
                || word.Values[entry.Partner]
                || word.Values[entry.Commodity]
                || word.Values[entry.Flow]
                || word.Values[entry.Unit]
                || word.Values[entry.Source];

    internal static int? YearOf(string text) =>
        text.Length == 4
        && int.TryParse(
            text,
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var year
        )
        && year is >= FirstYear and <= LastYear
            ? year
            : null;

    /// <summary>A series, and the numbers of its values among all that are stored.</summary>
    private sealed record Entry(
        SeriesRow Row,
        int Reporter,
        int Partner,
        int Commodity,
        int Flow,
        int Unit,
        int Source
    );
}

/// <summary>What a search found.</summary>
/// <param name="PairCount">How many pairs there are in all.</param>
/// <param name="Unknown">Words of the text that nothing stored has.</param>
public sealed record SeriesSearchResult(IReadOnlyList<FoundPair> Pairs, int PairCount, IReadOnlyList<string> Unknown);

/// <summary>A pair that was found, with its series that fit, the nearest first.</summary>
public sealed record FoundPair(Area Reporter, Area Partner, IReadOnlyList<SeriesRow> Series);
