using System.CommandLine;
using System.Text.RegularExpressions;

namespace BriPipeline.Local.CommandLine;

/// <summary>The command line <c>bri</c>: public contract, DESIGN section 7.</summary>
internal sealed partial class BriCommand
{
    private readonly Terminal terminal;
    private readonly RootCommand root = new(
        "Reads bilateral trade figures from published workbooks, stores them and compiles summaries."
    );

    private readonly CommandStorage storage;

    private readonly Option<bool> samples = new("--samples")
    {
        Description = "Import the samples and compile their summaries.",
    };

    private readonly Option<int> port = new("--port")
    {
        Description = "Port of the page on this machine; 0 for any that is free.",
        HelpName = "PORT",
        DefaultValueFactory = _ => ServeCommand.UsualPort,
    };

    internal BriCommand(Terminal terminal)
    {
        this.terminal = terminal;
        storage = new(terminal);
        root.Add(storage.Data);
        AddServe();
        root.Add(WorkbookCommands.Read(terminal));
        root.Add(WorkbookCommands.Ask(storage, terminal));
        root.Add(WorkbookCommands.Import(storage));
        root.Add(SourceCommands.Sources(terminal));
        root.Add(SummaryCommands.Summarise(storage));
        root.Add(SummaryCommands.Approve(storage));
        root.Add(TradeCommands.Export(storage));
        foreach (var command in UploadCommands.All(storage))
        {
            root.Add(command);
        }

        root.Add(DiscardCommand.Of(storage));
        root.Add(TradeCommands.Verify(storage));
        root.Add(CompletionsCommand.Of(terminal));
        CommandExamples.AddTo(root);
    }

    /// <summary>What is wrong with a command line.</summary>
    internal IReadOnlyList<string> ErrorsOf(string line) => [.. root.Parse(line).Errors.Select(error => error.Message)];

    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    internal async Task<int> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            return SayErrors(parsed);
        }

        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(45),
            };
            var exit = await parsed.InvokeAsync(invocation, cancellation);
            await terminal.Output.FlushAsync(cancellation);
            return exit;
        }
        catch (UsageException wrong)
        {
            terminal.Say($"bri: {wrong.Message}");
            return ExitCodes.WrongUsage;
        }
        catch (LocalSetupException missing)
        {
            terminal.Say($"bri: {missing.Message}");
            return ExitCodes.Fault;
        }
        catch (Exception fault) when (StorageFaults.Tell(fault) is { } line)
        {
            terminal.Say($"bri: {line}");
            return ExitCodes.Fault;
        }
        catch (OperationCanceledException)
        {
            terminal.Say("Stopped.");
            return ExitCodes.Fault;
        }
        catch (Exception fault)
        {
            // Whatever the storage holds, people are told in a line.
            var line = fault.GetBaseException().Message.Split('\n')[0].TrimEnd();
            terminal.Say($"bri: {fault.GetBaseException().GetType().Name}: {line}");
            return ExitCodes.Fault;
        }
    }

    private void AddServe()
    {
        var serve = new Command("serve", "Run storage, watcher, schedule and page on this machine (the default).")
        {
            samples,
            port,
        };
        foreach (var command in (Command[])[root, serve])
        {
            command.SetAction((parsed, cancellation) => ServeAsync(parsed, cancellation));
        }

        root.Add(samples);
        root.Add(port);
        root.Add(serve);
    }

    private Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellation) =>
        new ServeCommand(storage.FolderOf(parsed), parsed.GetRequiredValue(port), parsed.GetValue(samples)).RunAsync(
            terminal,
            cancellation
        );

    private int SayErrors(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var names = command
            .Subcommands.Select(one => one.Name)
            .Concat(command.Options.Concat(root.Options.Where(one => one.Recursive)).Select(option => option.Name))
            .ToList();
        // Words behind one that is not understood are not understood either.
        var unmatched = parsed.UnmatchedTokens.Skip(1).Select(word => $"'{word}'").ToList();
        foreach (var error in parsed.Errors)
        {
            if (!unmatched.Exists(word => error.Message.Contains(word, StringComparison.Ordinal)))
            {
                var advice = QuotedWord().Match(error.Message) is { Success: true } word
                    ? Spelling.Meant(word.Groups["word"].Value, names)
                    : "";
                terminal.Say($"bri: {error.Message}{advice}");
            }
        }

        terminal.Say($"Usage: {UsageOf(command)} (--help says more)");
        return ExitCodes.WrongUsage;
    }

    private string UsageOf(Command command) =>
        command is RootCommand
            ? $"bri [{string.Join('|', root.Subcommands.Select(one => one.Name))}]"
            : $"bri {PathOf(command)} ...";

    /// <summary>"sources add": a command behind those that it is of; nothing for <c>bri</c> itself.</summary>
    internal static string PathOf(Command command) =>
        command is RootCommand ? ""
        : command.Parents.OfType<Command>().FirstOrDefault(parent => parent is not RootCommand) is { } parent
            ? $"{PathOf(parent)} {command.Name}"
        : command.Name;

    /// <summary>The word that a message of the parser does not understand.</summary>
    [GeneratedRegex("^Unrecognized [^']*'(?<word>[^']+)'", RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedWord();
}
