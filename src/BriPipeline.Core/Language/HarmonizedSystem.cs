namespace BriPipeline.Core.Language;

/// <summary>Which digits can be a code of the Harmonized System: its chapters, with the last heading of each in any edition.
/// Chapters 98 and 99 are left to national use.</summary>
internal static class HarmonizedSystem
{
    private const int MaxDigits = 10;

    private static readonly Lazy<Dictionary<string, int>> LastHeadings = new(() =>
    {
        using var table = CodeListResource.Read("CodeLists/hs-headings.json");
        return table
            .RootElement.EnumerateObject()
            .ToDictionary(chapter => chapter.Name, chapter => chapter.Value.GetInt32(), StringComparer.Ordinal);
    });

    /// <summary>Whether a text is digits that can be such a code; a number may have lost a zero before its first digit.</summary>
    public static bool MayBeCode(string text)
    {
        text = text.Trim();
        if (text.Length is 0 or > MaxDigits || !text.All(char.IsAsciiDigit))
        {
            return false;
        }

        var code = text.Length % 2 == 1 ? $"0{text}" : text;
        return LastHeadings.Value.TryGetValue(code[..2], out var last)
            && (
                code.Length == 2
                || (code[2] - '0') * 10 + code[3] - '0' is var heading && heading >= 0 && heading <= last
            );
    }
}
