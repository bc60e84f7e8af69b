using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Imports;

/// <summary>Remembers how the workbooks of a source are laid out: the reports of its applied versions say it.</summary>
internal sealed class LayoutMemory(string source, IReportStore reports)
{
    /// <summary>Differences that are named at most.</summary>
    private const int Named = 5;

    /// <summary>The reading with a warning where it is laid out as no applied version of its source is.</summary>
    public async Task<ReadingResult> CompareAsync(
        ReadingResult reading,
        LayoutReport? explanation,
        SourceState state,
        string path,
        CancellationToken cancellation
    )
    {
        var known = state.Applied.Where(version => version.Layout is not null).ToList();
        if (explanation is not { } now || known.Count == 0 || known.Exists(one => one.Layout == reading.Layout))
        {
            return reading;
        }

        var last =
            known.Find(version => version.Path == path)
            ?? known.MaxBy(version => (version.Seen, version.LastModified))!;
        var name = $"{ImportReport.NameOf(source, last.Path, last.LastModified)}/{LayoutReport.FileName}";
        var before = await reports.FindAsync(name, cancellation);
        var differences = before is null ? [] : LayoutComparison.Differences(LayoutReport.Parse(before), now);
        var finding = Finding.OfFile(FindingCodes.LayoutChanged, last.Path, Text(differences));
        return reading with { Findings = [.. reading.Findings, finding] };
    }

    private static string Text(IReadOnlyList<string> differences) =>
        differences.Count == 0
            ? "its columns are others"
            : string.Join("; ", differences.Take(Named))
                + (differences.Count > Named ? $"; and {differences.Count - Named} more" : "");
}
