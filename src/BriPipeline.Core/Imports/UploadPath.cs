using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Imports;

/// <summary>Where an upload may lie.</summary>
internal static class UploadPath
{
    /// <summary>Why nothing is read from a path; null where it may.</summary>
    public static string? Refusal(string source, string path) =>
        !SourceName.IsValid(source)
            ? $"'{source}' is not the name of a source: put the file into a folder named in lower-case letters, digits and hyphens, at most 40."
        : path.Length > WorkbookImport.MaxPathLength
            ? $"The path has {path.Length} characters, and at most {WorkbookImport.MaxPathLength} can be stored: shorten the file's name or its folders'."
        : path.Contains('\\', StringComparison.Ordinal) || path.Split('/').Any(part => part is "." or "..")
            ? "The path has a backslash, or a folder called '.' or '..', which programs on the way read as another path: rename the file."
        : null;
}
