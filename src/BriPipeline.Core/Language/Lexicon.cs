using System.Text.RegularExpressions;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>What a word or phrase of a label is evidence for.</summary>
public enum TermKind
{
    /// <summary>A flow; the code is a <see cref="TradeFlow"/>.</summary>
    Flow,

    /// <summary>A figure that is evidence and never an observation: <c>share</c>, <c>growth</c>, <c>balance</c>, <c>earlier</c> (of an earlier period that is not named), <c>index</c>, <c>price</c>, <c>rank</c>, <c>count</c>, <c>not-trade</c> (exchange rates, output, people).</summary>
    Measure,

    /// <summary>A unit; the code is that of <see cref="Observations.Unit"/>.</summary>
    Unit,

    /// <summary>A power of ten: <c>3</c>, <c>6</c>, <c>8</c>.</summary>
    Multiplier,

    /// <summary><c>FOB</c>, <c>CIF</c>, <c>FAS</c>, <c>CUS</c>.</summary>
    Valuation,

    /// <summary>A variant of the closed list, as <c>SA</c>; <c>NSA</c> for "not seasonally adjusted", which is the plain one.</summary>
    Variant,

    /// <summary>A word that limits what is counted: <c>services</c>, <c>road</c>, <c>oil</c>, <c>third-countries</c>, ...</summary>
    Limit,

    /// <summary>"Total", "all commodities": all of whatever dimension it stands in.</summary>
    Total,

    /// <summary>A word that names a dimension, as over a column: <c>reporter</c>, <c>partner</c>, <c>area</c>, <c>flow</c>, <c>commodity</c>,
    /// <c>commodity-code</c>, <c>period</c>, <c>year</c>, <c>month</c>, <c>quarter</c>, <c>unit</c>, <c>value</c>, <c>quantity</c>, <c>area-code</c>, <c>note</c>, <c>status</c>, <c>obs-status</c> (by the codes of SDMX), <c>procedure</c>, <c>transport</c>, <c>region</c>, <c>attribute</c> (of a series: its frequency, its first and last period, its number).</summary>
    Dimension,

    /// <summary>A word that says nothing about a dimension ("of", "by", "table", "million" is not one of them).</summary>
    Filler,
}

/// <summary>A phrase found in a text.</summary>
/// <param name="Start">Index of its first character in the text as given.</param>
public readonly record struct Term(TermKind Kind, string Code, int Start, int Length);

/// <summary>The words of trade tables in every language that is read: a table of phrases, not code.</summary>
public static partial class Lexicon
{
    private static readonly (string Name, TermKind Kind)[] Sections =
    [
        ("flows", TermKind.Flow),
        ("measures", TermKind.Measure),
        ("units", TermKind.Unit),
        ("powers", TermKind.Multiplier),
        ("valuations", TermKind.Valuation),
        ("variants", TermKind.Variant),
        ("limits", TermKind.Limit),
        ("totals", TermKind.Total),
        ("dimensions", TermKind.Dimension),
        ("fillers", TermKind.Filler),
        ("statuses", TermKind.Filler),
    ];

    private static readonly Lazy<PhraseTable> Phrases = new(() =>
        new(
            Sections
                .SelectMany(section =>
                    Vocabulary
                        .Section(section.Name)
                        .SelectMany(entry => Phrase.Parse(section.Kind, entry.Key, entry.Phrase))
                )
                .Concat(
                    Vocabulary
                        .Phrases("words", "sitc", "classification")
                        .SelectMany(name => Phrase.Parse(TermKind.Dimension, "commodity-code", name))
                )
        )
    );

    /// <summary>The phrases of the table that stand in the text, longest first where they overlap, in text order.
    /// A phrase of two kinds gives two terms.</summary>
    public static IReadOnlyList<Term> Read(string text)
    {
        var words = Word.Split(text);
        var terms = Phrases.Value.Read(text, words);
        terms.AddRange([.. CurrencySigns.FindIn(text, terms)]);
        terms.AddRange(PowersBehindCurrencies(text, words, terms));
        // "10³" has the words of "10 3".
        terms.RemoveAll(term =>
            term.Kind == TermKind.Multiplier
            && text.AsSpan(term.Start, term.Length) is var said
            && said.Contains(' ')
            && !said.ContainsAnyExceptInRange(' ', '9')
        );
        SetAside(terms, text);
        terms.Sort(
            (left, right) => (left.Start, left.Kind, left.Code).CompareTo((right.Start, right.Kind, right.Code))
        );
        return terms;
    }

    /// <summary>"Exports (including re-exports)", "exports and re-exports" are exports; "exports without re-exports" are a part of
    /// them.</summary>
    private static void SetAside(List<Term> terms, string text)
    {
        if (terms.FindAll(term => term.Kind == TermKind.Flow) is not { Count: > 1 } flows)
        {
            return;
        }

        SetTopicAside(terms, flows, text);
        var first = flows.Min(flow => flow.Start);
        var general = flows.Where(flow => flow.Start == first).Select(FlowOf).ToList();
        var beside = ConnectingWords.FindIn(text).Where(word => word.Start > first).ToLookup(word => word.End);
        for (var i = 0; i < terms.Count; i++)
        {
            var flow = terms[i];
            if (flow.Kind != TermKind.Flow || !general.Contains(FlowOf(flow).General()))
            {
                continue;
            }

            var before = text.AsSpan(0, flow.Start).TrimEnd(" .\u00A0");
            // "Exports/re-exports" may be both together or a choice.
            if (before is [.., '/'] && flows.Count == 2 && FlowOf(flow) != FlowOf(flow).General())
            {
                terms[i] = flow with { Kind = TermKind.Limit, Code = $"or-{flow.Code}".ToLowerInvariant() };
            }

            // Without brackets words of a part may also head one: "exports, of which re-exports".
            foreach (var word in beside[before.Length])
            {
                var isRemark = before[..word.Start].TrimEnd() is [.., '(' or '[' or '（'];
                var isWhole = word.Connection switch
                {
                    Connection.Conjunction => true,
                    Connection.Including or Connection.Partner => isRemark,
                    _ => false,
                };
                if (isWhole)
                {
                    terms[i] = flow with { Kind = TermKind.Filler, Code = "including" };
                }
                else if (word.Connection is Connection.Including or Connection.Partner or Connection.Excluding)
                {
                    terms[i] = flow with
                    {
                        Kind = TermKind.Limit,
                        Code = $"{word.Connection}-{flow.Code}".ToLowerInvariant(),
                    };
                }
            }
        }
    }

    /// <summary>"Foreign trade: exports by country", "Robna razmjena - izvoz": the word for trade both ways is the topic of what follows
    /// the sign, where that is one flow.</summary>
    private static void SetTopicAside(List<Term> terms, List<Term> flows, string text)
    {
        var topics = flows.FindAll(flow => FlowOf(flow) == TradeFlow.T);
        var others = flows.FindAll(flow => FlowOf(flow) != TradeFlow.T);
        if (
            topics.Count == 0
            || others.Select(flow => FlowOf(flow).General()).Distinct().Count() != 1
            || topics.Max(topic => topic.Start + topic.Length) is var end && end >= others.Min(flow => flow.Start)
            || !Colon().IsMatch(text[end..others.Min(flow => flow.Start)])
        )
        {
            return;
        }

        foreach (var topic in topics)
        {
            terms[terms.IndexOf(topic)] = topic with { Kind = TermKind.Filler, Code = "trade" };
        }
    }

    /// <summary>What parts a topic from what is said of it.</summary>
    [GeneratedRegex(@"[:：–—(（]|\s-\s", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();

    private static TradeFlow FlowOf(Term flow) => Enum.Parse<TradeFlow>(flow.Code);

    /// <summary>"€m", "US$ m", "£ (k)": a single letter behind a currency is its power of ten; a capital apart from it is not.</summary>
    private static List<Term> PowersBehindCurrencies(string text, List<Word> words, List<Term> terms)
    {
        var powers = new List<Term>();
        foreach (var unit in terms)
        {
            var end = unit.Start + unit.Length;
            if (
                unit is { Kind: TermKind.Unit, Code.Length: 3 }
                && words.Find(word => word.Start >= end && word.Folded != "(") is { Length: 1 or 2 } letter
                && (
                    letter.Start == end
                    || (text.AsSpan(end, letter.Start - end).Trim() is "" or "(" && char.IsLower(text[letter.Start]))
                )
                && LetterPowers.Value.TryGetValue(letter.Folded, out var power)
                && !powers.Exists(other => other.Start == letter.Start)
            )
            {
                powers.Add(new(TermKind.Multiplier, power, letter.Start, letter.Length));
            }
        }

        return powers;
    }

    private static readonly Lazy<Dictionary<string, string>> LetterPowers = new(() =>
        Vocabulary
            .Section("powerLetters")
            .ToDictionary(entry => entry.Phrase, entry => entry.Key, StringComparer.Ordinal)
    );
}
