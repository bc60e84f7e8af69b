using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace BriPipeline.Local.CommandLine;

/// <summary>Help that ends with examples.</summary>
internal sealed class CommandExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <summary>By command, as it is typed behind <c>bri</c>; the first is of <c>bri</c> itself.</summary>
    internal static readonly (string Command, string[] Lines)[] All =
    [
        ("", ["bri serve --samples", "bri read exports.xlsx", "bri import 2023/ --source kz-bns"]),
        ("serve", ["bri serve --samples", "bri serve --port 8080 --data trade"]),
        (
            "read",
            [
                "bri read exports.xlsx > figures.csv",
                "bri read 2023/ --source kz-bns --sources profiles --findings findings.csv",
                "bri read exports.xlsx --explain",
            ]
        ),
        ("ask", ["bri ask exports.xlsx --source kz-bns --sources profiles"]),
        ("import", ["bri import exports.xlsx --source kz-bns", "bri import 2023/ --source kz-bns --sources profiles"]),
        ("sources", ["bri sources kazakhstan", "bri sources add kz-bns --sources profiles"]),
        ("sources add", ["bri sources add kz-bns --sources profiles"]),
        ("summarise", ["bri summarise 2022 --subject KAZ", "bri summarise 2023-07 --subject KAZ-CHN"]),
        (
            "approve",
            [
                "bri approve 2022 --subject KAZ --name \"A. Name\"",
                "bri approve 2022 --subject KAZ --name \"A. Name\" --reason \"The source confirmed the revision\"",
            ]
        ),
        (
            "export",
            [
                "bri export --reporter KAZ --partner CHN > kaz-chn.csv",
                "bri export --reporter KAZ --flow X --from 2022-01 --to 2022-12 --format sdmx-csv",
            ]
        ),
        ("accept", ["bri accept exports.xlsx --source kz-bns"]),
        ("retry", ["bri retry exports.xlsx --source kz-bns"]),
        ("replay", ["bri replay --source kz-bns", "bri replay --sources profiles"]),
        ("discard", ["bri discard kz-bns", "bri discard kz-bns/12"]),
        ("verify", ["bri verify", "bri verify --repair"]),
        ("completions", ["bri completions bash >> ~/.bashrc"]),
    ];

    /// <summary>Lets the help of a command line end with its examples.</summary>
    internal static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new CommandExamples((HelpAction)option.Action!);
    }

    /// <summary>Help is given whatever else is missing or wrong.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var exit = help.Invoke(parseResult);
        var command = BriCommand.PathOf(parseResult.CommandResult.Command);
        if (Array.Find(All, one => one.Command == command).Lines is { } lines)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var line in lines)
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }

        return exit;
    }
}
