using System.Text.Json;
using System.Text.RegularExpressions;
using BriPipeline.Core.Language;

namespace BriPipeline.Core.Tests.Repository;

/// <summary>Words of human languages stand in the language files and not in the code that reads.</summary>
public sealed partial class QuotedWordTests
{
    private static readonly Lazy<HashSet<string>> StopWords = new(FindStopWords);

    private static readonly string[] Rooms = ["Language", "Layouts", "Observations", "Evidence", "Checks"];

    /// <summary>Sections whose words are no codes: quoted in code they can only be looked for in a text.</summary>
    private static readonly string[] StopSections =
    [
        "prepositions",
        "conjunctions",
        "including",
        "excluding",
        "statuses",
        "notes",
        "powers",
        "totals",
        "periods",
    ];

    public static TheoryData<string> Sources =>
        [
            .. RepositoryFiles.Tracked.Where(path =>
                path.EndsWith(".cs", StringComparison.Ordinal)
                && Rooms.Any(room => path.StartsWith($"src/BriPipeline.Core/{room}/", StringComparison.Ordinal))
            ),
        ];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Source_QuotesNoWordOfALanguage(string path) =>
        Assert.Empty(WordsIn(RepositoryFiles.Read(path), StopWords.Value));

    [Theory]
    [InlineData("""var one = "экспорт";""")]
    [InlineData("""var one = 'ё';""")]
    [InlineData("""var one = text is "of" or "to";""")]
    [InlineData("""string[] some = ["of which"];""")]
    [InlineData("""[GeneratedRegex(@"\b(with|from)\b")]""")]
    [InlineData("""var one = new Regex($@"(?<!\bfrom\s+){other}");""")]
    public void WordsIn_FindsWordsOfLanguages(string code) => Assert.NotEmpty(WordsIn(code, StopWords.Value));

    [Theory]
    [InlineData("""var code = "commodity-code"; // "of", "из" """)]
    [InlineData("""[GeneratedRegex(@"^\s*(?<mark>\p{L}{1,2})$")]""")]
    [InlineData("""Frequency.A => "years",""")]
    [InlineData("""throw new FormatException($"The table '{name}' is not built in.");""")]
    [InlineData("""var dash = '–';""")]
    public void WordsIn_LeavesOutCodesPatternsAndMessages(string code) => Assert.Empty(WordsIn(code, StopWords.Value));

    /// <summary>A text is read once, by <see cref="ReadText"/>: no other room searches it for words, periods or areas.</summary>
    [Fact]
    public void Rooms_TakeMentions_InsteadOfParsing()
    {
        var parsing = RepositoryFiles
            .Tracked.Where(path =>
                path.StartsWith("src/", StringComparison.Ordinal)
                && path.EndsWith(".cs", StringComparison.Ordinal)
                && !path.StartsWith("src/BriPipeline.Core/Language/", StringComparison.Ordinal)
            )
            .Where(path => Parsing().IsMatch(RepositoryFiles.Read(path)));

        Assert.Empty(parsing);
    }

    /// <summary>Phrases that are no code of any section and no word that findings print; a letter alone may be a code of a
    /// publisher's.</summary>
    private static HashSet<string> FindStopWords()
    {
        using var findings = JsonDocument.Parse(RepositoryFiles.Read("src/BriPipeline.Core/Texts/ru/findings.json"));
        var codes = findings
            .RootElement.GetProperty("words")
            .EnumerateObject()
            .Select(word => word.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var file in CodeListResource.Names("Languages/"))
        {
            using var language = CodeListResource.Read(file);
            foreach (var section in language.RootElement.EnumerateObject())
            {
                codes.Add(section.Name);
                codes.UnionWith(Vocabulary.Section(section.Name).Select(entry => entry.Key));
            }
        }

        return StopSections
            .SelectMany(section => Vocabulary.Phrases(section))
            .Select(phrase => phrase.TrimEnd('*'))
            .Where(phrase => phrase.Length > 1 && phrase.All(c => char.IsLetter(c) || c == ' '))
            .Where(phrase => !codes.Contains(phrase))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> WordsIn(string code, HashSet<string> stopWords)
    {
        foreach (
            var line in code.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        )
        {
            foreach (Match literal in Literal().Matches(NotRead().Replace(line, "")))
            {
                var text = literal.Groups["text"].Value;
                if (text.Any(c => char.IsLetter(c) && !char.IsAscii(c)) || stopWords.Contains(text.Trim()))
                {
                    yield return literal.Value;
                }

                if (
                    literal.Value.Contains('@', StringComparison.Ordinal)
                    || line.Contains("Regex(", StringComparison.Ordinal)
                )
                {
                    foreach (Match word in PatternWord().Matches(Inserted().Replace(text, "")))
                    {
                        if (stopWords.Contains(word.Value))
                        {
                            yield return literal.Value;
                        }
                    }
                }
            }
        }
    }

    [GeneratedRegex(@"\bLexicon\b|\bConnectingWords\.FindIn\b|\b(PeriodText|AreaCodeList\s*\.Standard)\s*\.FindIn\b")]
    private static partial Regex Parsing();

    /// <summary>Names in JSON, and comments.</summary>
    [GeneratedRegex("""GetProperty\("\w+"|TryGetProperty\("\w+"| // .*$""")]
    private static partial Regex NotRead();

    /// <summary>A string or a character, plain, verbatim or raw.</summary>
    [GeneratedRegex(
        """(?<open>[$@]*"{3})(?<text>.*?)"{3}|[$@]*@[$]*"(?<text>(?:[^"]|"")*)"|[$]?"(?<text>(?:\\.|[^"\\])*)"|'(?<text>\\?.[^']*)'"""
    )]
    private static partial Regex Literal();

    /// <summary>What a pattern takes in between braces, names of groups, and sets of letters.</summary>
    [GeneratedRegex(@"\{[^{}]*\}|\(\?<\w+>|\[[^\]]*\]")]
    private static partial Regex Inserted();

    /// <summary>A word in a pattern, not the letter of an escape.</summary>
    [GeneratedRegex(@"(?<![\\\p{L}])\p{L}{2,}|(?<=\\[bsdw])\p{L}{2,}")]
    private static partial Regex PatternWord();
}
