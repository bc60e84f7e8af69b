using BriPipeline.Core.Language;

namespace BriPipeline.Core.Tests.Language;

public sealed class ConnectingWordsTests
{
    [Theory]
    [InlineData("Exports to China", "China", true)]
    [InlineData("Импорт из Китая", "Китая", true)]
    [InlineData("Ausfuhr nach China", "China", true)]
    [InlineData("Eksport do Chin", "Chin", false)] // "do Brasil" is whose trade it is
    [InlineData("对美国出口", "美国", true)]
    [InlineData("Exports of China", "China", false)]
    [InlineData("Auto China", "China", false)] // ends in "to"
    public void PartnerFollows_TakesPrepositionsOfTheOtherSide(string text, string name, bool expected) =>
        Assert.Equal(expected, ConnectingWords.PartnerFollows(text, text.IndexOf(name, StringComparison.Ordinal)));

    [Theory]
    [InlineData(" and ", true)]
    [InlineData(" және ", true)]
    [InlineData("、", true)]
    [InlineData(" with ", false)]
    public void IsConjunction_TakesThoseOfAllLanguages(string between, bool expected) =>
        Assert.Equal(expected, ConnectingWords.IsConjunction(between));

    [Theory]
    [InlineData(" of the ", true)]
    [InlineData("的", true)]
    [InlineData(" to ", false)]
    public void IsOwner_TakesPrepositionsOfWhoseTradeItIs(string between, bool expected) =>
        Assert.Equal(expected, ConnectingWords.IsOwner(between));
}
