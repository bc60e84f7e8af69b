using BriPipeline.Benchmarks.Fuzzing;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports.Annotation;
using BriPipeline.Core.Sources;
using BriPipeline.Fuzz;
using SharpFuzz;

// What fuzz.sh runs: "prepare FOLDER" makes a copy of this program whose readers note the branches they take, and a folder of seeds
// beside it; "run" reads what afl-fuzz hands over until it stops; "read FILE" shows what a file that it kept does.
switch (args)
{
    case ["prepare", var folder]:
        Prepare(folder);
        return 0;
    case ["run"]:
        Fuzzer.OutOfProcess.Run(Logged);
        return 0;
    case ["read", var path]:
        using (var content = File.OpenRead(path))
        {
            Read(content);
        }

        return 0;
    default:
        Console.Error.WriteLine("Usage: prepare FOLDER | run | read FILE");
        return 2;
}

// A file may break something only now and then: what it broke is kept.
static void Logged(Stream content)
{
    try
    {
        Read(content);
    }
    catch (Exception e)
    {
        File.AppendAllText(Path.Combine(AppContext.BaseDirectory, "exceptions.txt"), $"{e}\n\n");
        throw;
    }
}

static void Read(Stream content)
{
    const string Name = "workbook";
    var profile = new SourceProfile { Name = "fuzz", Reporter = "KAZ" };
    using var file = new MemoryStream();
    content.CopyTo(file);
    using var bytes = PackedPart.Pack(file.ToArray());
    var reading = Reading.Read(bytes, Name, profile);
    _ = reading.Observations().Count();
    List<ReportFinding> findings = [.. reading.Findings.Select(finding => ReportFinding.Of(Name, finding))];
    if (findings.Count > 0)
    {
        bytes.Position = 0;
        AnnotatedWorkbook.Write(bytes, Name, findings, Stream.Null);
    }
}

static void Prepare(string folder)
{
    const int MaxBytes = 20_000;
    var program = Directory.CreateDirectory(Path.Combine(folder, "program")).FullName;
    foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory))
    {
        File.Copy(file, Path.Combine(program, Path.GetFileName(file)), overwrite: true);
    }

    Fuzzer.Instrument(
        Path.Combine(program, "BriPipeline.Core.dll"),
        type => type.Contains(".Workbooks", StringComparison.Ordinal),
        Options.Value
    );
    var seeds = Directory.CreateDirectory(Path.Combine(folder, "seeds")).FullName;
    var number = 0;
    foreach (var part in PackedPart.All())
    {
        File.WriteAllBytes(Path.Combine(seeds, $"{number++:D3}.xml"), part);
    }

    foreach (var (path, _) in SeedFiles.In(Directory.GetCurrentDirectory()))
    {
        if (new FileInfo(path).Length is > 0 and <= MaxBytes)
        {
            File.Copy(path, Path.Combine(seeds, $"{number++:D3}{Path.GetExtension(path)}"), overwrite: true);
        }
    }
}
