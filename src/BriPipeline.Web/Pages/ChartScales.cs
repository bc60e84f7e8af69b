namespace BriPipeline.Web.Pages;

/// <summary>The power of ten in which a chart shows values: numbers of two to five digits.</summary>
internal static class ChartScales
{
    internal static int PowerOf(decimal largest) =>
        largest >= 1e10m ? 9
        : largest >= 1e7m ? 6
        : largest >= 1e4m ? 3
        : 0;

    internal static decimal Of(int power) => (decimal)Math.Pow(10, power);
}
