using System.Globalization;
using BriPipeline.Benchmarks;
using BriPipeline.Benchmarks.Fuzzing;

const int DefaultRows = 1_000_000;
switch (args)
{
    case ["read"]:
        ReadBenchmark.Run(DefaultRows);
        return 0;
    case ["read", var rows]:
        ReadBenchmark.Run(int.Parse(rows, CultureInfo.InvariantCulture));
        return 0;
    case ["summary"]:
        SummaryBenchmark.Run();
        return 0;
    case ["fuzz", var count]:
        return FuzzCommand.Run(int.Parse(count, CultureInfo.InvariantCulture), 1);
    case ["fuzz", var count, var first]:
        return FuzzCommand.Run(
            int.Parse(count, CultureInfo.InvariantCulture),
            int.Parse(first, CultureInfo.InvariantCulture)
        );
    case ["write", var path, var rows]:
        LargeWorkbook.Write(path, int.Parse(rows, CultureInfo.InvariantCulture));
        return 0;
    case ["pass-bare", var file]:
        ReadBenchmark.PassBare(file);
        return 0;
    case ["pass-read", var file]:
        ReadBenchmark.PassRead(file);
        return 0;
    default:
        Console.Error.WriteLine("Usage: read [ROWS] | summary | fuzz COUNT [FIRST-SEED] | write FILE ROWS");
        return 2;
}
