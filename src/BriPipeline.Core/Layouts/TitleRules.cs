using System.Text.RegularExpressions;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Layouts;

/// <summary>A rule of what a title forbids, or leaves open.</summary>
/// <param name="Code">What is told where it applies; a code that rejects refuses the table.</param>
/// <param name="Finds">The words of the title that it applies to; null where it does not.</param>
internal sealed record TitleRule(string Name, FindingCode Code, Func<TitleLine, string?> Finds, string Why);

/// <summary>Every rule of titles. All are asked of every title.</summary>
internal static class TitleRules
{
    internal static readonly string[] Measures = ["growth", "index", "price", "average", "not-trade", "forecast"];

    public static IReadOnlyList<TitleRule> All { get; } =
    [
        new(
            "title-limits",
            FindingCodes.CaptionLimits,
            title =>
                title.CommodityIsSaid || (title.Limit is { } limit && title.IsPublisher && !Goods.Are(limit))
                    ? null
                    : title.Limit,
            "a word of it limits the figures, and nothing says of which commodity they are"
        ),
        new(
            "title-commodity-code",
            FindingCodes.CaptionLimits,
            title => title.CommodityIsSaid || !title.IsTitle ? null : CommodityCodeIn(title),
            "a word for commodities stands in it, and a number that is no part of a known word"
        ),
        new(
            "title-classification",
            FindingCodes.CaptionLimits,
            title => title.CommodityIsSaid || title.IsProse ? null : CommodityText.ClassifiedIn(title.Text),
            "a code stands in it behind the name of a classification"
        ),
        new(
            "title-code",
            FindingCodes.CaptionLimits,
            title =>
                title.CommodityIsSaid || !title.IsTitle || title.Said.Periods.Count > 0
                    ? null
                    : CommodityText.CodeAlone(title.Text),
            "it is a code of commodities and nothing else"
        ),
        new(
            "title-commodity-word",
            FindingCodes.CaptionLimits,
            title => title.CommodityIsSaid || !title.IsTitle || title.IsPublisher ? null : UnknownBesideFlow(title),
            "an unknown word stands right after or before the flow: \"exports of carrots\", \"tuna exports\""
        ),
        new(
            "title-region",
            FindingCodes.CaptionRegion,
            title => title.IsTitle ? CaptionRegions.In(title.Text, title.Evidence) : null,
            "a name that is no area stands where the owner of the trade does"
        ),
        new(
            "title-days",
            FindingCodes.CaptionLimits,
            title => title.IsTitle ? PeriodRemarks.DaysIn(title.Text) : null,
            "it names some days of a month: \"1-20 December\""
        ),
        new(
            "title-measures",
            FindingCodes.CaptionMeasures,
            title => title.IsTitle && !title.ListsMeasures ? title.Measure : null,
            "it announces growth, indices, prices or averages"
        ),
        new(
            "title-unknown-words",
            FindingCodes.CaptionUnexplained,
            title =>
                title.Unexplained.Count > 0 && !title.IsProse && !title.IsPublisher
                    ? string.Join(", ", title.Unexplained)
                    : null,
            "it holds words that are not known"
        ),
    ];

    private static string? CommodityCodeIn(TitleLine title)
    {
        var said = title.Said;
        if (!said.Terms.Any(term => term is { Kind: TermKind.Dimension, Code: "commodity" or "commodity-code" }))
        {
            return null;
        }

        var known = said
            .Terms.Select(term => (term.Start, term.Length))
            .Concat(said.Said.Periods.Select(part => (part.Start, part.Length)))
            .ToList();
        return CommodityCode
            .Value.Matches(title.Text)
            .Concat(RomanNumber.Value.Matches(title.Text))
            .FirstOrDefault(match =>
                !known.Exists(span => span.Start <= match.Index && match.Index < span.Start + span.Length)
            )
            ?.Value;
    }

    // "Section XVI" of a classification.
    private static readonly Lazy<Regex> RomanNumber = WordPattern.Lazy(() =>
    {
        var goods = WordPattern.Of(Vocabulary.Phrases("dimensions", "commodity"));
        return $@"(?<={goods}\s*)\b[IVX]+\b";
    });

    private static string? UnknownBesideFlow(TitleLine title) =>
        title.Unexplained.FirstOrDefault(word =>
            title.Said.Terms.Any(term => term.Kind == TermKind.Flow && StandsBeside(title.Text, term, word))
            && !Adjectives.IsOf(title.Reporter, word)
        );

    private static bool StandsBeside(string text, Term flow, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; )
        {
            var end = flow.Start + flow.Length;
            if (
                at < flow.Start
                    ? text[(at + word.Length)..flow.Start].All(c => c is ' ' or '-')
                    : at >= end && IsEmptyOrOwner(text, end, at)
            )
            {
                return true;
            }

            at = text.IndexOf(word, at + 1, StringComparison.Ordinal);
        }

        return false;
    }

    /// <summary>"exports of basic wares": known words before an unknown one do not part it from the word of an owner.</summary>
    private static bool IsEmptyOrOwner(string text, int from, int to)
    {
        var between = text[from..to];
        var owners = ReadText
            .Of(between)
            .Mentions.OfType<ConnectionMention>()
            .Where(word => word.Connection == Connection.Owner)
            .ToList();
        return between.Trim().Length == 0
            || owners.Exists(owner =>
                between[..owner.Start].Trim().Length == 0
                && ReadText.Of(between[owner.End..]).LeftOver.Count == 0
                && ReadText
                    .Of(between[owner.End..])
                    .Mentions.OfType<ConnectionMention>()
                    .All(word => word.Connection == Connection.Owner)
            );
    }

    // Not the number of a table: "(2) Imports and exports ...", "Table 14: ...".
    private static readonly Lazy<Regex> CommodityCode = WordPattern.Lazy(() =>
    {
        var table = WordPattern.Of(Vocabulary.Phrases("notes", "tableNumber"));
        var behind = WordPattern.Of(Vocabulary.Phrases("words", "harmonized"));
        return $@"(?<={behind}\W{{0,3}})\d{{1,10}}|(?<![\d.,/–-])(?<!^\s*[(（]?)(?<!{table}\.?\s*)\d{{1,10}}(?![\d./%–-]|,\d)";
    });
}
