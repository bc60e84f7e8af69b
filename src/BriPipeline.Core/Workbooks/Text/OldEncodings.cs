using System.Text;
using BriPipeline.Core.Findings;
using UtfUnknown;

namespace BriPipeline.Core.Workbooks.Text;

/// <summary>Tells encodings from before Unicode apart: what decodes every byte to words as they are written, by how many
/// known words it gives. Where two give equally many and differ in a name, one is taken and a finding says so.</summary>
internal static class OldEncodings
{
    private const int MaxNames = 3;

    /// <summary>One implausible place in so many letters may be a misprint.</summary>
    private const int LettersToOneOdd = 20;

    /// <summary>Of those that fit alike the earlier one is taken; the first is what most offices of the West send.</summary>
    private static readonly (string Name, Script Script)[] Candidates =
    [
        ("windows-1252", Script.Latin),
        ("windows-1250", Script.Latin),
        ("windows-1254", Script.Latin),
        ("windows-1251", Script.Cyrillic),
        ("GB18030", Script.EastAsian),
        ("cp866", Script.Cyrillic),
        ("koi8-r", Script.Cyrillic),
        ("shift_jis", Script.EastAsian),
        ("euc-kr", Script.EastAsian),
        ("big5", Script.EastAsian),
    ];

    private enum Script
    {
        Latin,
        Cyrillic,
        EastAsian,
    }

    /// <param name="lines">The first lines that hold bytes beyond ASCII.</param>
    /// <param name="decodes">Whether an encoding decodes all of the file.</param>
    /// <param name="words">Null if unknown: then only the detector decides.</param>
    /// <returns>No encoding where none is certain.</returns>
    public static (Encoding? Encoding, Finding? Doubt) Detect(
        byte[] lines,
        Func<Encoding, bool> decodes,
        IKnownWords? words
    )
    {
        var detected = (CharsetDetector.DetectFromBytes(lines).Details ?? [])
            .OrderByDescending(detail => detail.Confidence)
            .Select(detail => NameOf(detail.EncodingName))
            .ToList();
        var fitting = Candidates
            .Select(candidate => (Encoding: Strict(candidate.Name), candidate.Script))
            .Where(candidate => decodes(candidate.Encoding))
            .Select(candidate => (candidate.Encoding, candidate.Script, Text: candidate.Encoding.GetString(lines)))
            .Where(candidate => IsPlausible(candidate.Text, candidate.Script))
            .Select(candidate => new Fitting(
                candidate.Encoding,
                Fields(candidate.Text),
                words is null ? 0 : Fields(candidate.Text).Distinct(StringComparer.Ordinal).Count(words.Knows),
                detected.IndexOf(candidate.Encoding.WebName)
            ))
            .OrderByDescending(candidate => candidate.Known)
            .ThenBy(candidate => candidate.Rank < 0 ? int.MaxValue : candidate.Rank)
            .ToList();
        if (fitting.Count == 0 || (fitting[0].Known == 0 && fitting[0].Rank < 0))
        {
            return (null, null);
        }

        var rivals = fitting.Skip(1).TakeWhile(candidate => candidate.Known == fitting[0].Known);
        return (fitting[0].Encoding, words is null ? null : Doubt(fitting[0], rivals, words));
    }

    private static Finding? Doubt(Fitting taken, IEnumerable<Fitting> rivals, IKnownWords words)
    {
        foreach (var rival in rivals)
        {
            // Where both know the name, it is one area by either; what folds alike is stored alike.
            var differing = taken
                .Fields.Zip(rival.Fields)
                .Where(pair => pair.First != pair.Second && pair.First.Any(char.IsLetter))
                .Where(pair => !words.Knows(pair.First) || !words.Knows(pair.Second))
                .Where(pair => words.KeyOf(pair.First) != words.KeyOf(pair.Second))
                .Select(pair => $"{pair.First} / {pair.Second}")
                .Distinct(StringComparer.Ordinal)
                .Take(MaxNames)
                .ToList();
            if (differing.Count > 0)
            {
                return Finding.OfFile(
                    FindingCodes.EncodingDoubtful,
                    taken.Encoding.WebName,
                    rival.Encoding.WebName,
                    string.Join("; ", differing)
                );
            }
        }

        return null;
    }

    private static Encoding Strict(string name) =>
        Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    /// <summary>The detector names encodings by the ranges of their bytes.</summary>
    private static string NameOf(string? name) =>
        name?.ToLowerInvariant() switch
        {
            "iso-8859-1" => "windows-1252",
            "iso-8859-2" => "windows-1250",
            "iso-8859-9" => "windows-1254",
            "gb2312" or "gbk" or "gb18030" => "gb18030",
            "ibm866" => "cp866",
            "shift-jis" => "shift_jis",
            var other => other ?? "",
        };

    private static string[] Fields(string text) =>
        [
            .. text.Split(['\n', '\r', ';', ',', '\t', '|', '"'], StringSplitOptions.TrimEntries)
                .Where(field => field.AsSpan().ContainsAnyExceptInRange('\0', '\u007F')),
        ];

    /// <summary>Whether the letters stand as they do in words: none in the script of another, no capital after a small one, no
    /// sign between two letters.</summary>
    private static bool IsPlausible(string text, Script script)
    {
        var (letters, odd) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var (letter, before) = (text[i], i > 0 ? text[i - 1] : ' ');
            if (letter < '\u0080')
            {
                continue;
            }

            if (char.IsControl(letter) || letter is >= '\uE000' and <= '\uF8FF')
            {
                return false;
            }

            letters++;
            var next = i + 1 < text.Length ? text[i + 1] : ' ';
            odd += script switch
            {
                Script.Cyrillic when char.IsLetter(letter) => IsCyrillic(letter)
                    ? Is(char.IsAsciiLetter(before) || char.IsAsciiLetter(next) || IsMixedCase(before, letter))
                    : 1,
                Script.Latin when char.IsLetter(letter) => Is(
                    IsMixedCase(before, letter) || (before >= '\u0080' && next >= '\u0080' && char.IsLetter(before))
                ),
                Script.EastAsian => Is(!IsEastAsian(letter)),
                _ => Is(char.IsLetter(before) && char.IsLetter(next) && char.IsSymbol(letter)),
            };
        }

        return letters > 0 && odd * LettersToOneOdd <= letters;
    }

    private static int Is(bool odd) => odd ? 1 : 0;

    private static bool IsMixedCase(char before, char letter) => char.IsLower(before) && char.IsUpper(letter);

    private static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052F';

    /// <summary>Kana, ideographs in common use, syllables of Korean, full width and their punctuation.</summary>
    private static bool IsEastAsian(char letter) =>
        letter
            is >= '\u2010'
                and <= '\u30FF'
                or >= '\u4E00'
                and <= '\u9FFF'
                or >= '\uAC00'
                and <= '\uD7A3'
                or >= '\uFF00'
                and <= '\uFF60';

    private readonly record struct Fitting(Encoding Encoding, string[] Fields, int Known, int Rank);
}
