using System.Globalization;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Formats;

/// <summary>One thing that is said of a figure.</summary>
/// <param name="Value">Of the type that its role has: an <see cref="Area"/>, a <see cref="TradeFlow"/>, a <see cref="Unit"/>, ...</param>
internal readonly record struct FormatStatement(FormatRole Role, object Value)
{
    /// <summary>What texts of descriptions stand for, by role. They are codes of the public contract.</summary>
    private static readonly Dictionary<FormatRole, Func<string, object?>> Readers = new()
    {
        [FormatRole.Reporter] = Area,
        [FormatRole.Partner] = Area,
        [FormatRole.Flow] = text => Enum.IsDefined(typeof(TradeFlow), text) ? Enum.Parse<TradeFlow>(text) : null,
        [FormatRole.Commodity] = CodeSchemes.ContractCommodity,
        [FormatRole.Classification] = text => CommodityCodes.IsClassification(text) ? text : null,
        [FormatRole.Level] = text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
            && digits is >= 1 and <= 10
                ? digits
                : null,
        [FormatRole.Nomenclature] = text => text,
        [FormatRole.Unit] = CodeSchemes.ContractUnit,
        [FormatRole.Power] = text => Power(text),
        [FormatRole.Published] = text => Power(text),
        [FormatRole.Period] = FormatPeriod.Read,
        [FormatRole.Frequency] = text => text is "A" or "S" or "Q" or "M" or "C" or "F" ? text : null,
        [FormatRole.Status] = text =>
            text switch
            {
                "missing" => MarkMeaning.Missing,
                "suppressed" => MarkMeaning.Suppressed,
                "nil" => MarkMeaning.Nil,
                _ => Enum.IsDefined(typeof(ObservationStatus), text) ? Enum.Parse<ObservationStatus>(text) : null,
            },
        [FormatRole.Variant] = text => text.Length == 0 ? NoVariant : text,
        [FormatRole.Valuation] = text => text,
        [FormatRole.TradeSystem] = text => text is "ST" or "GT" ? text : null,
        [FormatRole.Action] = text => text is "delete" or "keep" ? text : null,
        [FormatRole.PartnerLabel] = text => text,
        [FormatRole.CommodityLabel] = text => text,
    };

    private static object? Area(string text) =>
        text.Contains(':', StringComparison.Ordinal) ? DatedArea.Parse(text) : CodeSchemes.ContractArea(text);

    private static int? Power(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power)
        && power is >= -9 and <= 15
            ? power
            : null;

    /// <summary>The variant of a plain series, said by a code of its own.</summary>
    internal const string NoVariant = "-";

    /// <summary>The statement of a code of the contract; null where the role has no such code.</summary>
    public static FormatStatement? Of(FormatRole role, string text) =>
        Readers.TryGetValue(role, out var read) && read(text) is { } value ? new(role, value) : null;
}
