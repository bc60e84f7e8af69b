using System.Text.RegularExpressions;

namespace BriPipeline.Core.Observations;

/// <summary>What a number format does to a number before it is shown (ECMA-376 part 1, 18.8.31).</summary>
internal static partial class NumberFormatText
{
    /// <summary>Whether the format divides by a thousand or more: a comma behind the last place of a digit.</summary>
    public static bool HidesThousands(string format) =>
        format.Contains(',', StringComparison.Ordinal) && Scale().IsMatch(Literals().Replace(format, ""));

    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.", RegexOptions.CultureInvariant)]
    private static partial Regex Literals();

    [GeneratedRegex("[0#?],+(?![0#?,])", RegexOptions.CultureInvariant)]
    private static partial Regex Scale();
}
