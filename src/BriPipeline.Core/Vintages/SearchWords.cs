using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Vintages;

/// <summary>A word of a search.</summary>
/// <param name="IsWhole">It is a whole name and not the beginning of one.</param>
/// <param name="Values">By the number of a stored value, whether the word means it.</param>
/// <param name="Year">Where it is a year: that.</param>
internal sealed record SearchWord(string Text, bool IsWhole, bool[] Values, int? Year)
{
    public bool IsKnown => Year is not null || Array.IndexOf(Values, true) >= 0;
}

/// <summary>The words by which stored values are found: names of areas in the languages of the summaries, codes, words of
/// commodities, names of sources.</summary>
internal sealed class SearchWords
{
    private const int MinFlowLetters = 3;

    private static readonly string[] Languages = ["en", "ru", "kk", "zh"];

    /// <summary>Flows that people mean by the plain word as well.</summary>
    private static readonly Dictionary<TradeFlow, TradeFlow[]> Kinds = new()
    {
        [TradeFlow.X] = [TradeFlow.X, TradeFlow.DX],
        [TradeFlow.M] = [TradeFlow.M, TradeFlow.MC],
    };

    private static readonly Lazy<ILookup<TradeFlow, string>> FlowWords = new(() =>
        Vocabulary
            .Section("flows")
            .Where(entry =>
                Enum.TryParse<TradeFlow>(entry.Key, out _) && !entry.Phrase.Contains(' ', StringComparison.Ordinal)
            )
            .ToLookup(entry => Enum.Parse<TradeFlow>(entry.Key), entry => entry.Phrase)
    );

    private readonly Dictionary<object, int> numbers = [];
    private readonly List<(string Word, int Number)> words = [];

    public int Add(Area area) =>
        Number(area, () => [area.Code, .. Languages.Select(language => AreaCodeList.Standard.NameOf(area, language))]);

    public int Add(Commodity commodity) =>
        Number(commodity, () => [commodity.Code, .. CommodityNames.NamesOf(commodity)]);

    public int Add(TradeFlow flow) => Number(flow, () => FlowWords.Value[flow]);

    public int Add(Unit unit) => Number(unit, () => [unit.Code]);

    public int AddSource(string source, string publisher) =>
        Number(
            source,
            () =>
                [
                    source,
                    publisher,
                    .. Gallery.Standard.Named(source) is { } entry
                        ? entry.Title.Values.Concat(entry.Also).Append(entry.Publisher)
                        : [],
                ]
        );

    public void Sort() => words.Sort(ByWord);

    /// <summary>The words of a text that name something: areas and flows as they are read in tables, other words by how they
    /// begin. Words that say nothing about a series ("in", "of", "trade") are left out.</summary>
    public IReadOnlyList<SearchWord> Read(string text)
    {
        // In capitals every name counts as one, and abbreviations do.
        var said = ReadText.Of(text.ToUpperInvariant());
        var found = new List<SearchWord>();
        var rest = text.ToCharArray();
        foreach (var (area, start, length) in said.Areas)
        {
            found.Add(Whole(text.Substring(start, length), [area]));
            rest.AsSpan(start, length).Fill(' ');
        }

        foreach (var term in said.Terms)
        {
            var place = rest.AsSpan(term.Start, term.Length);
            if (Meaning(term) is not { } values || place.IsWhiteSpace())
            {
                continue;
            }

            if (values.Length > 0)
            {
                found.Add(Whole(text.Substring(term.Start, term.Length), values));
            }

            place.Fill(' ');
        }

        found.AddRange(Pieces(new string(rest)).Select(Beginning));
        return found;
    }

    /// <summary>The values that a word of trade tables means: none where it says nothing about a series, null where it is to be
    /// looked for as any other.</summary>
    private static object[]? Meaning(Term term) =>
        term.Kind switch
        {
            TermKind.Flow => Enum.Parse<TradeFlow>(term.Code) is var flow && Kinds.TryGetValue(flow, out var kinds)
                ? [.. kinds.Cast<object>()]
                : [flow],
            TermKind.Unit => [new Unit(term.Code)],
            TermKind.Total => [Commodity.Total, Area.World],
            TermKind.Filler or TermKind.Dimension or TermKind.Measure => [],
            _ => null,
        };

    private SearchWord Whole(string text, object[] values)
    {
        var meant = new bool[numbers.Count];
        foreach (var value in values)
        {
            if (numbers.TryGetValue(value, out var number))
            {
                meant[number] = true;
            }
        }

        return new(text, IsWhole: true, meant, null);
    }

    private SearchWord Beginning(string word)
    {
        var meant = new bool[numbers.Count];
        var isWhole = false;
        var at = words.BinarySearch((word, -1), ByWord);
        for (var index = at < 0 ? ~at : at; index < words.Count; index++)
        {
            if (!words[index].Word.StartsWith(word, StringComparison.Ordinal))
            {
                break;
            }

            meant[words[index].Number] = true;
            isWhole |= words[index].Word.Length == word.Length;
        }

        return new(word, isWhole, meant, SeriesSearch.YearOf(word));
    }

    /// <summary>The number of a value; its names are asked for once.</summary>
    private int Number(object value, Func<IEnumerable<string>> names)
    {
        if (numbers.TryGetValue(value, out var number))
        {
            return number;
        }

        number = numbers.Count;
        numbers.Add(value, number);
        var least = value is TradeFlow ? MinFlowLetters : 1;
        words.AddRange(
            names()
                .SelectMany(Pieces)
                .Where(piece => piece.Length >= least || Word.IsHan(piece[0]))
                .Distinct(StringComparer.Ordinal)
                .Select(word => (word, number))
        );
        return number;
    }

    /// <summary>The words of a text as they are compared; ideographs without a blank between them are one.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        (string Text, int End)? run = null;
        foreach (var word in Word.Split(text))
        {
            if (word.IsPunctuation)
            {
                continue;
            }

            if (run is { } open && open.End == word.Start && Word.IsHan(open.Text[0]) && Word.IsHan(word.First))
            {
                run = (open.Text + word.Folded, word.End);
                continue;
            }

            if (run is { } done)
            {
                yield return done.Text;
            }

            run = (word.Folded, word.End);
        }

        if (run is { } last)
        {
            yield return last.Text;
        }
    }

    private static readonly Comparer<(string Word, int Number)> ByWord = Comparer<(string Word, int Number)>.Create(
        (left, right) =>
            string.CompareOrdinal(left.Word, right.Word) is var order and not 0
                ? order
                : left.Number.CompareTo(right.Number)
    );
}
