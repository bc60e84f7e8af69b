using BriPipeline.Local.CommandLine;

namespace BriPipeline.Local.Tests.CommandLine;

/// <summary>What a run of <c>bri</c> in this process gave.</summary>
internal sealed record Bri(int ExitCode, string Output, string Error)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<Bri> RunAsync(params string[] arguments) => RunAsync(TextReader.Null, arguments);

    /// <param name="keys">What is typed.</param>
    public static async Task<Bri> RunAsync(TextReader keys, params string[] arguments)
    {
        using var bytes = new MemoryStream();
        var output = Terminal.Writer(bytes, autoFlush: true);
        var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, TextWriter.Synchronized(error)) { Input = keys };
        var exit = await new BriCommand(terminal).RunAsync(arguments, TestContext.Current.CancellationToken);
        return new Bri(exit, output.Encoding.GetString(bytes.ToArray()), error.ToString());
    }
}
