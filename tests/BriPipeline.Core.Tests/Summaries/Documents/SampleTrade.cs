using BriPipeline.Core.Language;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Summaries.Documents;

/// <summary>Workbooks through the whole of Core: read, planned, compiled.</summary>
internal static class SampleTrade
{
    private static readonly DateTimeOffset Uploaded = new(2024, 2, 15, 9, 0, 0, TimeSpan.Zero);

    public static string Samples => Path.Combine(RepositoryFiles.Root, "src", "BriPipeline.Local", "Samples");

    /// <summary>The rows of <c>Trade</c> that a workbook gives.</summary>
    public static IReadOnlyList<TradeRow> Rows(string file, string profileFile)
    {
        var profile = SourceProfile.Parse(File.ReadAllText(profileFile));
        using var content = File.OpenRead(file);
        var name = Path.GetFileName(file);
        var reading = Reading.Read(content, name, profile).ToResult();
        var version = new ClaimVersion(name, new string('0', 64), reading.Edition ?? "", Uploaded, 1, Uploaded);
        return Planner.Plan(profile.Name, version, [], reading).Plan.Rows;
    }

    public static IReadOnlyList<RegisterRow> Registers()
    {
        const string Name = "belt-and-road-forum-2023.xlsx";
        using var content = File.OpenRead(Path.Combine(Samples, "registers", Name));
        return RegisterReading.Read(content, Name).Registers;
    }

    public static MonthlySummary Compile(string subject, string period, IReadOnlyList<TradeRow> rows, string publisher)
    {
        Assert.True(SummarySubject.TryParse(subject, out var known));
        var at = TimePeriod.Parse(period);
        var compilation = SummaryCompiler.Compile(
            new(known, at, ChoiceOf(subject), rows)
            {
                Registers = Registers(),
                Members = known!.Kind == SubjectKind.Region ? AreaCodeList.Standard.Members(known.Reporter, at) : [],
            }
        );
        Assert.Null(compilation.Reason);
        return compilation.Summary! with { Publisher = publisher };
    }

    /// <summary>The choice that comes with the samples; null where none does.</summary>
    private static SummaryChoice? ChoiceOf(string subject)
    {
        var file = Path.Combine(Samples, "summaries", subject + ".json");
        return File.Exists(file) ? SummaryChoice.Parse(File.ReadAllText(file)) : null;
    }

    public static IReadOnlyList<TradeRow> Sample(string source)
    {
        var folder = Path.Combine(Samples, source);
        return Rows(Directory.EnumerateFiles(folder).Single(), Path.Combine(Samples, "sources", source + ".json"));
    }
}
