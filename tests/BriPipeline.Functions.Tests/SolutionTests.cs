namespace BriPipeline.Functions.Tests;

public sealed class SolutionTests
{
    [Fact]
    public void Solution_Builds() => Assert.NotNull(typeof(SolutionTests).Assembly);
}
