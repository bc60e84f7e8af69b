using System.Buffers;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Imports;

/// <summary>Where an upload may lie.</summary>
internal static class UploadPath
{
    /// <summary>Control characters, and the embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9).</summary>
    private static readonly SearchValues<char> Misleading = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl),
        .. Enumerable.Range(0x202A, 5).Concat(Enumerable.Range(0x2066, 4)).Select(code => (char)code),
    ]);

    /// <summary>Why nothing is read from a path; null where it may.</summary>
    public static string? Refusal(string source, string path) =>
        !SourceName.IsValid(source)
            ? $"'{source}' is not the name of a source: put the file into a folder named in lower-case letters, digits and hyphens, at most 40."
        : path.Length > WorkbookImport.MaxPathLength
            ? $"The path has {path.Length} characters, and at most {WorkbookImport.MaxPathLength} can be stored: shorten the file's name or its folders'."
        : path.Contains('\\', StringComparison.Ordinal) || path.Split('/').Any(part => part is "." or "..")
            ? "The path has a backslash, or a folder called '.' or '..', which programs on the way read as another path: rename the file."
        : path.AsSpan().IndexOfAny(Misleading) >= 0
            ? "The path has a control character, or one that turns the direction of writing, so that it reads as another name: rename the file."
        : null;
}
