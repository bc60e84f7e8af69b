using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Repository;

public sealed class GlossaryTests
{
    private static readonly MarkdownPage Page = MarkdownPage.Read("docs/glossary.md");

    public static TheoryData<string, string[]> Codes =>
        new()
        {
            { "Flow", Enum.GetNames<TradeFlow>() },
            { "Frequency", Enum.GetNames<Frequency>() },
            { "Status", Enum.GetNames<ObservationStatus>() },
            { "Severity", ["reject-workbook", "reject-cell", "warning", "note"] },
        };

    /// <summary>Letters that stand in tables and answers are explained.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public void Line_ExplainsEveryCode(string word, string[] codes)
    {
        var line = Assert.Single(
            Page.Text.Split('\n'),
            line => line.StartsWith($"| {word} | ", StringComparison.Ordinal)
        );

        Assert.All(codes, code => Assert.Contains($"`{code}` ", line, StringComparison.Ordinal));
    }

    /// <summary>A word is found where it is looked for, once.</summary>
    [Fact]
    public void Page_HasEachWordOnce()
    {
        var words = Page
            .Text.Split('\n')
            .Where(line =>
                line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| word ", StringComparison.Ordinal)
            )
            .Select(line => line.Split(" | ")[0][2..])
            .ToList();

        Assert.True(words.Count > 30);
        Assert.Equal(words.Distinct(StringComparer.OrdinalIgnoreCase), words);
    }
}
