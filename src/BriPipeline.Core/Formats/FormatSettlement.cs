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

    private static readonly (FormatRole Role, string Name)[] Needed =
    [
        (FormatRole.Reporter, "reporter"),
        (FormatRole.Partner, "partner"),
        (FormatRole.Flow, "flow"),
        (FormatRole.Unit, "unit"),
    ];

    private static Area? AreaOf(object said, TimePeriod period) =>
        said is DatedArea dated ? dated.At(period) : (Area)said;

    /// <summary>The key; null with the names of all that is said nowhere.</summary>
    public static ObservationKey? Settle(FormatRow row, SourceProfile profile, out IReadOnlyList<string> lacking)
    {
        var commodity = row[FormatRole.Commodity] switch
        {
            Commodity whole => whole,
            string code when row[FormatRole.Classification] is string classification => CommodityCodes.Of(
                classification,
                code,
                row[FormatRole.Level] as int?
            ),
            _ => (Commodity?)null,
        };
        var period = FormatPeriod.Settle(
            row[FormatRole.Period],
            row[FormatRole.Frequency] as string,
            profile.FiscalYearStartsIn
        );
        lacking = Lacking(row, commodity, period);
        return lacking.Count == 0
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

    private static List<string> Lacking(FormatRow row, Commodity? commodity, TimePeriod? period)
    {
        List<string>? lacking = null;
        foreach (var (role, name) in Needed)
        {
            Need(row[role] is not null, name);
        }

        Need(commodity is not null, "commodity");
        // A unit is asked with its power of ten.
        Need(row[FormatRole.Power] is not null || row[FormatRole.Unit] is null, "multiplier");
        Need(period is not null, "period");
        return
            lacking is null
            && (
                AreaOf(row[FormatRole.Reporter]!, period!.Value) is null
                || AreaOf(row[FormatRole.Partner]!, period.Value) is null
            )
            ? [NotThen]
            : lacking ?? [];

        void Need(bool isSaid, string name)
        {
            if (!isSaid)
            {
                (lacking ??= []).Add(name);
            }
        }
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
