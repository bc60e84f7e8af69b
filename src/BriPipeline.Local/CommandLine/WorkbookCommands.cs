using System.CommandLine;
using BriPipeline.Web;
using Microsoft.Extensions.Configuration;

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
            Description = "Write what was found wrong or odd to this CSV file.",
            HelpName = "FILE",
        };
        var questions = new Option<string?>("--questions")
        {
            Description =
                "Write what only a person can settle to this JSON file, with choices and what each would store.",
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
