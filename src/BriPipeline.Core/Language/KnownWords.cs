using BriPipeline.Core.Workbooks.Text;

namespace BriPipeline.Core.Language;

/// <summary>The names of areas and the words of all languages, to tell encodings apart.</summary>
public sealed class KnownWords : IKnownWords
{
    /// <summary>Longer texts are prose, and take long to search.</summary>
    private const int MaxCharacters = 200;

    public static KnownWords Standard { get; } = new();

    public bool Knows(string field) =>
        field.Length <= MaxCharacters
        && (
            AreaCodeList.Standard.Find(field).Count > 0
            || Lexicon
                .Read(field)
                .Any(term => field.AsSpan(term.Start, term.Length).ContainsAnyExceptInRange('\0', '\u007F'))
        );

    public string KeyOf(string field) => AreaCodeList.Standard.KeyOf(field);
}
