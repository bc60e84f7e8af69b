using System.Globalization;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Checks;

/// <summary>Figures and what they are about, as findings print them.</summary>
internal static class Show
{
    public static string Key(ObservationKey key) =>
        $"{key.Reporter}-{key.Partner} {key.Flow}{(key.Commodity == Commodity.Total ? "" : $" {key.Commodity}")} {key.Period}";

    public static string Panel(PanelKey key) =>
        $"{key.Reporter} {key.Flow}{(key.Commodity == Commodity.Total ? "" : $" {key.Commodity}")} {key.Period}";

    public static string Money(Observation figure) => Money(figure.Value, figure.Key.Unit);

    public static string Money(decimal value, Unit unit) => $"{Number(value)} {unit}";

    public static string Number(decimal value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    public static string Percent(decimal part) => part.ToString("0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>A ratio with enough digits to differ from one.</summary>
    public static string Ratio(decimal ratio) =>
        ratio.ToString(ratio >= 100 ? "#,##0" : "0.###", CultureInfo.InvariantCulture);

    public static string Name(Area area) => AreaCodeList.Standard.NameOf(area, "en");

    /// <summary>A list of names, of a long one its beginning.</summary>
    public static string Names(IReadOnlyCollection<Area> areas)
    {
        const int MaxNames = 8;
        var names = string.Join(", ", areas.Take(MaxNames).Select(Name));
        return areas.Count > MaxNames ? $"{names} and {Count(areas.Count - MaxNames)} more" : names;
    }

    public static string Place(Provenance at) => at.Sheet.Length == 0 ? $"{at.Cell}" : $"{at.Sheet}!{at.Cell}";
}
