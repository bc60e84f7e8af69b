using BriPipeline.Core.Layouts;
using BriPipeline.Core.Observations.Labels;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Observations;

/// <summary>A figure that was read: what it is about and how much.</summary>
/// <param name="Number">As printed.</param>
/// <param name="Value">In whole units.</param>
internal readonly record struct SettledFigure(
    LabelledCell Cell,
    FigureLabels Labels,
    ObservationKey Key,
    decimal Number,
    decimal Value,
    int Multiplier,
    ObservationStatus Status
);
