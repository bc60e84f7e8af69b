using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Handlers;
using Microsoft.AspNetCore.Components;

namespace BriPipeline.Web.Pages;

/// <summary>What stored figures are about, in words, and the pages that show them.</summary>
internal static class Naming
{
    internal static MarkupString Name(this PageTexts texts, Area area) => Text.Plain(texts.NameOf(area));

    internal static string NameOf(this PageTexts texts, Area area) =>
        AreaCodeList.Standard.NameOf(area, texts.Language);

    /// <summary>A name in each of the four languages of documents.</summary>
    internal static string InFourLanguages(Area area) =>
        string.Join(
            " · ",
            new[] { "en", "ru", "kk", "zh" }
                .Select(language => AreaCodeList.Standard.NameOf(area, language))
                .Distinct(StringComparer.Ordinal)
        );

    internal static MarkupString Name(this PageTexts texts, Commodity commodity) => Text.Plain(texts.NameOf(commodity));

    /// <summary>"All commodities (TOTAL)", "mineral fuels and oils (HS.27)", "HS.270900 (in: crude oil)"; a commodity
    /// without a code by the name that it was printed with.</summary>
    internal static string NameOf(this PageTexts texts, Commodity commodity) =>
        commodity == Commodity.Total ? $"{texts.Of("commodity.TOTAL")} ({commodity})"
        : commodity.Code.StartsWith("N.", StringComparison.Ordinal) ? commodity.Code[2..].Replace('-', ' ')
        : CommodityNames.NameOf(commodity, texts.Language) is not { } name ? commodity.Code
        : CommodityNames.IsNamed(commodity) ? $"{name} ({commodity})"
        : texts.Of("commodity.part", commodity, name);

    /// <summary>"Kazakhstan – China (KAZ-CHN)".</summary>
    internal static string NameOf(this PageTexts texts, string subject) =>
        !SummarySubject.TryParse(subject, out var parsed) ? subject
        : parsed.Partner is { } partner ? $"{texts.NameOf(parsed.Reporter)} – {texts.NameOf(partner)} ({subject})"
        : $"{texts.NameOf(parsed.Reporter)} ({subject})";

    /// <summary>"July 2023".</summary>
    internal static string NameOf(this PageTexts texts, TimePeriod period) => texts.Summaries.Period(period);

    internal static string AddressOf(Area reporter, Area? partner) =>
        $"/data?reporter={reporter}" + (partner is null ? "" : $"&partner={partner}");

    /// <summary>The list of what is stored of a reporter.</summary>
    internal static string SeriesOf(Area reporter) =>
        $"{AddressOf(reporter, null)}&{DataHandlers.List}={DataHandlers.Series}";

    /// <summary>Parameters of an address.</summary>
    internal static string Join(IEnumerable<(string Name, string Value)> parts) =>
        string.Join('&', parts.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));

    internal static string AddressOf(SeriesRow row) =>
        $"{AddressOf(row.Key.Reporter, row.Key.Partner)}&flow={row.Key.Flow}&commodity={Uri.EscapeDataString(row.Key.Commodity.Code)}&unit={row.Key.Unit}"
        + $"&frequency={row.Key.Frequency}&source={row.Source}"
        + (row.Key.Variant is null ? "" : $"&variant={row.Key.Variant}");
}
