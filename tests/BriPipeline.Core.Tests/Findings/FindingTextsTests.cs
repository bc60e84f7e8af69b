using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Tests.Findings;

/// <summary>Every language says of every code what the catalogue says in English.</summary>
public sealed class FindingTextsTests
{
    private static readonly string[] Filling = ["<0>", "<1>", "<2>", "<3>", "<4>", "<5>"];

    [Theory]
    [InlineData("ru", @"\p{IsCyrillic}{2}")]
    [InlineData("kk", @"\p{IsCyrillic}{2}")]
    [InlineData("zh", @"\p{IsCJKUnifiedIdeographs}{2}")]
    public void Language_SaysInItsLetters_WhatEnglishFillsIn(string language, string letters)
    {
        var texts = FindingTexts.Of(language);

        Assert.All(
            FindingCodes.All.Values,
            code =>
            {
                Assert.Matches(letters, texts.Title(code.Id));
                Assert.Equal(
                    Filled(FindingTexts.English.Message(code.Id, Filling)!),
                    Filled(texts.Message(code.Id, Filling)!)
                );
                Assert.Matches(letters, texts.Message(code.Id, Filling));
                Assert.Matches(letters, texts.Advice(code.Id, Filling));
            }
        );
    }

    /// <summary>A translation that was left out would be a copy of its neighbour's.</summary>
    [Fact]
    public void Kazakh_IsNotRussian() =>
        Assert.All(
            FindingCodes.All.Keys,
            id =>
                Assert.NotEqual(FindingTexts.Of("ru").Message(id, Filling), FindingTexts.Of("kk").Message(id, Filling))
        );

    [Fact]
    public void Message_SaysTheWordsOfArguments_InItsLanguage() =>
        Assert.Equal(
            "Ни таблица, ни её название, лист, имя файла или профиль не говорят, каков признак «поток» у этих цифр (их 3).",
            FindingTexts.Russian.Message("dimension-missing", ["flow", "3", ""])
        );

    /// <summary>Which of the arguments a sentence uses.</summary>
    private static IEnumerable<string> Filled(string sentence) =>
        Filling.Where(word => sentence.Contains(word, StringComparison.Ordinal));
}
