using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Reports.Annotation;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Local.CommandLine;

/// <summary><c>bri read</c>: what the files hold, without any storage.</summary>
/// <param name="Today">The date where the figures are reported.</param>
internal sealed record ReadCommand(
    IReadOnlyList<string> Files,
    string? Source,
    string? Sources,
    string? FindingsFile,
    string? QuestionsFile,
    string? AnswersFile,
    string? AnnotateFolder,
    bool Explain,
    bool AllColumns,
    DateOnly Today
)
{
    internal async Task<int> RunAsync(Terminal terminal, CancellationToken cancellation)
    {
        var profile = await Profiles.PinAsync(
            await Profiles.FindAsync(Source, Sources, terminal, cancellation),
            Sources,
            cancellation
        );
        if (AnswersFile is not null)
        {
            profile = profile with
            {
                Answers = [.. profile.Answers ?? [], .. await AnswersAsync(AnswersFile, cancellation)],
            };
        }

        var files = InputFiles.Of(Files);
        await using var findings = FindingsFile is null ? null : OpenFindings(FindingsFile);
        findings?.Write(ReadingCsv.FindingsHeader + "\n");
        terminal.Output.Write(ReadingCsv.ObservationsHeader + (AllColumns ? ReadingCsv.MoreColumns : "") + "\n");
        var exit = ExitCodes.Done;
        var questions = QuestionsFile is null ? null : new List<FileQuestions>();
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            exit = Math.Max(exit, Read(file, profile, terminal, findings, questions));
        }

        if (questions is not null)
        {
            await WriteAsync(QuestionsFile!, QuestionJson.Write(questions), cancellation);
        }

        await terminal.Output.FlushAsync(cancellation);
        return exit;
    }

    private int Read(
        InputFile file,
        SourceProfile profile,
        Terminal terminal,
        StreamWriter? findings,
        List<FileQuestions>? questions
    )
    {
        using var content = file.Open();
        using var archive = ArchivedFiles.Find(content, file.Path);
        if (archive is null)
        {
            return Read(content, file, profile, terminal, findings, questions);
        }

        var exit = ExitCodes.Done;
        foreach (var entry in archive.Names)
        {
            using var inner = ArchivedFiles.Open(archive, entry);
            var within = new InputFile(entry, $"{file.Name}/{entry}");
            exit = Math.Max(exit, Read(inner, within, profile, terminal, findings, questions));
        }

        return exit;
    }

    /// <param name="file">Of a file in an archive the name has the archive's before it.</param>
    private int Read(
        Stream content,
        InputFile file,
        SourceProfile profile,
        Terminal terminal,
        StreamWriter? findings,
        List<FileQuestions>? questions
    )
    {
        var name = file.Name;
        // The lines are drafted as the figures are read; most often none is taken back, and they stand.
        using var draft = new DraftLines();
        var lines = new ObservationLines(draft.Writer, name, allColumns: false, edition: null);
        var reading = Reading.Read(content, name, profile, AllColumns ? null : lines.Write, Today);
        // The choices of an annotated workbook are taken, as an import takes them.
        var hasGiven = reading.Given.Count > 0;
        reading = hasGiven ? reading.WithGiven() : reading;
        // A file that is held or rejected gives no rows: nobody has accepted them.
        if (reading.Outcome == ReadingOutcome.Accepted)
        {
            if (reading.KeepsAll && !AllColumns && !hasGiven)
            {
                draft.CopyTo(terminal.Output);
            }
            else
            {
                lines = ReadingCsv.WriteObservations(terminal.Output, name, reading, AllColumns);
            }
        }

        if (findings is not null)
        {
            ReadingCsv.WriteFindings(findings, name, reading.Findings);
        }

        var open = Questions.Of(reading, questions is null ? 0 : Questions.MaxCells);
        questions?.Add(new(name, open));
        if (AnnotateFolder is not null)
        {
            Annotate(AnnotateFolder, file.Path, content, reading, open);
        }

        if (Explain)
        {
            Explanation.Write(terminal.Error, name, reading);
        }

        terminal.Say(Summary(name, reading, terminal));
        // The columns of a line are a contract, and the variant is not among them.
        if (reading.Outcome == ReadingOutcome.Accepted && !AllColumns && lines.Variants.Count > 0)
        {
            terminal.Say(
                $"  There are series of variants ({string.Join(", ", lines.Variants)}); --columns all prints which figures are theirs."
            );
        }

        FindingLines.Write(
            terminal,
            reading.Findings.Select(finding => ReportFinding.Of(name, finding)),
            FindingsFile is null ? "--findings FILE lists them" : $"{FindingsFile} lists them"
        );
        foreach (var question in open)
        {
            terminal.Say(QuestionLines.Of(question));
        }

        return ExitCodes.Of(reading.Outcome, reading.Findings);
    }

    private static string Summary(string name, Reading reading, Terminal terminal)
    {
        var rejected = reading.Findings.Count(finding => finding.Code.Severity >= Severity.RejectCell);
        var others = reading.Findings.Count - rejected;
        var line = reading.Outcome switch
        {
            ReadingOutcome.Accepted => $"{name}: {terminal.Paint("read", Colour.Green)}",
            ReadingOutcome.Held => $"{name}: {terminal.Paint("held", Colour.Yellow)}: {reading.Cause}",
            _ => $"{name}: {terminal.Paint("rejected", Colour.Red)}: {reading.Cause}",
        };
        return reading.Findings.Count == 0
            ? line
            : $"{line} (findings on what was not read: {rejected}; warnings and notes: {others})";
    }

    private static void Annotate(
        string folder,
        string file,
        Stream content,
        Reading reading,
        IReadOnlyList<Question> questions
    )
    {
        var name = Path.GetFileName(file);
        var target = Path.Combine(folder, AnnotatedWorkbook.NameOf(name));
        if (Path.GetFullPath(target) == Path.GetFullPath(file))
        {
            throw new UsageException($"--annotate {folder} would overwrite {file}: name another folder.");
        }

        try
        {
            Directory.CreateDirectory(folder);
            using var output = File.Create(target);
            IReadOnlyList<ReportFinding> findings =
            [
                .. reading.Findings.Select(finding => ReportFinding.Of(name, finding)),
            ];
            AnnotatedWorkbook.Write(content, name, findings, output, questions);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{target} cannot be written: {closed.Message}", closed);
        }
    }

    private static async Task<IReadOnlyList<Answer>> AnswersAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return QuestionJson.ReadAnswers(await File.ReadAllTextAsync(file, cancellation));
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be opened: {closed.Message}", closed);
        }
        catch (JsonException unreadable)
        {
            throw new UsageException($"{file} is no list of answers: {unreadable.Message}", unreadable);
        }
    }

    private static async Task WriteAsync(string file, string text, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllTextAsync(file, text, cancellation);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be written: {closed.Message}", closed);
        }
    }

    private static StreamWriter OpenFindings(string file)
    {
        try
        {
            return Terminal.Writer(File.Create(file), autoFlush: false);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be written: {closed.Message}", closed);
        }
    }
}
