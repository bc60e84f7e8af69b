using System.CommandLine;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;
using BriPipeline.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Local.CommandLine;

/// <summary>The commands that take workbooks: <c>read</c> and <c>import</c>.</summary>
internal static class WorkbookCommands
{
    public static Command Read(Terminal terminal)
    {
        var files = CommandArguments.Files();
        var source = new Option<string?>("--source")
        {
            Description = "The source whose profile applies.",
            HelpName = "NAME",
        };
        var sources = CommandArguments.Sources();
        var findings = new Option<string?>("--findings")
        {
            Description = "Write the findings to this CSV file.",
            HelpName = "FILE",
        };
        var questions = new Option<string?>("--questions")
        {
            Description = "Write the open questions to this JSON file, with their choices and what each would store.",
            HelpName = "FILE",
        };
        var answers = new Option<string?>("--answers")
        {
            Description = "Read with the answers of this JSON file, after those of the profile.",
            HelpName = "FILE",
        };
        var annotate = new Option<string?>("--annotate")
        {
            Description = "Write a copy of each workbook with its findings marked into this folder, as .xlsx.",
            HelpName = "DIR",
        };
        var explain = new Option<bool>("--explain")
        {
            Description = "Say on standard error how each file was understood.",
        };
        var columns = new Option<string?>("--columns")
        {
            Description = "'all' adds variant, valuation, edition, partner and commodity labels.",
            HelpName = "all",
        };
        columns.AcceptOnlyFromAmong("all");
        var read = new Command("read", "Print the figures of workbooks as CSV, without any storage.")
        {
            files,
            source,
            sources,
            findings,
            questions,
            answers,
            annotate,
            explain,
            columns,
        };
        read.SetAction(
            (parsed, cancellation) =>
                new ReadCommand(
                    parsed.GetRequiredValue(files),
                    parsed.GetValue(source),
                    parsed.GetValue(sources),
                    parsed.GetValue(findings),
                    parsed.GetValue(questions),
                    parsed.GetValue(answers),
                    parsed.GetValue(annotate),
                    parsed.GetValue(explain),
                    parsed.GetValue(columns) is not null,
                    Today()
                ).RunAsync(terminal, cancellation)
        );
        return read;
    }

    public static Command Ask(CommandStorage storage, Terminal terminal)
    {
        var files = CommandArguments.Files();
        var source = CommandArguments.RequiredSource();
        var sources = CommandArguments.Sources();
        var ask = new Command(
            "ask",
            "Answer the open questions of files, one key a question: a number chooses, ? takes a code that is typed in, Enter skips."
        )
        {
            files,
            source,
            sources,
        };
        ask.SetAction(
            (parsed, cancellation) =>
            {
                var (names, name) = (parsed.GetRequiredValue(files), parsed.GetRequiredValue(source));
                return parsed.GetValue(sources) is { } folder
                    ? AskAsync(names, name, folder, terminal, cancellation)
                    : storage.RunAsync(
                        parsed,
                        (services, _, stopping) => AskAsync(names, name, services, terminal, stopping),
                        cancellation
                    );
            }
        );
        return ask;
    }

    /// <summary>With the profile of a folder, where the answers go too.</summary>
    private static async Task<int> AskAsync(
        string[] files,
        string source,
        string folder,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        var profile = await Profiles.ReadOrBeginAsync(source, folder, cancellation);
        return await new AskCommand(
            files,
            await Profiles.PinAsync(profile, folder, cancellation),
            async (answers, stopping) =>
            {
                profile = AnswerChange.Apply(profile, answers, Environment.UserName, TimeProvider.System.GetUtcNow());
                await Profiles.WriteAsync(profile, folder, stopping);
            },
            Today()
        ).RunAsync(terminal, cancellation);
    }

    /// <summary>With the profile that is stored, and what all sources share.</summary>
    private static async Task<int> AskAsync(
        string[] files,
        string source,
        IServiceProvider services,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        var answering = services.GetRequiredService<Answering>();
        return await new AskCommand(
            files,
            await Profiles.FindStoredAsync(source, services.GetRequiredService<IReferenceStore>(), cancellation),
            (answers, stopping) => answering.RememberAsync(source, answers, Environment.UserName, stopping),
            Today()
        ).RunAsync(terminal, cancellation);
    }

    private static DateOnly Today()
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        return new ReportingCalendar(TimeProvider.System, ReportingCalendar.ZoneOf(settings)).Today;
    }

    public static Command Import(CommandStorage storage)
    {
        var files = CommandArguments.Files();
        var source = CommandArguments.RequiredSource();
        var sources = CommandArguments.Sources();
        var import = new Command("import", "Upload workbooks, import them and say what changed.")
        {
            files,
            source,
            sources,
        };
        import.SetAction(
            (parsed, cancellation) =>
                storage.RunAsync(
                    parsed,
                    new ImportCommand(
                        parsed.GetRequiredValue(files),
                        parsed.GetRequiredValue(source),
                        parsed.GetValue(sources),
                        storage.FolderOf(parsed)
                    ).RunAsync,
                    cancellation
                )
        );
        return import;
    }
}
