using System.CommandLine;

namespace BriPipeline.Local.CommandLine;

/// <summary>Opens the storage that the command line names, for commands that need it.</summary>
internal sealed class CommandStorage(Terminal terminal)
{
    public Option<string> Data { get; } =
        new("--data")
        {
            Description = "Folder of the local storage.",
            HelpName = "DIR",
            DefaultValueFactory = _ => ".data",
            Recursive = true,
        };

    public string FolderOf(ParseResult parsed) => parsed.GetRequiredValue(Data);

    public async Task<int> RunAsync(
        ParseResult parsed,
        Func<IServiceProvider, Terminal, CancellationToken, Task<int>> run,
        CancellationToken cancellation
    )
    {
        await using var storage = await LocalStorage.OpenAsync(FolderOf(parsed), terminal.Say, cancellation);
        await using var services = LocalServices.Of(storage.Configuration, storage.DataFolder);
        return await run(services, terminal, cancellation);
    }
}
