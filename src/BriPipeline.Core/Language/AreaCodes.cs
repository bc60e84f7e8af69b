using System.Globalization;
using System.Text.Json;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>The public codes of areas: ISO 3166-1 and, for former states, 3166-3; M49 for regions.</summary>
internal sealed class AreaCodes
{
    private readonly Dictionary<string, Area> alpha2 = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Area> alpha3 = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Area> numeric = [];
    private readonly Dictionary<string, Area> regions = new(StringComparer.Ordinal);

    public AreaCodes(JsonElement cldr, JsonElement aliases)
    {
        foreach (var row in cldr.GetProperty("codes").EnumerateArray())
        {
            Add(new Area(row[1].GetString()!), row[0].GetString()!, row[2].GetString()!);
        }

        foreach (var row in aliases.GetProperty("former").EnumerateArray())
        {
            Add(new Area(row[0].GetString()!), row[1].GetString()!, row[2].GetString()!);
        }

        foreach (var code in aliases.GetProperty("codes").EnumerateObject())
        {
            var area = new Area(code.Value.GetString()!);
            if (char.IsAsciiDigit(code.Name[0]))
            {
                numeric.TryAdd(Number(code.Name)!.Value, area);
            }
            else
            {
                (code.Name.Length == 2 ? alpha2 : alpha3).TryAdd(code.Name, area);
            }
        }

        foreach (var region in cldr.GetProperty("members").EnumerateObject())
        {
            regions[region.Name] = new Area(region.Name);
        }
    }

    /// <summary>Whether a code is an alpha-2 or alpha-3 code of this area.</summary>
    public bool IsCodeOf(Area area, string code) =>
        (alpha2.TryGetValue(code, out var two) && two == area)
        || (alpha3.TryGetValue(code, out var three) && three == area);

    public Area? Find(AreaCodeScheme scheme, string code)
    {
        var text = code.Trim().ToUpperInvariant();
        return scheme switch
        {
            AreaCodeScheme.Alpha2 => Get(alpha2, text),
            AreaCodeScheme.Alpha3 => Get(alpha3, text),
            _ => Number(text) is not { } number ? null
            : numeric.TryGetValue(number, out var area) ? area
            : Get(regions, text),
        };
    }

    private static Area? Get(Dictionary<string, Area> codes, string code) =>
        codes.TryGetValue(code, out var area) ? area : null;

    private static int? Number(string code) =>
        code.Length <= 3 && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private void Add(Area area, string two, string digits)
    {
        alpha3[area.Code] = area;
        if (two.Length > 0)
        {
            alpha2[two] = area;
        }

        if (Number(digits) is { } number)
        {
            numeric[number] = area;
        }
    }
}
