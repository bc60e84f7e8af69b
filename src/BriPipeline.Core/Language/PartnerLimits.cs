using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Words for a group of partners that is not named: "third countries", "mutual trade", "the rest of the world". They say
/// nothing of partners that are named, and only sometimes of which partners a total is.</summary>
public static class PartnerLimits
{
    /// <summary>Those that do not belong to a union.</summary>
    private const string Outside = "third-countries";

    /// <summary>Those that do.</summary>
    private const string Inside = "eaeu-mutual";

    private static readonly string[] Keys = [Outside, Inside, "intra-eu", "extra-eu", "group"];

    /// <summary>Whether the key of a limit is that of such words.</summary>
    public static bool Are(string key) => Keys.Contains(key, StringComparer.Ordinal);

    /// <summary>Whether a text is such words and nothing else: the name of a group that stands in no list.</summary>
    public static bool IsName(ReadText said) =>
        said.LeftOver.Count == 0
        && said.Areas.Count == 0
        && said.Terms.Any(IsOne)
        && said.Terms.All(term =>
            IsOne(term)
            || term.Kind == TermKind.Filler
            || term is { Kind: TermKind.Dimension, Code: "area" or "partner" }
        );

    /// <summary>The words of a text that say so without naming the group as well, as "extra-EU" does; null where there are none.</summary>
    public static string? In(string text) =>
        TermsIn(ReadText.Of(text)) is [var first, ..] ? text.Substring(first.Start, first.Length) : null;

    /// <summary>The group that such words of a title leave no doubt of, with the union whose trade it is where that is named: "exports of
    /// the EAEU to third countries", "to third countries (outside the EU)". Null where anything else may be meant.</summary>
    public static (Area Partner, Area? Union)? GroupIn(string text)
    {
        var said = ReadText.Of(text);
        if (
            TermsIn(said) is not [{ Code: Outside } limit]
            || said.Areas.Where(mention => mention.Area.IsGroup).ToList() is not [var group]
        )
        {
            return null;
        }

        if (AreaCodeList.Standard.IsOutside(group.Area))
        {
            return (group.Area, null);
        }

        var before = said.Mentions.OfType<ConnectionMention>().Where(word => word.End <= limit.Start).ToList();
        return
            AreaCodeList.Standard.OutsideOf(group.Area) is { } outside
            && said.Areas.All(mention => mention.Start < limit.Start)
            && ConnectingWords.PartnerFollows(text, limit.Start)
            && !before.Exists(word => IsOfPartner(word) && word.Start < group.Start)
            && !before.Exists(word => word.Connection == Connection.Conjunction && word.Start > group.Start)
            ? (outside, group.Area)
            : null;
    }

    /// <summary>The groups that such words may mean: by the unions that are named beside them, and those of the reporter.</summary>
    public static IEnumerable<Area> Possible(string words, IEnumerable<Area> named)
    {
        var unions = named
            .SelectMany(area =>
                AreaCodeList.Standard.OutsideOf(area) is not null ? [area]
                : area.IsCountry ? AreaCodeList.Standard.UnionsOf(area)
                : []
            )
            .Distinct()
            .ToList();
        return TermsIn(ReadText.Of(words))
            .Select(term => term.Code)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(code =>
                code switch
                {
                    Outside => unions.Select(union => AreaCodeList.Standard.OutsideOf(union)!.Value),
                    Inside => unions,
                    "group" => [new Area("_OTHER")],
                    _ => [],
                }
            );
    }

    private static List<Term> TermsIn(ReadText said) =>
        [
            .. said.Terms.Where(term =>
                IsOne(term)
                && !said.Areas.Any(area =>
                    area.Area.IsGroup
                    && area.Area != Area.World
                    && area.Start < term.Start + term.Length
                    && term.Start < area.Start + area.Length
                )
            ),
        ];

    private static bool IsOne(Term term) => term.Kind == TermKind.Limit && Are(term.Code);

    private static bool IsOfPartner(ConnectionMention word) =>
        word.Connection is Connection.Destination or Connection.Origin or Connection.Partner;
}
