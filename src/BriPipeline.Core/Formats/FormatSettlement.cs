using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats;

/// <summary>What is said of a figure to its key and value.</summary>
internal static class FormatSettlement
{
    /// <summary>What is lacking where a name of an area has no meaning in the period.</summary>
    public const string NotThen = "area then";

    private static Area? AreaOf(object said, TimePeriod period) =>
        said is DatedArea dated ? dated.At(period) : (Area)said;

    /// <summary>The key; null with the name of what is lacking where something is said nowhere.</summary>
    public static ObservationKey? Settle(FormatRow row, SourceProfile profile, out string? lacking)
    {
        var commodity = row[FormatRole.Commodity] switch
        {
            Commodity whole => whole,
            string code when row[FormatRole.Classification] is string classification => CommodityCodes.Of(
                classification,
                code
            ),
            _ => (Commodity?)null,
        };
        var period = FormatPeriod.Settle(
            row[FormatRole.Period],
            row[FormatRole.Frequency] as string,
            profile.FiscalYearStartsIn
        );
        lacking =
            row[FormatRole.Reporter] is null ? "reporter"
            : row[FormatRole.Partner] is null ? "partner"
            : row[FormatRole.Flow] is null ? "flow"
            : commodity is null ? "commodity"
            : row[FormatRole.Unit] is null ? "unit"
            : row[FormatRole.Power] is null ? "multiplier"
            : period is null ? "period"
            : AreaOf(row[FormatRole.Reporter]!, period.Value) is null
            || AreaOf(row[FormatRole.Partner]!, period.Value) is null
                ? NotThen
            : null;
        return lacking is null
            ? new(
                AreaOf(row[FormatRole.Reporter]!, period!.Value)!.Value,
                AreaOf(row[FormatRole.Partner]!, period.Value)!.Value,
                (TradeFlow)row[FormatRole.Flow]!,
                commodity!.Value,
                (Unit)row[FormatRole.Unit]!,
                period.Value,
                row[FormatRole.Variant] is string variant && variant != FormatStatement.NoVariant ? variant : null
            )
            : null;
    }

    /// <summary>The observation; null, counted, where its value is none that can be stored.</summary>
    public static Observation? Observe(
        ObservationKey key,
        FormatRow row,
        decimal figure,
        Cell cell,
        Sheet sheet,
        CellAddress place,
        SourceProfile profile,
        FindingTally tally
    )
    {
        var power = (int)row[FormatRole.Power]!;
        var published = (int?)row[FormatRole.Published];
        if (figure < 0 && profile.AllowNegative != true)
        {
            tally.Add(Finding.OfCell(FindingCodes.ValueNegative, sheet, place, cell.Raw));
            return null;
        }

        if (FigureText.Scale(figure, power) is not { } value)
        {
            tally.Add(
                Finding.OfCell(
                    FindingCodes.ValueTooLarge,
                    sheet,
                    place,
                    cell.Raw,
                    power.ToString(CultureInfo.InvariantCulture)
                )
            );
            return null;
        }

        return new()
        {
            Key = key,
            Value = value,
            Multiplier = published ?? power,
            Decimals = published is { } first
                ? Math.Max(0, Precision.WithoutTrailingZeros(figure).Scale + first)
                : FigureText.Decimals(cell, figure),
            Status = row[FormatRole.Status] is ObservationStatus status ? status : ObservationStatus.A,
            Valuation =
                row[FormatRole.Valuation] as string
                ?? profile.Defaults?.Valuation?.GetValueOrDefault(key.Flow.ToString()),
            TradeSystem = row[FormatRole.TradeSystem] as string,
            Nomenclature = row[FormatRole.Nomenclature] as string,
            PartnerLabel = row[FormatRole.PartnerLabel] as string,
            CommodityLabel = row[FormatRole.CommodityLabel] as string,
            Provenance = new(sheet.Name, sheet.AddressOf(place.Row, place.Column), cell.Raw),
        };
    }
}
