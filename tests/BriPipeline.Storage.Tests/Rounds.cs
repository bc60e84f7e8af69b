using System.Globalization;

namespace BriPipeline.Storage.Tests;

/// <summary>How much the random and repeated tests do: <c>BRI_ROUNDS=6</c> does six times what is done without it.</summary>
internal static class Rounds
{
    private static readonly int Count = int.TryParse(
        Environment.GetEnvironmentVariable("BRI_ROUNDS"),
        CultureInfo.InvariantCulture,
        out var count
    )
        ? Math.Max(1, count)
        : 1;

    /// <summary>Two seeds for each round.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Times(2))];

    public static int Times(int number) => number * Count;

    /// <summary>The distance between two points of which every one could be tried.</summary>
    public static int Every(int distance) => Math.Max(1, distance / Count);
}
