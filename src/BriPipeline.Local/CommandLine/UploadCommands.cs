using System.CommandLine;

namespace BriPipeline.Local.CommandLine;

/// <summary>The commands over uploads: <c>accept</c>, <c>retry</c> and <c>replay</c>.</summary>
internal static class UploadCommands
{
    public static IEnumerable<Command> All(CommandStorage storage)
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
            var sources = CommandArguments.Sources();
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
                    storage.RunAsync(
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
            yield return command;
        }
    }
}
