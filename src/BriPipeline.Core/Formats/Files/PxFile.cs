using System.Text;
using System.Text.RegularExpressions;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats.Files;

/// <summary>PC-Axis (.px): keywords with their values, then the numbers of a cube in the order of its stub and heading, or lines of
/// numbers behind the keys of the stub.</summary>
/// <remarks>https://www.scb.se/en/services/statistical-programs-for-px-files/px-file-format/</remarks>
internal static partial class PxFile
{
    public static bool IsStart(string text) => FirstKeyword().IsMatch(text);

    /// <exception cref="InvalidDataException">The parts of the file do not belong together.</exception>
    public static Sheet Read(Stream content)
    {
        var text = TextOf(content);
        var end = DataKeyword().Match(text);
        if (!end.Success)
        {
            throw new InvalidDataException("the PC-Axis file has no DATA.");
        }

        var keywords = Keywords(text[..end.Index]);
        var (stub, heading) = (Get(keywords, "STUB"), Get(keywords, "HEADING"));
        List<string> variables = [.. stub, .. heading];
        var values = variables.ConvertAll(variable => Get(keywords, $"VALUES({variable})"));
        var sizes = values.ConvertAll(one => one.Count);
        if (variables.Count == 0 || sizes.Contains(0))
        {
            throw new InvalidDataException("a variable of the PC-Axis file has no VALUES.");
        }

        var table = new LongTable(
            "",
            new[] { "TITLE", "DESCRIPTION", "CONTENTS", "UNITS" }
                .SelectMany(keyword => Get(keywords, keyword))
                .Distinct(StringComparer.Ordinal),
            [.. variables, "value"]
        );
        var figures = Figure().Matches(text, end.Index + end.Length).Select(figure => figure.Value);
        var keys = stub.FindAll(variable => keywords.ContainsKey($"KEYS({variable})"));
        if (keys.Count != 0 && keys.Count != stub.Count)
        {
            throw new InvalidDataException("only some variables of the stub of the PC-Axis file have KEYS.");
        }

        var cells = keys.Count == 0 ? Dense(figures, sizes) : Keyed(figures, KeysOf(keywords, stub, values), sizes);
        foreach (var (at, figure) in cells)
        {
            table.Add([.. at.Select((position, variable) => values[variable][position]), figure.Trim('"')]);
        }

        return table.Build();
    }

    private static IEnumerable<(int[] At, string Figure)> Dense(IEnumerable<string> figures, List<int> sizes)
    {
        var (count, index) = (LongTable.CellsOf(sizes), 0L);
        foreach (var figure in figures)
        {
            if (index == count)
            {
                throw new InvalidDataException("the PC-Axis file holds more numbers than its variables have values.");
            }

            yield return (LongTable.PositionsOf(index++, sizes), figure);
        }

        if (index < count)
        {
            throw new InvalidDataException("the PC-Axis file holds fewer numbers than its variables have values.");
        }
    }

    /// <summary>Lines that hold nothing but zeros are not in such a file, and no figure is made of them.</summary>
    private static IEnumerable<(int[] At, string Figure)> Keyed(
        IEnumerable<string> figures,
        List<Dictionary<string, int>> keys,
        List<int> sizes
    )
    {
        List<int> across = sizes[keys.Count..];
        var width = (int)LongTable.CellsOf(across);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in figures.Chunk(keys.Count + width))
        {
            if (line.Length < keys.Count + width)
            {
                throw new InvalidDataException("the last line of the PC-Axis file lacks numbers.");
            }

            if (!seen.Add(string.Join('\n', line.Take(keys.Count))))
            {
                throw new InvalidDataException($"two lines of the PC-Axis file have the keys {line[0]}.");
            }

            int[] down =
            [
                .. keys.Select(
                    (places, index) =>
                        places.TryGetValue(line[index].Trim('"'), out var place) && line[index].StartsWith('"')
                            ? place
                            : throw new InvalidDataException(
                                $"{line[index]} is no key of the PC-Axis file, or a line has too many or too few numbers."
                            )
                ),
            ];
            for (var index = 0; index < width; index++)
            {
                yield return ([.. down, .. LongTable.PositionsOf(index, across)], line[keys.Count + index]);
            }
        }
    }

    /// <summary>The positions of values by their codes, or by themselves, as KEYS says of each variable.</summary>
    private static List<Dictionary<string, int>> KeysOf(
        Dictionary<string, List<string>> keywords,
        List<string> stub,
        List<List<string>> values
    ) =>
        [
            .. stub.Select(
                (variable, index) =>
                    (
                        Get(keywords, $"KEYS({variable})") is ["CODES"]
                            ? Get(keywords, $"CODES({variable})")
                            : values[index]
                    )
                        .Index()
                        .DistinctBy(one => one.Item, StringComparer.Ordinal)
                        .ToDictionary(one => one.Item, one => one.Index, StringComparer.Ordinal)
            ),
        ];

    private static string TextOf(Stream content)
    {
        content.Position = 0;
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8.GetString(bytes.AsSpan(3));
        }

        // Keywords are ASCII whatever the code page, which stands among them; without one it is that of Windows in western Europe.
        var ascii = Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 8192)));
        var page = CodePage().Match(ascii) is { Success: true } said ? said.Groups["page"].Value : "windows-1252";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(page).GetString(bytes);
        }
        // UTF-7 is known and not allowed.
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"the code page {page} of the PC-Axis file is not known.", unknown);
        }
    }

    /// <summary>Values by keyword, as <c>VALUES(country)</c>; a language in brackets is passed over where the keyword also stands without one.</summary>
    private static Dictionary<string, List<string>> Keywords(string head)
    {
        var keywords = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (Match keyword in Keyword().Matches(head))
        {
            var variable = keyword.Groups["variable"].Value;
            var name = keyword.Groups["name"].Value + (variable.Length == 0 ? "" : $"({variable.Trim('"')})");
            List<string> texts =
            [
                .. Text()
                    .Matches(JoinedTexts().Replace(keyword.Groups["values"].Value, ""))
                    .Select(text => text.Groups["text"].Value),
            ];
            if (texts.Count == 0)
            {
                texts.Add(keyword.Groups["values"].Value.Trim());
            }

            if (keyword.Groups["language"].Length == 0)
            {
                keywords[name] = texts;
            }
        }

        return keywords;
    }

    private static List<string> Get(Dictionary<string, List<string>> keywords, string keyword) =>
        keywords.TryGetValue(keyword, out var values) ? values : [];

    [GeneratedRegex(
        @"^(CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|MATRIX|SUBJECT-AREA|CREATION-DATE)\s*=\s*""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex FirstKeyword();

    [GeneratedRegex(@"CODEPAGE\s*=\s*""(?<page>[^""]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex CodePage();

    [GeneratedRegex(@"(?<=;\s*)DATA\s*=", RegexOptions.CultureInvariant)]
    private static partial Regex DataKeyword();

    [GeneratedRegex(
        @"(?<name>[A-Z][A-Z0-9-]*)(?:\[(?<language>[^\]]*)\])?(?:\((?<variable>""[^""]*"")[^)]*\))?\s*=\s*(?<values>(?:""[^""]*""|[^"";])*);",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Keyword();

    // "a long " "text": one text over two lines; a comma would part them.
    [GeneratedRegex(@"""\s+""", RegexOptions.CultureInvariant)]
    private static partial Regex JoinedTexts();

    [GeneratedRegex(@"""(?<text>[^""]*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Text();

    [GeneratedRegex(@"""[^""]*""|[^\s;,]+", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}
