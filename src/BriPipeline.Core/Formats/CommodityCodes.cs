using System.Text.RegularExpressions;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Formats;

/// <summary>Bare codes of commodities to those of the contract, by what each nomenclature allows.</summary>
internal static partial class CommodityCodes
{
    /// <summary>The Harmonized System and what is built on it have pairs of digits, of which a spreadsheet may have lost the first nought.</summary>
    private static readonly Dictionary<string, (bool HasPairs, int Min, int Max)> Classifications = new(
        StringComparer.Ordinal
    )
    {
        ["HS"] = (true, 2, 10),
        ["HTS"] = (true, 2, 10),
        ["SITC"] = (false, 1, 5),
        ["BEC"] = (false, 1, 6),
    };

    public static bool IsClassification(string text) => Classifications.ContainsKey(text);

    /// <summary>The commodity of a code; null where the nomenclature has no such code.</summary>
    /// <param name="level">How many digits the code has; null where nothing says it. Noughts before it may be lost.</param>
    public static Commodity? Of(string classification, string code, int? level = null)
    {
        var (hasPairs, min, max) = Classifications[classification];
        if (hasPairs && code.Contains('.', StringComparison.Ordinal) && !DottedPairs().IsMatch(code))
        {
            return null;
        }

        var digits = string.Concat(code.Where(c => c is not ('.' or ' ')));
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        digits = hasPairs
            ? digits.Length % 2 == 1
                ? "0" + digits
                : digits
            : digits.PadLeft(level ?? 0, '0');
        return digits.Length < min || digits.Length > max || digits.Length != (level ?? digits.Length)
            ? null
            : new($"{classification}.{digits}");
    }

    // 2709.00, 2709.00.1000, 27.09
    [GeneratedRegex(@"^\d{2}(?:\d{2})?(?:\.\d{2}(?:\d{2})?)+$", RegexOptions.CultureInvariant)]
    private static partial Regex DottedPairs();
}
