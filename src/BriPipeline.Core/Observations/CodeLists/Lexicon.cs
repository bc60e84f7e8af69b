namespace BriPipeline.Core.Observations.CodeLists;

/// <summary>What a word or phrase of a label is evidence for.</summary>
public enum TermKind
{
    /// <summary>A flow; the code is a <see cref="TradeFlow"/>.</summary>
    Flow,

    /// <summary>A figure that is evidence and never an observation: <c>share</c>, <c>growth</c>, <c>balance</c>, <c>index</c>, <c>price</c>, <c>rank</c>, <c>count</c>.</summary>
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
    /// <c>commodity-code</c>, <c>period</c>, <c>year</c>, <c>month</c>, <c>quarter</c>, <c>unit</c>, <c>value</c>, <c>quantity</c>, <c>area-code</c>, <c>note</c>, <c>status</c>, <c>procedure</c>, <c>transport</c>, <c>region</c>.</summary>
    Dimension,

    /// <summary>A word that says nothing about a dimension ("of", "by", "table", "million" is not one of them).</summary>
    Filler,
}

/// <summary>A phrase found in a text.</summary>
/// <param name="Start">Index of its first character in the text as given.</param>
public readonly record struct Term(TermKind Kind, string Code, int Start, int Length);

/// <summary>The words of trade tables in every language that is read: a table of phrases, not code.</summary>
public static class Lexicon
{
    /// <summary>The phrases of the table that stand in the text, longest first where they overlap, in text order.</summary>
    public static IReadOnlyList<Term> Read(string text) => [];

    /// <summary>Content words of three letters and more that no term, period or area of the text covers.</summary>
    public static IReadOnlyList<string> Unexplained(string text) => [];
}
