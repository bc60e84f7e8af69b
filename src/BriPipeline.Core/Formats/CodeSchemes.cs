using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Formats;

/// <summary>What a text of a column says; null where it is no code of the scheme.</summary>
internal delegate IReadOnlyList<FormatStatement>? CodeScheme(FormatRole role, string text);

/// <summary>Public schemes of codes, by the names that descriptions give them.</summary>
internal static partial class CodeSchemes
{
    /// <summary>Areas that UN Comtrade defines beyond ISO 3166 and M49; the contract keeps their numbers.</summary>
    private static readonly HashSet<string> SpecialAreas = new(
        [
            "129",
            "221",
            "290",
            "471",
            "472",
            "473",
            "490",
            "492",
            "527",
            "568",
            "577",
            "636",
            "637",
            "697",
            "837",
            "838",
            "839",
            "879",
        ],
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, Func<SourceProfile, CodeScheme>> All = new(StringComparer.Ordinal)
    {
        ["iso2"] = _ => Area(AreaCodeScheme.Alpha2, isCode: text => text.Length == 2),
        ["iso3"] = _ => Area(AreaCodeScheme.Alpha3, isCode: text => text.Length == 3),
        ["m49"] = _ =>
            (role, text) =>
                Area(AreaCodeScheme.Numeric, isCode: number => number.All(char.IsAsciiDigit))(
                    role,
                    text.PadLeft(3, '0')
                ),
        ["area-name"] = AreaName,
        ["contract"] = _ => (role, text) => FormatStatement.Of(role, text) is { } said ? [said] : null,
        ["commodity"] = _ =>
            (role, text) => text.Any(char.IsAsciiDigit) && text.All(IsOfCode) ? [new(role, text)] : null,
        ["commodity-name"] = _ => (role, text) => CommodityText.Named(text) is { } named ? [new(role, named)] : null,
        ["sdmx-code"] = _ => (role, text) => FormatStatement.Of(role, SdmxText(text)) is { } said ? [said] : null,
        ["period"] = _ => (role, text) => FormatPeriod.Read(text) is { } period ? [new(role, period)] : null,
        ["number"] = _ => (role, text) => Number(role, text),
        ["text"] = _ => (role, text) => [new(role, text)],
    };

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>The scheme of a name; null where there is none.</summary>
    public static CodeScheme? Of(string name, SourceProfile profile) =>
        All.TryGetValue(name, out var make) ? make(profile) : null;

    internal static object? ContractArea(string text) =>
        SpecialAreas.Contains(text) || AreaCodeList.Standard.IsKnown(new Area(text)) ? new Area(text) : null;

    /// <summary><c>TOTAL</c>, a code with its nomenclature, or the name of a commodity without one.</summary>
    internal static object? ContractCommodity(string text) =>
        text == Commodity.Total.Code ? Commodity.Total
        : text.IndexOf('.', StringComparison.Ordinal) is var dot and > 0
        && (
            text[..dot] == "N"
                ? text.Length > dot + 1
                : CommodityCodes.IsClassification(text[..dot])
                    && CommodityCodes.Of(text[..dot], text[(dot + 1)..])?.Code == text
        )
            ? new Commodity(text)
        : null;

    /// <summary>A currency of ISO 4217, <c>KG</c>, or <c>Q.</c> and a code of UN/CEFACT Recommendation 20.</summary>
    internal static object? ContractUnit(string text) =>
        text == "KG"
        || Currencies.IsCode(text)
        || (
            text.StartsWith("Q.", StringComparison.Ordinal)
            && text.Length is > 2 and <= 6
            && text[2..].All(char.IsAsciiLetterOrDigit)
        )
            ? new Unit(text)
            : null;

    /// <summary>A code of the contract as SDMX allows it: its first underscore is a dot, <c>@</c> and four hexadecimal digits a letter.</summary>
    private static string SdmxText(string code)
    {
        var text = HexLetter()
            .Replace(
                code,
                letter =>
                    (
                        (char)
                            int.Parse(
                                letter.Groups["hex"].ValueSpan,
                                NumberStyles.AllowHexSpecifier,
                                CultureInfo.InvariantCulture
                            )
                    ).ToString()
            );
        return text.IndexOf('_', StringComparison.Ordinal) is var dot and > 0
            ? $"{text[..dot]}.{text[(dot + 1)..]}"
            : text;
    }

    [GeneratedRegex("@(?<hex>[0-9A-F]{4})", RegexOptions.CultureInvariant)]
    private static partial Regex HexLetter();

    private static CodeScheme Area(AreaCodeScheme scheme, Func<string, bool> isCode) =>
        (role, text) =>
            isCode(text) && AreaCodeList.Standard.FindCode(scheme, text) is { } area ? [new(role, area)] : null;

    private static CodeScheme AreaName(SourceProfile profile)
    {
        var areas = new SourceAreas(profile);
        return (role, text) => areas.Find(text) is [var area] ? [new(role, area)] : null;
    }

    private static bool IsOfCode(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or ' ';

    private static IReadOnlyList<FormatStatement>? Number(FormatRole role, string text)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        object? value = role switch
        {
            FormatRole.Power or FormatRole.Published => FormatStatement.Of(role, text)?.Value,
            FormatRole.Period when number is >= 1 and <= 12 => new PeriodPart(
                null,
                number,
                number,
                null,
                null,
                null,
                0,
                0
            ),
            _ => null,
        };
        return value is null ? null : [new(role, value)];
    }
}
