namespace BriPipeline.Local.CommandLine;

/// <summary>The keyboard of the terminal, key by key, without Enter.</summary>
internal sealed class ConsoleKeys : TextReader
{
    public override int Read()
    {
        var key = Console.ReadKey(intercept: true);
        return key.Key == ConsoleKey.Enter ? '\n' : key.KeyChar;
    }

    public override string? ReadLine() => Console.ReadLine();
}
