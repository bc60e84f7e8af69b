using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BriPipeline.Core.Trade;
using BriPipeline.Web;
using Microsoft.Extensions.Configuration;

namespace BriPipeline.Local.CommandLine;

/// <summary>The command line <c>bri</c>: public contract, DESIGN section 7.</summary>
internal sealed class BriCommand
{
    private readonly Terminal terminal;
    private readonly RootCommand root = new(
        "Bilateral trade figures from published workbooks to tables and summaries."
    );

    private readonly Option<string> data = new("--data")
    {
        Description = "Folder of the local storage.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".data",
        Recursive = true,
    };

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
        root.Add(data);
        AddServe();
        AddRead();
        AddImport();
        AddSummarise();
        AddApprove();
        AddExport();
        AddUploadCommands();
        AddVerify();
    }

    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    internal async Task<int> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                terminal.Say($"bri: {error.Message}");
            }

            terminal.Say($"Usage: {UsageOf(parsed.CommandResult.Command)} (--help says more)");
            return ExitCodes.WrongUsage;
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
        new ServeCommand(
            parsed.GetRequiredValue(data),
            parsed.GetRequiredValue(port),
            parsed.GetValue(samples)
        ).RunAsync(terminal, cancellation);

    private void AddRead()
    {
        var files = Files();
        var source = new Option<string?>("--source")
        {
            Description = "The source whose profile applies.",
            HelpName = "NAME",
        };
        var sources = Sources();
        var findings = new Option<string?>("--findings")
        {
            Description = "Write what was found wrong or odd to this CSV file.",
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
                    parsed.GetValue(annotate),
                    parsed.GetValue(explain),
                    parsed.GetValue(columns) is not null,
                    Today()
                ).RunAsync(terminal, cancellation)
        );
        root.Add(read);
    }

    private static DateOnly Today()
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        return new ReportingCalendar(TimeProvider.System, ReportingCalendar.ZoneOf(settings)).Today;
    }

    private void AddImport()
    {
        var files = Files();
        var source = RequiredSource();
        var sources = Sources();
        var import = new Command("import", "Upload workbooks, import them and say what changed.")
        {
            files,
            source,
            sources,
        };
        import.SetAction(
            (parsed, cancellation) =>
                WithStorageAsync(
                    parsed,
                    new ImportCommand(
                        parsed.GetRequiredValue(files),
                        parsed.GetRequiredValue(source),
                        parsed.GetValue(sources),
                        parsed.GetRequiredValue(data)
                    ).RunAsync,
                    cancellation
                )
        );
        root.Add(import);
    }

    private void AddSummarise()
    {
        var period = new Argument<TimePeriod>("PERIOD")
        {
            Description = "A month (2023-07) or a year (2022).",
            CustomParser = result => ReadPeriod(result),
        };
        var subject = new Option<string?>("--subject")
        {
            Description =
                "A reporter (KAZ), a pair (KAZ-CHN) or a region and a partner (143-CHN); all that are known for the period where it is not given.",
            HelpName = "KAZ",
        };
        var summarise = new Command("summarise", "Compile summaries now and say where the documents are.")
        {
            period,
            subject,
        };
        summarise.SetAction(
            (parsed, cancellation) =>
                WithStorageAsync(
                    parsed,
                    new SummariseCommand(
                        parsed.GetRequiredValue(period),
                        parsed.GetValue(subject),
                        parsed.GetRequiredValue(data)
                    ).RunAsync,
                    cancellation
                )
        );
        root.Add(summarise);
    }

    private void AddApprove()
    {
        var period = new Argument<TimePeriod>("PERIOD")
        {
            Description = "A month (2023-07) or a year (2022).",
            CustomParser = result => ReadPeriod(result),
        };
        var subject = new Option<string>("--subject")
        {
            Description = "A reporter (KAZ), a pair (KAZ-CHN) or a region and a partner (143-CHN).",
            HelpName = "KAZ",
            Required = true,
        };
        var name = new Option<string>("--name")
        {
            Description = "Who approves; stands on the documents.",
            HelpName = "NAME",
            Required = true,
        };
        var approve = new Command("approve", "Put a name and the time on the newest edition of a summary.")
        {
            period,
            subject,
            name,
        };
        approve.SetAction(
            (parsed, cancellation) =>
                WithStorageAsync(
                    parsed,
                    new ApproveCommand(
                        parsed.GetRequiredValue(period),
                        parsed.GetRequiredValue(subject),
                        parsed.GetRequiredValue(name)
                    ).RunAsync,
                    cancellation
                )
        );
        root.Add(approve);
    }

    private void AddExport()
    {
        var reporter = new Option<string?>("--reporter") { Description = "Only this reporter.", HelpName = "KAZ" };
        var partner = new Option<string?>("--partner") { Description = "Only this partner.", HelpName = "CHN" };
        var flow = new Option<TradeFlow?>("--flow") { Description = "Only this flow.", HelpName = "X" };
        var commodity = new Option<string?>("--commodity") { Description = "Only this commodity.", HelpName = "TOTAL" };
        var from = Period("--from", "Only periods that end in or after this one.");
        var to = Period("--to", "Only periods that start in or before this one.");
        var asOf = new Option<DateTimeOffset?>("--as-of")
        {
            Description = "What was known at this time (ISO 8601, UTC where no offset is given).",
            HelpName = "TIME",
            CustomParser = ReadTime,
        };
        var format = new Option<string>("--format")
        {
            Description = "How to print the rows.",
            DefaultValueFactory = _ => TradeOutput.Csv,
        };
        format.AcceptOnlyFromAmong(TradeOutput.Csv, TradeOutput.Json, TradeOutput.SdmxCsv);
        var export = new Command("export", "Print stored rows, sorted by key.")
        {
            reporter,
            partner,
            flow,
            commodity,
            from,
            to,
            asOf,
            format,
        };
        export.SetAction(
            (parsed, cancellation) =>
            {
                var query = new TradeQuery
                {
                    Reporter = parsed.GetValue(reporter) is { } one ? new Area(one) : null,
                    Partner = parsed.GetValue(partner) is { } other ? new Area(other) : null,
                    Flow = parsed.GetValue(flow),
                    Commodity = parsed.GetValue(commodity) is { } code ? new Commodity(code) : null,
                    From = parsed.GetValue(from),
                    To = parsed.GetValue(to),
                    AsOf = parsed.GetValue(asOf),
                };
                return WithStorageAsync(
                    parsed,
                    new ExportCommand(query, parsed.GetRequiredValue(format)).RunAsync,
                    cancellation
                );
            }
        );
        root.Add(export);
    }

    private void AddUploadCommands()
    {
        (string Name, string Description, ReopenCommand.Kind Kind)[] commands =
        [
            ("accept", "Store held uploads as they are.", ReopenCommand.Kind.Accept),
            ("retry", "Read failed, rejected or held uploads again.", ReopenCommand.Kind.Retry),
            (
                "replay",
                "Read uploads again from the archive, as after a change of profile or program.",
                ReopenCommand.Kind.Replay
            ),
        ];
        foreach (var (name, description, kind) in commands)
        {
            var paths = new Argument<string[]>("PATH")
            {
                Description = "Paths of uploads below their source.",
                Arity = kind == ReopenCommand.Kind.Replay ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore,
            };
            var isReplay = kind == ReopenCommand.Kind.Replay;
            var source = new Option<string?>("--source")
            {
                Description = isReplay ? "Only this source." : "The source that publishes the workbooks.",
                HelpName = "NAME",
                Required = !isReplay,
            };
            var sources = Sources();
            var command = new Command(name, description) { paths, source };
            if (isReplay)
            {
                sources.Description += " They, and aliases.json there, are stored first.";
                command.Add(sources);
            }

            command.Validators.Add(result =>
            {
                if (result.GetValue(source) is null && result.GetValue(paths) is { Length: > 0 })
                {
                    result.AddError("--source must say whose uploads the paths are.");
                }
            });
            command.SetAction(
                (parsed, cancellation) =>
                    WithStorageAsync(
                        parsed,
                        new ReopenCommand(
                            kind,
                            parsed.GetValue(source),
                            parsed.GetValue(paths) ?? [],
                            isReplay ? parsed.GetValue(sources) : null
                        ).RunAsync,
                        cancellation
                    )
            );
            root.Add(command);
        }
    }

    private void AddVerify()
    {
        var repair = new Option<bool>("--repair") { Description = "Mend what differs." };
        var verify = new Command("verify", "Compute the rows anew from the manifests and report any difference.")
        {
            repair,
        };
        verify.SetAction(
            (parsed, cancellation) =>
                WithStorageAsync(parsed, new VerifyCommand(parsed.GetValue(repair)).RunAsync, cancellation)
        );
        root.Add(verify);
    }

    private async Task<int> WithStorageAsync(
        ParseResult parsed,
        Func<IServiceProvider, Terminal, CancellationToken, Task<int>> run,
        CancellationToken cancellation
    )
    {
        await using var storage = await LocalStorage.OpenAsync(
            parsed.GetRequiredValue(data),
            terminal.Say,
            cancellation
        );
        await using var services = LocalServices.Of(storage.Configuration);
        return await run(services, terminal, cancellation);
    }

    private static string UsageOf(Command command) =>
        command is RootCommand
            ? "bri [serve|read|import|summarise|approve|export|accept|retry|replay|verify]"
            : $"bri {command.Name} ...";

    private static Argument<string[]> Files()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Workbooks: .xls, .xlsx, .csv, HTML tables.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.Validators.Add(result =>
        {
            // The parser takes a mistyped option for one more file.
            foreach (
                var token in result.Tokens.Where(token => token.Value.StartsWith('-') && !File.Exists(token.Value))
            )
            {
                result.AddError($"Unrecognized option '{token.Value}'.");
            }
        });
        return files;
    }

    private static Option<string> RequiredSource() =>
        new("--source")
        {
            Description = "The source that publishes the workbooks.",
            HelpName = "NAME",
            Required = true,
        };

    private static Option<string?> Sources() =>
        new("--sources") { Description = "Folder of source profiles, NAME.json each.", HelpName = "DIR" };

    private static Option<TimePeriod?> Period(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "PERIOD",
            CustomParser = result => ReadPeriod(result),
        };

    private static TimePeriod ReadPeriod(ArgumentResult result)
    {
        try
        {
            return TimePeriod.Parse(result.Tokens[0].Value);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentOutOfRangeException)
        {
            result.AddError(
                $"'{result.Tokens[0].Value}' is not a period such as 2022, 2022-Q3, 2022-07 or 2023-01--2023-07."
            );
            return default;
        }
    }

    private static DateTimeOffset? ReadTime(ArgumentResult result)
    {
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, Styles, out var time))
        {
            return time;
        }

        result.AddError($"'{result.Tokens[0].Value}' is not a time such as 2023-02-20 or 2023-02-20T09:30:00Z.");
        return null;
    }
}
