using System.Text.RegularExpressions;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Tests.Findings;

/// <summary>Every language says of every code what the catalogue says in English.</summary>
public sealed partial class FindingTextsTests
{
    private static readonly string[] Filling = ["<0>", "<1>", "<2>", "<3>", "<4>", "<5>"];

    [Fact]
    public void Russian_SaysInCyrillic_WhatEnglishFillsIn() =>
        Assert.All(
            FindingCodes.All.Values,
            code =>
            {
                Assert.Matches(Cyrillic(), FindingTexts.Russian.Title(code.Id));
                Assert.Equal(
                    Filled(FindingTexts.English.Message(code.Id, Filling)!),
                    Filled(FindingTexts.Russian.Message(code.Id, Filling)!)
                );
                Assert.Matches(Cyrillic(), FindingTexts.Russian.Message(code.Id, Filling));
                Assert.Matches(Cyrillic(), FindingTexts.Russian.Advice(code.Id, Filling));
            }
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

    [GeneratedRegex(@"\p{IsCyrillic}{2}")]
    private static partial Regex Cyrillic();
}
