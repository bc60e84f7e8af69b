using System.Globalization;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Benchmarks;

/// <summary>What recognising the tables of a workbook costs beside reading it: processor time of each, warm, the median.</summary>
internal static class RecogniseBenchmark
{
    private const int Rows = 200;
    private const int Rounds = 9;

    /// <param name="files">Workbooks to measure besides a long sheet of 200 rows.</param>
    public static void Run(IEnumerable<string> files)
    {
        var folder = Directory.CreateTempSubdirectory("bri-bench-").FullName;
        try
        {
            var small = Path.Combine(folder, "long.xlsx");
            LargeWorkbook.Write(small, Rows);
            foreach (var file in files.Prepend(small))
            {
                Measure(file);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(string file)
    {
        var profile = SourceProfile.Unknown("bench");
        var read = MedianProcessor.Of(() => Read(file), Rounds);
        var workbook = Read(file);
        var recognise = MedianProcessor.Of(() => LayoutRecogniser.Recognise(workbook, profile), Rounds);
        var rows = workbook.Sheets.Sum(sheet => sheet.RowCount);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Path.GetFileName(file)}, {rows:N0} rows in {workbook.Sheets.Count} sheets: read {read:F1} ms, recognise {recognise:F1} ms; {recognise / read:F2} of reading"
            )
        );
    }

    private static Workbook Read(string file)
    {
        using var content = File.OpenRead(file);
        return WorkbookReader.Read(content, Path.GetFileName(file)).Workbook
            ?? throw new InvalidOperationException($"{file} is no workbook.");
    }
}
