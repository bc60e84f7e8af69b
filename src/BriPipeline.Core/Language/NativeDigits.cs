namespace BriPipeline.Core.Language;

/// <summary>Decimal digits of scripts that have their own: "১০৪১৭.৭২", "٢٬٣٤٥٫٦".</summary>
internal static class NativeDigits
{
    /// <summary>The first of them in Unicode, that of Arabic.</summary>
    private const char First = '\u0660';

    private const char ArabicDecimalMark = '\u066B';
    private const char ArabicGroupMark = '\u066C';

    /// <summary>The text with digits 0 to 9, and with the point and comma for the marks of Arabic; as it is where it has digits of
    /// more than one script.</summary>
    public static string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(First, char.MaxValue))
        {
            return text;
        }

        var digits = text.Where(char.IsDigit).ToList();
        return digits.Count == 0 || digits.Exists(digit => ZeroOf(digit) != ZeroOf(digits[0]))
            ? text
            : string.Create(
                text.Length,
                text,
                (plain, said) =>
                {
                    for (var i = 0; i < plain.Length; i++)
                    {
                        plain[i] = said[i] switch
                        {
                            ArabicDecimalMark => '.',
                            ArabicGroupMark => ',',
                            var c when char.IsDigit(c) => (char)('0' + c - ZeroOf(c)),
                            var c => c,
                        };
                    }
                }
            );
    }

    private static int ZeroOf(char digit) => digit - (int)char.GetNumericValue(digit);
}
