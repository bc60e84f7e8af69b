using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Web.Handlers;

/// <summary>A reporter's partners in one period.</summary>
/// <param name="Choices">All that the partners can be ranked by, the one to open with first.</param>
/// <param name="Partners">Countries, the largest first.</param>
/// <param name="World">All partners as published; null where that is not there.</param>
/// <param name="Profile">What is known of the source; null where nothing is.</param>
public sealed record RankingView(
    RankingChoice Choice,
    IReadOnlyList<RankingChoice> Choices,
    IReadOnlyList<PartnerLine> Partners,
    PartnerLine? World,
    SourceProfile? Profile
)
{
    public static RankingView Of(
        RankingChoice choice,
        IReadOnlyList<RankingChoice> choices,
        IEnumerable<TradeRow> rows,
        SourceProfile? profile
    )
    {
        var lines = rows.Where(row =>
                row.Source == choice.Figures.Source
                && row.Key.Unit == choice.Figures.Unit
                && row.Key.Variant == choice.Figures.Variant
            )
            .GroupBy(row => row.Key.Partner)
            .Select(partner => new PartnerLine(
                partner.Key,
                First(partner, TradeFlows.IsExports),
                First(partner, TradeFlows.IsImports)
            ))
            .Where(line => line.Exports is not null || line.Imports is not null)
            .ToList();
        return new(
            choice,
            choices,
            [
                .. lines
                    .Where(line => line.Partner.IsCountry)
                    .OrderByDescending(line => line.Sum)
                    .ThenBy(line => line.Partner.Code, StringComparer.Ordinal),
            ],
            lines.Find(line => line.Partner == Area.World),
            profile
        );
    }

    /// <summary>Exports before domestic exports, imports by origin before those by consignment.</summary>
    private static TradeRow? First(IEnumerable<TradeRow> rows, Func<TradeFlow, bool> isMeant) =>
        rows.Where(row => isMeant(row.Key.Flow)).MinBy(row => row.Key.Flow);
}

/// <summary>The figures of a partner; null where there is none.</summary>
public sealed record PartnerLine(Area Partner, TradeRow? Exports, TradeRow? Imports)
{
    /// <summary>Of what is there.</summary>
    public decimal Sum => (Exports?.Value ?? 0) + (Imports?.Value ?? 0);

    public decimal? Balance => Exports?.Value - Imports?.Value;
}
