using System.Text;
using System.Text.RegularExpressions;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats.Files;

/// <summary>PC-Axis (.px): keywords with their values, then the numbers of a cube in the order of its stub and heading.</summary>
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
        List<string> variables = [.. Get(keywords, "STUB"), .. Get(keywords, "HEADING")];
        var values = variables.ConvertAll(variable => Get(keywords, $"VALUES({variable})").ToList());
        var sizes = values.ConvertAll(one => one.Count);
        if (variables.Count == 0 || sizes.Contains(0))
        {
            throw new InvalidDataException("a variable of the PC-Axis file has no VALUES.");
        }

        if (keywords.Keys.Any(keyword => keyword.StartsWith("KEYS(", StringComparison.Ordinal)))
        {
            throw new InvalidDataException(
                "the PC-Axis file keeps its numbers by KEYS, which is not read. Save it without them."
            );
        }

        var table = new LongTable(
            "",
            new[] { "TITLE", "DESCRIPTION", "CONTENTS", "UNITS" }
                .SelectMany(keyword => Get(keywords, keyword))
                .Distinct(StringComparer.Ordinal),
            [.. variables, "value"]
        );
        var (count, index) = (LongTable.CellsOf(sizes), 0L);
        foreach (Match figure in Figure().Matches(text, end.Index + end.Length))
        {
            if (index == count)
            {
                throw new InvalidDataException("the PC-Axis file holds more numbers than its variables have values.");
            }

            var at = LongTable.PositionsOf(index++, sizes);
            table.Add([.. at.Select((position, variable) => values[variable][position]), figure.Value.Trim('"')]);
        }

        return index == count
            ? table.Build()
            : throw new InvalidDataException("the PC-Axis file holds fewer numbers than its variables have values.");
    }

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
        catch (ArgumentException unknown)
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
