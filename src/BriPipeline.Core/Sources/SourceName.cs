using System.Text.RegularExpressions;

namespace BriPipeline.Core.Sources;

/// <summary>The names of sources: part of every row key, DESIGN section 3.</summary>
public static partial class SourceName
{
    /// <summary>The rule as a pattern that programs and forms understand.</summary>
    public const string Pattern = @"[a-z0-9\-]{1,40}";

    public static bool IsValid(string name) => Whole().IsMatch(name);

    [GeneratedRegex($@"\A{Pattern}\z")]
    private static partial Regex Whole();
}
