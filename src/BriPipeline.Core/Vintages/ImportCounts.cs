namespace BriPipeline.Core.Vintages;

/// <summary>What an import did to the figures: rows each.</summary>
/// <param name="Revised">Value, precision or status changed.</param>
/// <param name="Retracted">Gone: retracted, withdrawn or suppressed.</param>
/// <param name="Unchanged">Observations of the workbook that changed no figure.</param>
public readonly record struct ImportCounts(int Added, int Revised, int Retracted, int Restored, int Unchanged);
