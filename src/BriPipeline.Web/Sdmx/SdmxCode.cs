using System.Buffers;
using System.Globalization;
using System.Text;

namespace BriPipeline.Web.Sdmx;

/// <summary>Codes as SDMX allows them: letters, digits, <c>_ @ $ -</c>. A dot parts the dimensions of a key there, so that
/// <c>HS.27</c> is <c>HS_27</c>; any other letter is <c>@</c> and its four hexadecimal digits.</summary>
internal static class SdmxCode
{
    /// <summary>SDMX: "not applicable".</summary>
    public const string None = "_Z";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_$"
    );

    public static string Of(string code)
    {
        if (!code.AsSpan().ContainsAnyExcept(Allowed))
        {
            return code;
        }

        var text = new StringBuilder(code.Length);
        for (var i = 0; i < code.Length; i++)
        {
            var letter = code[i];
            if (letter == '.' && !text.ToString().Contains('_', StringComparison.Ordinal))
            {
                text.Append('_');
            }
            else if (Allowed.Contains(letter))
            {
                text.Append(letter);
            }
            else
            {
                text.Append('@').Append(((int)letter).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return text.ToString();
    }

    /// <summary>The reverse of <see cref="Of"/> for codes of commodities and units; null for a text that is no code.</summary>
    public static string? Read(string code)
    {
        var text = new StringBuilder(code.Length);
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] != '@')
            {
                text.Append(code[i]);
            }
            else if (
                i + 4 < code.Length
                && int.TryParse(
                    code.AsSpan(i + 1, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var letter
                )
            )
            {
                text.Append((char)letter);
                i += 4;
            }
            else
            {
                return null;
            }
        }

        var underscore = text.ToString().IndexOf('_', StringComparison.Ordinal);
        if (underscore > 0)
        {
            text[underscore] = '.';
        }

        return text.ToString();
    }
}
