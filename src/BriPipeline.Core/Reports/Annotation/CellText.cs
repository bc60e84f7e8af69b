using System.Text;
using System.Xml;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>Texts as a cell or comment can hold them.</summary>
internal static class CellText
{
    /// <summary>No cell holds more letters.</summary>
    public const int MaxLetters = 32_767;

    /// <summary>The text without what XML cannot hold, cut to a length.</summary>
    public static string Clean(string text, int most = MaxLetters)
    {
        if (text.Length <= most && !text.AsSpan().ContainsAnyInRange('\0', '\u001F') && IsXml(text))
        {
            return text;
        }

        var clean = new StringBuilder(Math.Min(text.Length, most));
        for (var i = 0; i < text.Length && clean.Length < most - 1; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else if (text[i] != '\r')
            {
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return text.Length > most ? clean.Append('…').ToString() : clean.ToString();
    }

    /// <summary>Whether a spreadsheet program may take the text for a formula once somebody edits its cell.</summary>
    public static bool LooksLikeFormula(string text) => text.AsSpan().TrimStart() is ['=' or '+' or '-' or '@', ..];

    private static bool IsXml(string text)
    {
        foreach (var letter in text)
        {
            if (letter >= '\uD800' && !XmlConvert.IsXmlChar(letter))
            {
                return false;
            }
        }

        return true;
    }
}
