using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Imports;

/// <summary>Answers to the questions of uploads: remembered in the source's profile, and the files read with them.</summary>
public sealed class Answering(ImportPorts ports, WorkbookImport import, TimeProvider clock)
{
    /// <summary>So many other uploads are looked through for the same questions, the newest first.</summary>
    private const int MaxOthers = 200;

    /// <summary>Remembers the answers.</summary>
    /// <param name="by">Who gave them.</param>
    public Task RememberAsync(
        string source,
        IReadOnlyList<AnswerChange> changes,
        string? by,
        CancellationToken cancellation
    )
    {
        var at = clock.GetUtcNow();
        return ports.Reference.ChangeProfileAsync(
            source,
            profile => AnswerChange.Apply(profile, changes, by, at),
            cancellation
        );
    }

    /// <summary>Reads the newest versions of paths again.</summary>
    /// <returns>How many were.</returns>
    public async Task<int> ReadAgainAsync(string source, IEnumerable<string> paths, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var path in paths)
        {
            count += await import.ReplayAsync(source, path, cancellation) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The other paths of a source whose newest version asks one of the same questions.</summary>
    public async Task<IReadOnlyList<string>> FindOthersAsync(
        string source,
        string path,
        IReadOnlyCollection<Question> questions,
        CancellationToken cancellation
    )
    {
        var ids = questions.Select(question => question.Id).ToHashSet(StringComparer.Ordinal);
        if (ids.Count == 0)
        {
            return [];
        }

        var others = new List<string>();
        foreach (var upload in await AskingAsync(source, cancellation))
        {
            if (
                upload.Path != path
                && (await UploadQuestions.FindAsync(ports.Reports, upload.Report, cancellation)).Any(question =>
                    ids.Contains(question.Id)
                )
            )
            {
                others.Add(upload.Path);
            }
        }

        return others;
    }

    /// <summary>The paths of a source of which the newest version could be read otherwise by an answer for these files.</summary>
    /// <param name="files">The pattern of file names; null for all of the source.</param>
    public async Task<IReadOnlyList<string>> FindReachedAsync(
        string source,
        string? files,
        CancellationToken cancellation
    ) =>
        [
            .. (await NewestAsync(source, cancellation))
                .Where(upload => files is null || FilePattern.Matches(files, NameOf(upload.Path)))
                .Select(upload => upload.Path),
        ];

    private async Task<IEnumerable<UploadRecord>> AskingAsync(string source, CancellationToken cancellation) =>
        (await NewestAsync(source, cancellation)).Where(upload => upload.Questions > 0).Take(MaxOthers);

    private async Task<IReadOnlyList<UploadRecord>> NewestAsync(string source, CancellationToken cancellation) =>
        await ports
            .Ledger.ListAsync(source, cancellation)
            .DistinctBy(upload => upload.Path, StringComparer.Ordinal)
            .Where(upload => upload.IsEnded || upload.State == UploadState.Held)
            .ToListAsync(cancellation);

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
