using System.Reflection;

namespace BriPipeline.Core.Findings;

/// <summary>The catalogue of findings. Each stage's codes stand in a part of their own.</summary>
public static partial class FindingCodes
{
    /// <summary>Every code, by id.</summary>
    public static IReadOnlyDictionary<string, FindingCode> All { get; } =
        typeof(FindingCodes)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<FindingCode>()
            .ToDictionary(code => code.Id, StringComparer.Ordinal);
}
