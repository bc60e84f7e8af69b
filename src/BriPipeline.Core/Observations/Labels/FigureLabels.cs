using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations.Labels;

/// <summary>What the labels of a figure's row and of its column say together, without making a new value for each figure: most often
/// they speak of different dimensions.</summary>
internal readonly struct FigureLabels
{
    private readonly LabelValues row;
    private readonly LabelValues column;

    public FigureLabels(LabelValues row, LabelValues column, AnswerBook book)
    {
        var isApart = (row.Says & column.Says) == 0;
        this.row = isApart ? row : row.With(column, book);
        this.column = isApart ? column : LabelValues.Nothing;
    }

    public Refusal? Refusal => row.Refusal ?? column.Refusal;

    public Area? Reporter => Value<Area>(Dimension.Reporter);

    public Named<Area>? Partner => (Named<Area>?)this[Dimension.Partner];

    public TradeFlow? Flow => Value<TradeFlow>(Dimension.Flow);

    public Named<Commodity>? Commodity => (Named<Commodity>?)this[Dimension.Commodity];

    public ScaledUnit? Unit => Value<ScaledUnit>(Dimension.Unit);

    public PeriodPart? Period => Value<PeriodPart>(Dimension.Period);

    public Frequency? Frequency => Value<Frequency>(Dimension.Frequency);

    public FigureStatus? Status => (FigureStatus?)this[Dimension.Status];

    public string? Variant => (string?)this[Dimension.Variant];

    public string? Valuation => (string?)this[Dimension.Valuation];

    private object? this[Dimension dimension] => row[dimension] ?? column[dimension];

    private T? Value<T>(Dimension dimension)
        where T : struct => this[dimension] is T value ? value : null;
}
