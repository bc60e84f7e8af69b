using System.Reflection;

namespace BriPipeline.Core.Findings;

/// <summary>The catalogue of findings. Each stage's codes stand in a part of their own.</summary>
public static partial class FindingCodes
{
    /// <summary>Every code, by id.</summary>
    public static IReadOnlyDictionary<string, FindingCode> All => Catalogue.All;

    public static readonly FindingCode FindingsSummarised = new(
        "findings-summarised",
        Severity.Note,
        "Many more of one kind",
        "{0} more findings \"{1}\" ({2}) lie in this range; each has the same effect as those listed.",
        "Mend what they have in common and upload the file again."
    );

    /// <remarks>A type of its own: the parts' fields are set in the order in which the compiler gets the files, so a
    /// field of the outer type could miss those of later parts.</remarks>
    private static class Catalogue
    {
        internal static readonly IReadOnlyDictionary<string, FindingCode> All = typeof(FindingCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<FindingCode>()
            .ToDictionary(code => code.Id, StringComparer.Ordinal);
    }
}
