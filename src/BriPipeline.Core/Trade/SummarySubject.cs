using System.Diagnostics.CodeAnalysis;

namespace BriPipeline.Core.Trade;

/// <summary>What kind of trade a summary tells of.</summary>
public enum SubjectKind
{
    /// <summary>A reporter's trade with all partners: <c>KAZ</c>.</summary>
    Reporter,

    /// <summary>A reporter's trade with one partner: <c>KAZ-CHN</c>.</summary>
    Pair,

    /// <summary>The trade of a region's members, or a group's, with one partner: <c>143-CHN</c>.</summary>
    Region,
}

/// <summary>Whose trade a summary tells of, and with whom.</summary>
/// <param name="Partner">Null for a reporter.</param>
public sealed record SummarySubject(SubjectKind Kind, Area Reporter, Area? Partner)
{
    private const char Separator = '-';

    /// <summary>Reads <c>KAZ</c>, <c>KAZ-CHN</c>, <c>143-CHN</c> or <c>_EAEU-CHN</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SummarySubject? subject)
    {
        var parts = text.Split(Separator);
        subject =
            parts.Length == 1 && IsCountry(parts[0]) ? new(SubjectKind.Reporter, new Area(parts[0]), null)
            : parts.Length != 2 || !IsCountry(parts[1]) ? null
            : IsCountry(parts[0]) ? new(SubjectKind.Pair, new Area(parts[0]), new Area(parts[1]))
            : IsGroup(parts[0]) ? new(SubjectKind.Region, new Area(parts[0]), new Area(parts[1]))
            : null;
        return subject is not null;
    }

    public override string ToString() =>
        Partner is { } partner ? $"{Reporter.Code}{Separator}{partner.Code}" : Reporter.Code;

    private static bool IsCountry(string code) => code.Length == 3 && code.All(char.IsAsciiLetterUpper);

    private static bool IsGroup(string code) =>
        (code.Length == 3 && code.All(char.IsAsciiDigit) && code != Area.World.Code && code != Area.NotSpecified.Code)
        || (code.Length > 1 && code[0] == '_');
}
