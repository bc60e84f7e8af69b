using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Local.CommandLine;

/// <summary><c>bri ask</c>: the open questions of files in the terminal, one keypress each. Answers are saved after each round.</summary>
/// <param name="Profile">Of the source, with its pinned layout.</param>
/// <param name="SaveAsync">Remembers answers.</param>
/// <param name="Today">The date where the figures are reported.</param>
internal sealed record AskCommand(
    IReadOnlyList<string> Files,
    SourceProfile Profile,
    Func<IReadOnlyList<AnswerChange>, CancellationToken, Task> SaveAsync,
    DateOnly Today
)
{
    internal async Task<int> RunAsync(Terminal terminal, CancellationToken cancellation)
    {
        var (exit, profile) = (ExitCodes.Done, Profile);
        foreach (var file in InputFiles.Of(Files))
        {
            await using var content = file.Open();
            using var archive = ArchivedFiles.Find(content, file.Path);
            foreach (var entry in archive?.Names ?? [file.Name])
            {
                await using var inner = archive is null ? null : ArchivedFiles.Open(archive, entry);
                (var reading, profile) = await AskAsync(
                    inner ?? content,
                    Path.GetFileName(entry),
                    profile,
                    terminal,
                    cancellation
                );
                exit = Math.Max(exit, ExitCodes.Of(reading.Outcome, reading.Findings));
            }
        }

        return exit;
    }

    /// <summary>Asks what the file leaves open, and again what depends on the answers.</summary>
    private async Task<(Reading Reading, SourceProfile Profile)> AskAsync(
        Stream content,
        string name,
        SourceProfile profile,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        var skipped = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            content.Position = 0;
            var reading = Reading.Read(content, name, profile, today: Today);
            var open = Questions.Of(reading).Where(question => !skipped.Contains(question.Id)).ToList();
            if (open.Count == 0)
            {
                terminal.Say(EndOf(name, reading, skipped.Count));
                return (reading, profile);
            }

            terminal.Say(
                $"{name}: {open.Count} questions; {WaitingFigures.Count(reading.Findings)} figures depend on the answers."
            );
            var answers = new List<AnswerChange>();
            foreach (var (index, question) in open.Index())
            {
                cancellation.ThrowIfCancellationRequested();
                QuestionLines.Write(terminal, question, index + 1, open.Count);
                if (Choose(terminal, question) is { } code)
                {
                    answers.Add(new(question.Kind, question.About, code, question.Files));
                }
                else
                {
                    skipped.Add(question.Id);
                }
            }

            await SaveAsync(answers, cancellation);
            profile = AnswerChange.Apply(profile, answers, Environment.UserName, TimeProvider.System.GetUtcNow());
        }
    }

    /// <returns>Null where the question is skipped.</returns>
    private static string? Choose(Terminal terminal, Question question)
    {
        while (true)
        {
            var key = terminal.Input.Read();
            if (key is -1 or '\n' or '\r')
            {
                terminal.Say("  skipped");
                return null;
            }

            if (QuestionLines.OptionAt(question, (char)key) is { } option)
            {
                terminal.Say($"  {option.Text.En}");
                return option.Is;
            }

            if (key == '?' && question.Free is { } list)
            {
                terminal.Error.Write($"  a code of {list}: ");
                var typed = terminal.Input.ReadLine() ?? "";
                if (AnswerCodes.Find(question.Kind, typed, question) is { } code)
                {
                    terminal.Say($"  {QuestionTexts.OfOption(question.Kind, code).En}");
                    return code;
                }

                terminal.Say($"  '{typed}' is no answer to this question.");
            }
        }
    }

    private static string EndOf(string name, Reading reading, int skipped)
    {
        var figures = reading.Outcome == ReadingOutcome.Accepted ? reading.Observations().Count() : 0;
        var open = skipped == 0 ? "no question is open" : $"{skipped} questions are left open";
        return $"{name}: {figures} figures would be stored; {open}.";
    }
}
