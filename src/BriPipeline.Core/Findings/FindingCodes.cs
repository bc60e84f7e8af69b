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
        "Correct what they have in common and upload the file again."
    );

    public static readonly FindingCode HeldByRule = new(
        "held-by-rule",
        Severity.RejectWorkbook,
        "Held by a rule",
        "The workbook is held because of the finding \"{0}\" ({1}).",
        "Correct what that finding names, or accept the upload if the workbook is right; the source's profile says under \"hold\" what holds its workbooks."
    );

    public static readonly FindingCode HeldByShare = new(
        "held-by-share",
        Severity.RejectWorkbook,
        "Too many figures refused",
        "{0} of {1} figures were refused ({2} %); the source's profile holds workbooks from which more than {3} % are.",
        "Correct what the other findings name, or accept the upload to store the rest."
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
