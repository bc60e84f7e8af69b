using BriPipeline.Benchmarks.Fuzzing;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Core.Tests.Readings.Fuzzing;

/// <summary>A bounded round of what <c>fuzz 5000</c> of the benchmarks does for longer.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Copies = 300;

    private const int FirstSeed = 11_2026;

    [Fact]
    public void Read_EndsInAFindingOrSaysWhatTheFileSays_WhateverIsDoneToItsBytes()
    {
        var round = new FuzzRound(SeedFiles.In(RepositoryFiles.Root));
        var failures = Enumerable.Range(FirstSeed, Copies).Select(round.Run).OfType<string>().ToList();

        output.WriteLine($"{round.Found} of {Copies} ended in a finding, {round.SaidByTheFile} say something else");
        Assert.Empty(failures);
        Assert.True(round.Found > Copies / 2, $"only {round.Found} copies ended in a finding");
    }
}
