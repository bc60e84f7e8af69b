using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>The reading of a row and of a column as one, without making a new one for each figure: most often they speak
/// of different dimensions.</summary>
internal readonly struct CombinedReading
{
    private readonly LabelReading row;
    private readonly LabelReading column;

    public CombinedReading(LabelReading row, LabelReading column)
    {
        var isApart = (row.Says & column.Says) == 0;
        this.row = isApart ? row : row.With(column);
        this.column = isApart ? column : LabelReading.Nothing;
    }

    public Area? Reporter => row.Reporter ?? column.Reporter;
    public Area? Partner => row.Partner ?? column.Partner;
    public string? PartnerLabel => row.PartnerLabel ?? column.PartnerLabel;
    public TradeFlow? Flow => row.Flow ?? column.Flow;
    public Unit? Unit => row.Unit ?? column.Unit;
    public int? Multiplier => row.Multiplier ?? column.Multiplier;
    public Commodity? Commodity => row.Commodity ?? column.Commodity;
    public string? CommodityLabel => row.CommodityLabel ?? column.CommodityLabel;
    public Frequency? Frequency => row.Frequency ?? column.Frequency;
    public PeriodPart? Period => row.Period ?? column.Period;
    public string? Variant => row.Variant ?? column.Variant;
    public string? Valuation => row.Valuation ?? column.Valuation;
    public ObservationStatus? Status => row.Status ?? column.Status;
    public MissingLabel? Missing => row.Missing ?? column.Missing;
    public Refusal? Refusal => row.Refusal ?? column.Refusal;
}
