namespace BriPipeline.Core.Trade;

/// <summary>Codes of findings in one text, as <see cref="FigureFields.Doubt"/> holds them.</summary>
public static class DoubtCodes
{
    private const char Comma = ',';

    /// <summary>The codes of all texts, each once; null where there is none.</summary>
    public static string? Join(params IEnumerable<string?> texts) =>
        texts.SelectMany(Split).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()
            is { Count: > 0 } codes
            ? string.Join(Comma, codes)
            : null;

    public static IEnumerable<string> Split(string? text) =>
        text?.Split(Comma, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
