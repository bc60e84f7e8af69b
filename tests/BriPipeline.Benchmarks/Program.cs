using System.Globalization;
using BriPipeline.Benchmarks;
using BriPipeline.Benchmarks.Fuzzing;

const int DefaultRows = 1_000_000;
const int ImportRows = 20_000;
const int WebRows = 100_000;
switch (args)
{
    case ["read"]:
        ReadBenchmark.Run(DefaultRows);
        return 0;
    case ["read", var rows]:
        ReadBenchmark.Run(int.Parse(rows, CultureInfo.InvariantCulture));
        return 0;
    case ["limits"]:
        return LimitsBenchmark.Run("");
    case ["limits", var part]:
        return LimitsBenchmark.Run(part);
    case ["pass-limit", var file]:
        LimitsBenchmark.PassLimit(file);
        return 0;
    case ["summary"]:
        SummaryBenchmark.Run();
        return 0;
    case ["web"]:
        await WebBenchmark.RunAsync(WebRows);
        return 0;
    case ["recognise", .. var files]:
        RecogniseBenchmark.Run(files);
        return 0;
    case ["corpus", var folder]:
        return CorpusCoverage.Run(folder, null);
    case ["corpus", var folder, var profiles]:
        return CorpusCoverage.Run(folder, profiles);
    case ["fuzz", var count]:
        return FuzzCommand.Run(int.Parse(count, CultureInfo.InvariantCulture), 1);
    case ["fuzz", var count, var first]:
        return FuzzCommand.Run(
            int.Parse(count, CultureInfo.InvariantCulture),
            int.Parse(first, CultureInfo.InvariantCulture)
        );
    case ["import"]:
        return ImportBenchmark.Run(ImportRows);
    case ["import", var rows]:
        return ImportBenchmark.Run(int.Parse(rows, CultureInfo.InvariantCulture));
    case ["pass-import", var folder, var first, var second, var rows]:
        await ImportPass.RunAsync(folder, first, second, int.Parse(rows, CultureInfo.InvariantCulture));
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
    case ["pass-recognise", var file]:
        ReadBenchmark.PassRecognise(file);
        return 0;
    default:
        Console.Error.WriteLine(
            "Usage: read [ROWS] | import [ROWS] | summary | web | recognise [FILE...] | corpus FOLDER [PROFILES] | limits [PART-OF-NAME] | fuzz COUNT [FIRST-SEED] | write FILE ROWS"
        );
        return 2;
}
