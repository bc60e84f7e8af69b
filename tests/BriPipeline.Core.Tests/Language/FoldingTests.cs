using BriPipeline.Core.Language;

namespace BriPipeline.Core.Tests.Language;

public sealed class FoldingTests
{
    [Theory]
    // Case, ё, stress marks, blanks and line breaks.
    [InlineData("  Орёл\n и\u00A0 Решка ", "орел и решка")]
    [InlineData("Росси\u0301я", "россия")]
    [InlineData("АЗИЯ", "азия")]
    [InlineData("TÜRKİYE", "türkiye")]
    // Apostrophes and dashes of all kinds.
    [InlineData("Côte d’Ivoire", "côte d'ivoire")]
    [InlineData("Qozogʻiston", "qozog'iston")]
    [InlineData("Январь–июль", "январь-июль")]
    // Look-alikes: Latin C, H, A in Cyrillic words; Cyrillic а in a Latin word.
    [InlineData("CHГ", "снг")]
    [InlineData("CШA", "сша")]
    [InlineData("Chinа", "china")]
    // Footnote marks at the end.
    [InlineData("Total EU27 [note 2]", "total eu27")]
    [InlineData("Всего 2", "всего")]
    [InlineData("Total1)", "total")]
    [InlineData("Экспорт¹", "экспорт")]
    [InlineData("Japan*", "japan")]
    [InlineData("Total (1)", "total")]
    // What is no footnote mark stays.
    [InlineData("тыс. м³", "тыс. м3")]
    [InlineData("EU 27", "eu 27")]
    [InlineData("(chapter 1)", "(chapter 1)")]
    [InlineData("3", "3")]
    [InlineData("*", "*")]
    public void Fold_GivesOneSpelling(string text, string folded)
    {
        Assert.Equal(folded, Folding.Fold(text));
        Assert.Equal(folded, Folding.Fold(folded));
    }

    [Fact]
    public void Fold_IsIdempotent_OnMixedText()
    {
        var random = new Random(7);
        const string signs = "aAcCеЕёЁ иİıЖqbBВ1²)([*]'’-–\u0301\u0306\u0307é ½ﬁ年";
        for (var run = 0; run < 5000; run++)
        {
            var text = new string([.. Enumerable.Range(0, 8).Select(_ => signs[random.Next(signs.Length)])]);
            var once = Folding.Fold(text);
            Assert.Equal(once, Folding.Fold(once));
        }
    }

    /// <summary>Attributes cannot hold such texts.</summary>
    [Fact]
    public void Fold_TakesWhatNoTextMayHold()
    {
        Assert.Equal("chin\ufffda", Folding.Fold("Chin\ud83da"));
        Assert.Equal("chin\ufffda", Folding.Fold("Chin\ufffea"));
        Assert.Equal("china", Folding.Fold("\ud83c\udde8\ud83c\uddf3 China"));
    }
}
