using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Language;

/// <summary>Columns of frequencies: codes of SDMX (CL_FREQ 2.1), alone or before their name, or words.</summary>
internal static class FrequencyText
{
    /// <summary>Whether a text has the form of a frequency, stored or not.</summary>
    public static bool IsOne(string text) => Code(text).Length == 1 || Read(text) is not null;

    /// <summary>The frequency that a text names; null where it names none that is stored, as weeks.</summary>
    public static Frequency? Read(string text) =>
        Code(text) switch
        {
            "A" or "a" or "Y" or "y" => Frequency.A,
            "Q" or "q" => Frequency.Q,
            "M" or "m" => Frequency.M,
            _ => Named(text),
        };

    private static string Code(string text) => text.Split(':')[0].Trim();

    private static Frequency? Named(string text)
    {
        var read = ReadText.Of(text);
        return read.Terms is not [{ Kind: TermKind.Dimension, Code: var code }] || read.LeftOver.Count > 0
            ? null
            : code switch
            {
                "year" => Frequency.A,
                "quarter" => Frequency.Q,
                "month" => Frequency.M,
                _ => null,
            };
    }
}
