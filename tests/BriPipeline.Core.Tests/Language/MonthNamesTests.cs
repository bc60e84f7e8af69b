using BriPipeline.Core.Language;

namespace BriPipeline.Core.Tests.Language;

public sealed class MonthNamesTests
{
    [Theory]
    [InlineData("listopad 2023", "10 11")]
    [InlineData("rujan - listopad 2023", "10")]
    [InlineData("październik - listopad 2023", "11")]
    [InlineData("lip 2023", "6 7")]
    [InlineData("srp 2023", "7 8")]
    [InlineData("studeni 2023", "11")]
    [InlineData("October 2023", "10")]
    public void Read_GivesEachMonthThatANameMayBe(string text, string lastMonths) =>
        Assert.Equal(lastMonths, string.Join(' ', PeriodText.Read(text).Select(part => part.LastMonth!.Value).Order()));

    [Theory]
    [InlineData("studeni | listopad", null, "hr")]
    [InlineData("październik | listopad", null, "pl")]
    [InlineData("říjen | listopad", "hr", "cs")]
    [InlineData("October | listopad", null, "")]
    [InlineData("October | listopad", "hr", "hr")]
    [InlineData("listopad", "pl", "pl")]
    [InlineData("listopad", "de", "")]
    public void LanguagesOf_TakesThatOfTheOtherMonths_ThenThatOfTheSource(
        string texts,
        string? source,
        string expected
    ) =>
        Assert.Equal(
            expected,
            string.Join(' ', MonthNames.LanguagesOf(texts.Split(" | "), source?.Split(' ')) ?? new HashSet<string>())
        );
}
