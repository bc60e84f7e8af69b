using System.Buffers;

namespace BriPipeline.Core.Workbooks;

/// <summary>Text shown above or below the line. Its digits become the superscripts of Unicode: <c>12.5</c> with a raised 1
/// must not be read as 12.51.</summary>
internal static class RaisedText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static readonly SearchValues<char> Raised = SearchValues.Create(Superscripts);

    public static bool IsIn(string text) => text.AsSpan().ContainsAny(Raised);

    public static char Raise(char character) =>
        char.IsAsciiDigit(character) ? Superscripts[character - '0'] : character;

    public static string Raise(string text) =>
        string.Create(
            text.Length,
            text,
            (raised, plain) =>
            {
                for (var i = 0; i < raised.Length; i++)
                {
                    raised[i] = Raise(plain[i]);
                }
            }
        );
}
