using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>The names of the codes of the store in one language, to stand beside them.</summary>
public sealed class CodeNames
{
    private static readonly Lazy<JsonElement> Currencies = new(() =>
    {
        using var table = CodeListResource.Read("CodeLists/cldr-currencies.json");
        return table.RootElement.GetProperty("names").Clone();
    });

    private readonly IReadOnlyDictionary<string, string> texts;

    private CodeNames(string language)
    {
        Language = language;
        texts = TextFile.Read(language, "codes");
    }

    /// <summary>In every language in which documents are compiled.</summary>
    public static IReadOnlyList<CodeNames> All { get; } = [new("en"), new("ru"), new("kk"), new("zh")];

    /// <summary>ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>The codes of a list that is closed, in its own order.</summary>
    public IEnumerable<string> CodesOf(string list) =>
        texts
            .Keys.Where(key => key.StartsWith(list + ".", StringComparison.Ordinal))
            .Select(key => key[(list.Length + 1)..]);

    /// <param name="list"><c>area</c>, <c>flow</c>, <c>commodity</c>, <c>unit</c>, <c>frequency</c>, <c>variant</c> or <c>status</c>.</param>
    /// <returns>English where the language has no name; null where nobody named the code.</returns>
    public string? Of(string list, string code) =>
        list == "area" && AreaCodeList.Standard.IsKnown(new(code)) ? AreaCodeList.Standard.NameOf(new(code), Language)
        : texts.TryGetValue($"{list}.{code}", out var text) ? text
        : list == "unit" ? CurrencyOf(code)
        : null;

    private string? CurrencyOf(string code) =>
        Currencies.Value.GetProperty(Language).TryGetProperty(code, out var name) ? name.GetString()
        : Currencies.Value.GetProperty("en").TryGetProperty(code, out var english) ? english.GetString()
        : null;
}
