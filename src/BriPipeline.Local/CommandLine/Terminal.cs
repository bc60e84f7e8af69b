using System.Text;
using Spectre.Console;

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
            TextWriter.Synchronized(Writer(new UnheardStream(Console.OpenStandardError()), autoFlush: true))
        )
        {
            Input = Console.IsInputRedirected ? Console.In : new ConsoleKeys(),
            HasColour = !Console.IsErrorRedirected && TakesColour(),
        };

    /// <summary>Words about the work may be coloured: a person reads them on a screen, and has not set NO_COLOR.</summary>
    internal bool HasColour { get; init; }

    internal string Paint(string text, Colour colour) => HasColour ? $"\e[{(int)colour}m{text}\e[0m" : text;

    internal void Say(string line) => Error.WriteLine(line);

    /// <summary>Asks the terminal behind standard error, and lets an older Windows console take colours.</summary>
    private static bool TakesColour()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Profile.Capabilities is { Ansi: true, ColorSystem: not ColorSystem.NoColors };
    }

    internal static StreamWriter Writer(Stream stream, bool autoFlush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize)
        {
            NewLine = "\n",
            AutoFlush = autoFlush,
        };
}

/// <summary>Numbers of ECMA-48 for the colour of letters.</summary>
internal enum Colour
{
    Red = 31,
    Green = 32,
    Yellow = 33,
}
