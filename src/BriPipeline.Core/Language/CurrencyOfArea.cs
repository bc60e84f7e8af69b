namespace BriPipeline.Core.Language;

/// <summary>The currency of an area, from <c>CodeLists/currencies.json</c>.</summary>
internal static class CurrencyOfArea
{
    private static readonly Lazy<Dictionary<string, string>> ByArea = new(() =>
    {
        using var table = CodeListResource.Read("CodeLists/currencies.json");
        return table
            .RootElement.GetProperty("currencies")
            .EnumerateObject()
            .ToDictionary(area => area.Name, area => area.Value.GetString()!, StringComparer.Ordinal);
    });

    private static readonly Lazy<HashSet<string>> WithDollarSign = new(() =>
    {
        using var table = CodeListResource.Read("CodeLists/currencies.json");
        return
        [
            .. table.RootElement.GetProperty("dollarSign").EnumerateArray().Select(currency => currency.GetString()!),
        ];
    });

    /// <summary>Whether a currency that is no dollar is written with the sign of one.</summary>
    public static bool HasDollarSign(string currency) => WithDollarSign.Value.Contains(currency);

    /// <summary>The currency of an area's code; null where it has none of its own here.</summary>
    public static string? Of(string? area) => area is null ? null : ByArea.Value.GetValueOrDefault(area);
}
