using System.Text;

namespace BriPipeline.Local.CommandLine;

/// <summary>Where results go (standard output) and where words about the work go (standard error).</summary>
internal sealed record Terminal(StreamWriter Output, TextWriter Error)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>What a person types.</summary>
    internal TextReader Input { get; init; } = TextReader.Null;

    /// <summary>The process's own: UTF-8 without byte order mark and "\n" line ends, whatever the system's habit.</summary>
    internal static Terminal OfProcess() =>
        new(
            Writer(Console.OpenStandardOutput(), autoFlush: false),
            TextWriter.Synchronized(Writer(Console.OpenStandardError(), autoFlush: true))
        )
        {
            Input = Console.IsInputRedirected ? Console.In : new ConsoleKeys(),
        };

    internal void Say(string line) => Error.WriteLine(line);

    internal static StreamWriter Writer(Stream stream, bool autoFlush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize)
        {
            NewLine = "\n",
            AutoFlush = autoFlush,
        };
}
