namespace BriPipeline.Core.Trade;

/// <summary>A cell that says that a figure is missing: it makes no row and takes back one that was there.</summary>
/// <param name="Suppressed">The publisher keeps it back (status Q of SDMX CL_OBS_STATUS); else it just is not there (M, O, L).</param>
public sealed record MissingFigure(ObservationKey Key, bool Suppressed);
