namespace BriPipeline.Core.Summaries.Documents;

/// <summary>Colours of series: a light and a dark one, told apart in print without colour and by the colour-blind.</summary>
internal static class ChartPalette
{
    public const string Light = "9ECAE1";
    public const string Dark = "08519C";
    public const string Grid = "DDDDDD";

    /// <summary>Of two series the one to look at is dark: the last of columns side by side, the first of those on top of each other.</summary>
    public static string Of(ChartKind kind, int series) => series == 0 == (kind != ChartKind.Columns) ? Dark : Light;
}
