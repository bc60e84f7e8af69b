using System.Text.Json;
using BriPipeline.Core.Language;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Core.Tests.Language;

/// <summary>Headings of columns and labels as offices write them, language by language, in <c>usual-headings.json</c>: each says what it
/// is listed for, and no word of it is left over.</summary>
public sealed class UsualHeadingsTests
{
    private const string List = "tests/BriPipeline.Core.Tests/Language/usual-headings.json";

    public static TheoryData<string> Languages
    {
        get
        {
            using var list = JsonDocument.Parse(RepositoryFiles.Read(List));
            return [.. list.RootElement.EnumerateObject().Select(language => language.Name)];
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Read_SaysWhatTheHeadingIs(string language)
    {
        using var list = JsonDocument.Parse(RepositoryFiles.Read(List));
        var doubts = new List<string>();
        foreach (var meaning in list.RootElement.GetProperty(language).EnumerateObject())
        {
            foreach (var heading in meaning.Value.EnumerateArray().Select(heading => heading.GetString()!))
            {
                var read = ReadText.Of(heading);
                var terms = read.Terms.Select(term => $"{term.Kind}:{term.Code}").ToList();
                if (!terms.Contains(meaning.Name, StringComparer.Ordinal) || read.LeftOver.Count > 0)
                {
                    doubts.Add($"{heading}: {string.Join(' ', terms)} ({string.Join(' ', read.LeftOver)})");
                }
            }
        }

        Assert.Empty(doubts);
    }
}
