using System.Globalization;
using BriPipeline.Benchmarks;

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
        Console.Error.WriteLine("Usage: read [ROWS] | summary | write FILE ROWS");
        return 2;
}
