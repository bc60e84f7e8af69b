using System.CommandLine;
using System.Globalization;
using BriPipeline.Core.Sources;

namespace BriPipeline.Local.CommandLine;

/// <summary><c>bri sources</c>: lists offices and organisations, and makes a source's profile from one of them.</summary>
internal static class SourceCommands
{
    public static Command Sources(Terminal terminal)
    {
        var words = new Argument<string[]>("WORD")
        {
            Description =
                "Only those with these words: a country, a name or an abbreviation, in English, Russian, Kazakh or Chinese.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var sources = new Command("sources", "List offices and organisations to make a source's profile from.")
        {
            words,
            Add(terminal),
        };
        sources.SetAction(parsed => List(string.Join(' ', parsed.GetValue(words) ?? []), terminal));
        return sources;
    }

    private static Command Add(Terminal terminal)
    {
        var name = new Argument<string>("GALLERY-NAME") { Description = "The name of an office, as the list has it." };
        var source = new Option<string?>("--source")
        {
            Description = "Another short name for the source.",
            HelpName = "NAME",
        };
        var folder = new Option<string>("--sources")
        {
            Description = "Folder for the profile, NAME.json; the current one where it is not given.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".",
        };
        var add = new Command("add", "Write the profile of a source that publishes as an office of the list does.")
        {
            name,
            source,
            folder,
        };
        add.SetAction(
            (parsed, cancellation) =>
                AddAsync(
                    parsed.GetRequiredValue(name),
                    parsed.GetValue(source),
                    parsed.GetRequiredValue(folder),
                    terminal,
                    cancellation
                )
        );
        return add;
    }

    private static int List(string words, Terminal terminal)
    {
        var found = Gallery.Standard.Find(words);
        foreach (var entry in found)
        {
            terminal.Output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{entry.Name, -16}{entry.Reporter ?? "-", -5}{entry.Title["en"]}"
                )
            );
        }

        terminal.Say(
            found.Count == 0
                ? $"No office matches '{words}'. bri sources lists all of them."
                : "bri sources add NAME --sources DIR writes a profile."
        );
        return ExitCodes.Done;
    }

    private static async Task<int> AddAsync(
        string name,
        string? source,
        string folder,
        Terminal terminal,
        CancellationToken cancellation
    )
    {
        if (Gallery.Standard.Named(name) is not { } entry)
        {
            var near = string.Join(", ", Gallery.Standard.Find(name).Take(5).Select(one => one.Name));
            throw new UsageException(
                near.Length == 0
                    ? $"There is no office '{name}'. bri sources lists all of them."
                    : $"There is no office '{name}'. Do you mean {near}?"
            );
        }

        source ??= entry.Name;
        Profiles.RequireName(source);
        var file = Path.Combine(folder, source + ".json");
        try
        {
            Directory.CreateDirectory(folder);
            await using var stream = new FileStream(file, FileMode.CreateNew);
            await using var writer = new StreamWriter(stream);
            await writer.WriteAsync((entry.ToProfile(source).ToJson() + "\n").AsMemory(), cancellation);
        }
        catch (IOException taken) when (File.Exists(file))
        {
            throw new UsageException($"{file} is there already: name another with --source, or delete it.", taken);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be written: {closed.Message}", closed);
        }

        terminal.Output.WriteLine(file);
        terminal.Say($"Its entries come from: {string.Join("; ", entry.Seen)}");
        return ExitCodes.Done;
    }
}
