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

    /// <summary>The currency of an area's code; null where it has none of its own here.</summary>
    public static string? Of(string? area) => area is null ? null : ByArea.Value.GetValueOrDefault(area);
}
