using System.Diagnostics;
using System.Globalization;
using System.Text;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;
using ExcelDataReader;

namespace BriPipeline.Benchmarks;

/// <summary>What reading a long workbook costs beside a bare pass of ExcelDataReader over the same file, each in a process
/// of its own.</summary>
internal static class ReadBenchmark
{
    private const int Rounds = 3;

    private const string Profile = """{ "name": "bench", "defaults": { "valuation": { "X": "FOB", "M": "CIF" } } }""";

    public static void Run(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("bri-bench-").FullName;
        try
        {
            var file = Path.Combine(folder, "long.xlsx");
            LargeWorkbook.Write(file, rows);
            File.WriteAllText(Path.Combine(folder, "bench.json"), Profile);
            Print($"{rows:N0} rows x 10 columns, {new FileInfo(file).Length / 1048576.0:F0} MB");
            var self = typeof(ReadBenchmark).Assembly.Location;
            var bri = Path.Combine(AppContext.BaseDirectory, "bri.dll");
            string[][] commands =
            [
                [self, "pass-bare", file],
                [self, "pass-read", file],
                [bri, "read", file, "--source", "bench", "--sources", folder],
            ];
            // A shared machine changes its pace from one run to the next: the rounds take turns, the shortest of each counts.
            var shortest = Enumerable
                .Range(0, Rounds)
                .SelectMany(_ => commands.Select((command, i) => (i, Run: Measured.Run(command))))
                .GroupBy(timed => timed.i, timed => timed.Run)
                .Select(runs => runs.MinBy(run => run.Elapsed)!)
                .ToList();
            Print($"bare ExcelDataReader pass {shortest[0]}");
            Compare("WorkbookReader.Read      ", shortest[1], shortest[0]);
            Compare("bri read                 ", shortest[2], shortest[0]);
            using var recognised = new MemoryStream();
            Measured.Run(recognised, self, "pass-recognise", file);
            var seconds =
                double.Parse(Encoding.UTF8.GetString(recognised.ToArray()), CultureInfo.InvariantCulture) / 1000;
            Print(
                $"recognising              {seconds, 6:F1} s of processor; {seconds / shortest[0].Processor.TotalSeconds:F2} of the bare pass"
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Every value of every cell, kept nowhere.</summary>
    public static void PassBare(string file)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var content = File.OpenRead(file);
        using var reader = ExcelReaderFactory.CreateReader(content);
        var values = 0;
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                values += reader.GetValue(i) is null ? 0 : 1;
            }
        }

        Print($"{values:N0} values");
    }

    public static void PassRead(string file)
    {
        using var content = File.OpenRead(file);
        var sheet = WorkbookReader.Read(content, Path.GetFileName(file)).Workbook!.Sheets[0];
        Print($"{sheet.RowCount:N0} rows, {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:F0} MB kept");
        GC.KeepAlive(sheet);
    }

    /// <summary>Prints the milliseconds of processor time that recognising the tables takes, in a process that did nothing before
    /// but read them.</summary>
    public static void PassRecognise(string file)
    {
        using var content = File.OpenRead(file);
        var workbook = WorkbookReader.Read(content, Path.GetFileName(file)).Workbook!;
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        GC.KeepAlive(LayoutRecogniser.Recognise(workbook, SourceProfile.Unknown("bench")));
        self.Refresh();
        Print($"{(self.TotalProcessorTime - before).TotalMilliseconds:F0}");
    }

    private static void Compare(string what, Measured measured, Measured bare) =>
        Print(
            $"{what} {measured}; {measured.Elapsed / bare.Elapsed:F2} of the bare pass ({measured.Processor / bare.Processor:F2} by processor)"
        );

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
