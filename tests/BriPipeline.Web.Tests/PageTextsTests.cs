using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Core.Trade;
using Microsoft.AspNetCore.Http;

namespace BriPipeline.Web.Tests;

public sealed partial class PageTextsTests
{
    /// <summary>Every text has a letter of its language, but for these, which have none at all or are the same everywhere.</summary>
    [Theory]
    [InlineData("ru", @"\p{IsCyrillic}")]
    [InlineData("kk", @"\p{IsCyrillic}")]
    [InlineData("zh", @"\p{IsCJKUnifiedIdeographs}")]
    public void Texts_AreSaidInTheLanguage(string language, string letters)
    {
        string[] same = ["record.sha256", "problem.noEdition.what", "challenge.by", "commodity.part"];
        var texts = PageTexts.All.Single(one => one.Language == language);

        Assert.DoesNotContain(
            texts.Keys.Except(same, StringComparer.Ordinal),
            key => !Regex.IsMatch(texts.Of(key), letters) && !IsOnlyNamed(texts.Of(key))
        );
    }

    /// <summary>Names of formats and holes alone.</summary>
    private static bool IsOnlyNamed(string text) => text.All(c => char.IsAsciiLetterUpper(c) || !char.IsLetter(c));

    /// <summary>A translation that was left out would be a copy of its neighbour's.</summary>
    [Fact]
    public void Kazakh_IsNotRussian()
    {
        var kazakh = PageTexts.All.Single(texts => texts.Language == "kk");

        Assert.Equal(
            ["pair.licence"],
            kazakh.Keys.Where(key => kazakh.Of(key) == PageTexts.Russian.Of(key) && kazakh.Of(key).Length > 12)
        );
    }

    [Fact]
    public void Keys_AreThoseThatPagesName()
    {
        var named = Directory
            .EnumerateFiles(
                Path.Combine(RepositoryFiles.Root, "src", "BriPipeline.Web"),
                "*",
                SearchOption.AllDirectories
            )
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs")
            .Select(File.ReadAllText)
            .SelectMany(text => Quoted().Matches(text).Select(match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);
        // Those that are put together from a name.
        string[] made =
        [
            "state.",
            "severity.",
            "role.",
            "flow.",
            "kind.",
            "problem.",
            "scale.",
            "frequency.",
            "obs.",
            "nav.",
            "upload.",
            "note.cause.",
            "questions.",
            "form.",
            "pinned.",
        ];

        var idle = PageTexts.English.Keys.Where(key =>
            !named.Contains(key) && !made.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal))
        );

        Assert.Empty(idle);
    }

    [Fact]
    public void Texts_CoverEveryStateAndFlow()
    {
        foreach (var texts in PageTexts.All)
        {
            Assert.All(Enum.GetValues<UploadState>(), state => Assert.NotEmpty(texts.Of($"state.{state}.means")));
            Assert.All(Enum.GetValues<TradeFlow>(), flow => Assert.NotEmpty(texts.Of($"flow.{flow}")));
            Assert.All(Enum.GetValues<Frequency>(), frequency => Assert.NotEmpty(texts.Of($"frequency.{frequency}")));
            Assert.All(Enum.GetValues<ObservationStatus>(), status => Assert.NotEmpty(texts.Of($"obs.{status}")));
        }
    }

    [Theory]
    [InlineData("", "ru", "", "ru")]
    [InlineData("", "", "ru-RU,ru;q=0.9,en;q=0.8", "ru")]
    [InlineData("", "", "de,ru;q=0.4,en;q=0.5", "en")]
    [InlineData("", "en", "ru", "en")]
    [InlineData("", "kk", "ru", "kk")]
    [InlineData("", "de", "ru", "ru")]
    [InlineData("", "", "zh-CN,zh;q=0.9", "zh")]
    [InlineData("", "", "nonsense;;;", "en")]
    [InlineData("", "", "", "en")]
    [InlineData("?lang=ru", "en", "en", "ru")]
    [InlineData("?lang=kk", "ru", "en", "kk")]
    [InlineData("?lang=de", "ru", "en", "ru")]
    public void Of_TakesWhatTheAddressSays_ThenWhatTheReaderChose_ThenWhatTheBrowserAsksFor(
        string query,
        string cookie,
        string accepted,
        string expected
    )
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new(query);
        request.Headers.Cookie = cookie.Length == 0 ? "" : $"language={cookie}";
        request.Headers.AcceptLanguage = accepted;

        Assert.Equal(expected, PageTexts.Of(request).Language);
    }

    [Theory]
    [InlineData("июль 2023 г.", "Данные: июль 2023 г. Источник: июль 2023 г. Периоды: июль 2023 г. – июль 2023 г.")]
    [InlineData("2022 год", "Данные: 2022 год. Источник: 2022 год. Периоды: 2022 год – 2022 год.")]
    [InlineData("…", "Данные: …. Источник: …. Периоды: … – ….")]
    public void Sentence_EndsWithOneStop_WhereItsLastWordIsShortened(string argument, string sentence) =>
        Assert.Equal(sentence, PageTexts.Russian.Of("pair.source", argument, argument, argument, argument));

    [Fact]
    public void Numbers_HaveTheFormsOfTheLanguage()
    {
        Assert.Equal("1,234.5", PageTexts.English.Number(1234.5m));
        Assert.Equal("1\u00A0234,5", PageTexts.Russian.Number(1234.5m));
        Assert.Equal("1\u00A0234,5", PageTexts.All.Single(texts => texts.Language == "kk").Number(1234.5m));
        Assert.Equal("1,234.5", PageTexts.All.Single(texts => texts.Language == "zh").Number(1234.5m));
        Assert.Equal("+2", PageTexts.Russian.Signed(2));
        Assert.Equal("-2", PageTexts.English.Signed(-2));
    }

    [GeneratedRegex("\"([a-zA-Z0-9.-]+)\"")]
    private static partial Regex Quoted();
}
