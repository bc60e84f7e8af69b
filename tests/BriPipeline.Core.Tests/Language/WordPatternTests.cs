using BriPipeline.Core.Language;

namespace BriPipeline.Core.Tests.Language;

public sealed class WordPatternTests
{
    [Theory]
    [InlineData("incl*", "Included in exports", true)]
    [InlineData("incl*", "prEIncluded", false)]
    [InlineData("без", "без учета", true)]
    [InlineData("без", "безопасность", false)]
    [InlineData("в том числе", "В  том\nчисле СНГ", true)]
    [InlineData("其中", "总值其中欧盟", true)]
    [InlineData("$", "US$m", true)]
    public void Of_MatchesWholeWordsOfEveryScript(string phrase, string text, bool expected) =>
        Assert.Equal(expected, WordPattern.Lazy(() => WordPattern.Of([phrase])).Value.IsMatch(text));
}
