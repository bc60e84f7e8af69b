using BriPipeline.Local;

namespace BriPipeline.Benchmarks;

/// <summary>What an import costs beside a bare read of the file and a bare write of the same rows, on Azurite in memory.</summary>
internal static class ImportBenchmark
{
    public static int Run(int rows) => RunAsync(rows).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("bri-bench-").FullName;
        try
        {
            await using var first = await StartAsync(Path.Combine(folder, "first"));
            await using var second = await StartAsync(Path.Combine(folder, "second"));
            await using var console = Console.OpenStandardOutput();
            var pass = Measured.Run(
                console,
                typeof(ImportBenchmark).Assembly.Location,
                "pass-import",
                folder,
                first.ConnectionString,
                second.ConnectionString,
                rows.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
            return pass.ExitCode;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<AzuriteProcess> StartAsync(string folder) =>
        AzuriteProcess.StartAsync(folder, inMemory: true, _ => { }, CancellationToken.None);
}
