namespace BriPipeline.Core.Tests.Repository.Sample.Trade
{
    /// <summary>Names a type of a higher room, which the test of the order must find.</summary>
    internal static class Low
    {
        public static object Make() => new Findings.High();
    }
}

namespace BriPipeline.Core.Tests.Repository.Sample.Findings
{
    internal sealed class High;
}
