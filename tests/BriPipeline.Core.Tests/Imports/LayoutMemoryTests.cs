using System.Text;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Imports;

public sealed class LayoutMemoryTests
{
    private const string Header = "Country,Exports,Imports";

    private readonly Reports reports = new();

    [Fact]
    public async Task Compare_Warns_AndSaysWhatDiffers()
    {
        var state = await ApplyAsync(SourceState.Empty, "2022.csv", Header);

        var changed = await CompareAsync(state, "2023.csv", "Country,Exports,Turnover,Imports");

        var finding = Assert.Single(changed.Findings, finding => finding.Code.Id == "layout-changed");
        Assert.Equal(
            "The layout of the workbook differs from that of 2022.csv, the last of its source: a column was added between B and C: turnover (\"Turnover\").",
            finding.Message
        );
        Assert.Equal(ReadingOutcome.Accepted, changed.Outcome);
    }

    [Fact]
    public async Task Compare_IsSilent_ForTheFirstWorkbookAndForEveryKnownLayout()
    {
        var state = await ApplyAsync(SourceState.Empty, "a.csv", Header);
        state = await ApplyAsync(state, "b.csv", "Country,Exports,Turnover,Imports");

        Assert.Empty(Changes(await CompareAsync(SourceState.Empty, "a.csv", Header)));
        Assert.Empty(Changes(await CompareAsync(state, "c.csv", Header)));
    }

    [Fact]
    public async Task Compare_NamesThePathsOwnLastVersion_BeforeTheSources()
    {
        var state = await ApplyAsync(SourceState.Empty, "a.csv", Header);
        state = await ApplyAsync(state, "b.csv", "Country,Exports,Turnover,Imports");

        var changed = await CompareAsync(state, "a.csv", "Country,Exports,Re-exports");

        Assert.Contains("that of a.csv", Assert.Single(Changes(changed)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_Holds_WhereTheProfileAsksForIt()
    {
        var state = await ApplyAsync(SourceState.Empty, "a.csv", Header);

        var held = await CompareAsync(
            state,
            "b.csv",
            "Country,Imports,Exports",
            Profile with
            {
                Hold = new() { ChangedLayout = true },
            }
        );

        Assert.Equal(ReadingOutcome.Held, held.Outcome);
        Assert.StartsWith(
            "The workbook is held because of the finding \"Layout differs from before\"",
            held.Cause,
            StringComparison.Ordinal
        );
    }

    private static SourceProfile Profile { get; } =
        SourceProfile.Parse("""{ "name": "kz", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }""");

    private static IEnumerable<string> Changes(ReadingResult reading) =>
        reading.Findings.Where(finding => finding.Code.Id == "layout-changed").Select(finding => finding.Message);

    private static ReadingResult Read(string header)
    {
        var figures = string.Concat(Enumerable.Range(1, header.Count(c => c == ',')).Select(i => $",{i * 40}"));
        var text = $"\"Trade in 2022, thousand USD\",\n{header}\nChina{figures}\nRussia{figures}\n";
        return Reading.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv", Profile).ToResult();
    }

    private async Task<ReadingResult> CompareAsync(
        SourceState state,
        string path,
        string header,
        SourceProfile? profile = null
    ) =>
        HoldRules.Apply(
            await new LayoutMemory("kz", reports).CompareAsync(
                Read(header),
                LayoutExplanation.Of(Read(header).Reading!),
                state,
                path,
                default
            ),
            (profile ?? Profile).Hold
        );

    private async Task<SourceState> ApplyAsync(SourceState state, string path, string header)
    {
        var reading = Read(header);
        var time = DateTimeOffset.UnixEpoch.AddDays(state.Applied.Count);
        await reports.PutAsync(
            $"{ImportReport.NameOf("kz", path, time)}/{LayoutReport.FileName}",
            "application/json",
            LayoutExplanation.Of(reading.Reading!)!.ToJson(),
            default
        );
        return state.With(new(path, "", "", "", time, "", 0, reading.Layout));
    }

    private sealed class Reports : IReportStore
    {
        private readonly Dictionary<string, byte[]> files = new(StringComparer.Ordinal);

        public Task PutAsync(
            string name,
            string contentType,
            ReadOnlyMemory<byte> content,
            CancellationToken cancellation
        )
        {
            files[name] = content.ToArray();
            return Task.CompletedTask;
        }

        public Task<byte[]?> FindAsync(string name, CancellationToken cancellation) =>
            Task.FromResult(files.GetValueOrDefault(name));
    }
}
