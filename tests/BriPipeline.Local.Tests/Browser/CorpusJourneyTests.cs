using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace BriPipeline.Local.Tests.Browser;

/// <summary>A statistician with published files of which the program knows nothing: upload, answer, look at the preview, done; the next
/// file of the series asks nothing.</summary>
public sealed class CorpusJourneyTests(BrowserHost host)
{
    private const int MaxAnswers = 5;

    /// <summary>Looks at a page, half a second apart.</summary>
    private const int MaxLooks = 120;

    private static readonly string Shared = Path.GetFullPath(Path.Combine(RepositoryRoot(), "..", "shared"));

    /// <summary>A file, the next of its series (the same once more under its name where the corpus has one only), and what a statistician
    /// answers, by words of the questions; what is not named is left open.</summary>
    public static TheoryData<string, string, string, string, string> Files =>
        new()
        {
            {
                "kz-bns-partners-2022",
                "corpus/files/kz-bns-partners-2022/Основные показатели внешней торговли по странам_2022.xls",
                "corpus/files/kz-bns-partners-2022/Основные показатели внешней торговли по странам_2022.xls",
                "Основные показатели внешней торговли по странам_2023.xls",
                "Which goods do=TOTAL|ЕАЭС=_CIS_NON_EAEU|ЕС=_EUROPE_NON_EU"
            },
            {
                "uz-stat-export-csv",
                "corpus/files/uz-stat-export-csv/sdmx_data_1105.csv",
                "corpus/files/uz-stat-export-csv/sdmx_data_1105.csv",
                "sdmx_data_1105.csv",
                "Whose trade=uz-stat"
            },
            {
                "am-armstat-htmlxls",
                "corpus/files/am-armstat-htmlxls/myXls.xls",
                "corpus/files/am-armstat-htmlxls/myXls.xls",
                "myXls.xls",
                "Whose trade=am-armstat"
            },
            {
                "ru-fcs-regions-cumulative",
                "corpus/files/ru-fcs-regions-cumulative/страны042024.xlsx",
                "corpus/files/ru-fcs-regions-cumulative/страны092024.xlsx",
                "страны092024.xlsx",
                "Which goods do=TOTAL|в том числе=leave-out"
            },
            {
                "cn-gacc-html",
                "corpus/files/cn-gacc-html/release_section4_by_country_mar2026_cny.html",
                "corpus-2/files/cn-gacc-html-more/release_section4_by_country_janfeb2025_cny.html",
                "release_section4_by_country_janfeb2025_cny.html",
                "Which goods do=TOTAL"
            },
            {
                "cn-gacc-csv-gbk",
                "corpus/files/cn-gacc-csv-gbk/2024in.csv",
                "corpus-2/files/cn-gacc-csv-gbk-more/2025in.csv",
                "2025in.csv",
                "Whose trade=cn-gacc-query; flow=M|“?”=leave-out"
            },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Statistician_AnswersAFewQuestions_AndTheNextFileAsksNone(
        string entry,
        string first,
        string next,
        string nextName,
        string answers
    )
    {
        Assert.SkipUnless(
            File.Exists(Path.Combine(Shared, first)),
            "The published files are not beside the repository."
        );
        var page = await host.OpenAsync();
        var source = "first-" + entry[..Math.Min(30, entry.Length)];
        var given = answers
            .Split('|')
            .Select(answer => answer.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);

        await UploadAsync(page, source, first, Path.GetFileName(first));
        var count = await AnswerAsync(page, given);

        Assert.InRange(count, 1, MaxAnswers);
        await Assertions.Expect(page.Locator("h1 .badge")).ToHaveTextAsync("Done");
        await AssertCellsAsync(page, source, entry, Path.GetFileName(first));

        await UploadAsync(page, source, next, nextName);
        await Assertions.Expect(page.Locator("h1 .badge")).ToHaveTextAsync("Done");
        await Assertions.Expect(page.Locator("section.questions")).ToHaveCountAsync(0);
    }

    /// <summary>Answers what the page asks, as long as it asks something that there is an answer to.</summary>
    private static async Task<int> AnswerAsync(IPage page, Dictionary<string, string> given)
    {
        var count = 0;
        while (await page.Locator("section.questions").CountAsync() > 0)
        {
            var before = count;
            foreach (var question in await page.Locator("fieldset.question").AllAsync())
            {
                var text = await question.Locator("legend").InnerTextAsync();
                if (given.Keys.FirstOrDefault(words => text.Contains(words, StringComparison.Ordinal)) is not { } key)
                {
                    continue;
                }

                count++;
                var option = question.Locator($"input[value='{given[key]}']");
                if (await option.CountAsync() == 0)
                {
                    await question.Locator(".other input:not([type=radio])").FillAsync(given[key]);
                    continue;
                }

                await option.CheckAsync();
                var previews = await question
                    .Locator($".option:has(input[value='{given[key]}']) .preview")
                    .CountAsync();
                await Assertions.Expect(question.Locator(".preview:visible")).ToHaveCountAsync(previews);
            }

            Assert.True(count > before, "Nothing that the page asks has an answer.");
            await page.Locator("section.questions button").ClickAsync();
            await UntilAsync(page, page.Url);
        }

        return count;
    }

    /// <summary>Every cell of the file that was checked by hand is stored as it was read there, or not at all where it is no figure.</summary>
    private static async Task AssertCellsAsync(IPage page, string source, string entry, string file)
    {
        var cells = File.ReadLines(Path.Combine(Shared, "corpus", "cells.csv"))
            .Select(line => line.Split(','))
            .Where(cell => cell[0] == entry && cell[1] == file)
            .ToList();
        Assert.NotEmpty(cells);
        var reporter = cells.First(cell => cell[5].Length > 0)[5];
        var response = await page.APIRequest.GetAsync($"/api/v1/observations?reporter={reporter}&source={source}");
        var stored = (await response.JsonAsync())!
            .Value.GetProperty("observations")
            .EnumerateArray()
            .ToDictionary(row => (Text(row, "sheet"), Text(row, "cell")));
        foreach (var cell in cells)
        {
            var isStored = stored.TryGetValue((cell[2], cell[3]), out var row);
            Assert.Equal(cell[4] != "none", isStored);
            if (isStored)
            {
                Assert.Equal(
                    string.Join(' ', cell[5..11].Append(cell[11])),
                    string.Join(
                        ' ',
                        new[] { "reporter", "partner", "flow", "commodity", "unit" }
                            .Select(name => Text(row, name))
                            .Append(Text(row, "period").Replace("/", "--", StringComparison.Ordinal))
                            .Append(row.GetProperty("value").GetDecimal().ToString(CultureInfo.InvariantCulture))
                    )
                );
            }
        }

        static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";
    }

    private static async Task UploadAsync(IPage page, string source, string file, string name)
    {
        await page.SendAsync(
            source,
            new()
            {
                Name = name,
                MimeType = "application/octet-stream",
                Buffer = await File.ReadAllBytesAsync(Path.Combine(Shared, file)),
            }
        );
        await UntilAsync(page, $"/uploads/{source}/{Uri.EscapeDataString(name)}");
    }

    /// <summary>Looks again until the upload is there and no longer being worked on.</summary>
    private static async Task UntilAsync(IPage page, string address)
    {
        for (var left = MaxLooks; ; left--)
        {
            await page.GotoAsync(address);
            if (
                await page.Locator("h1 .badge").CountAsync() > 0
                && await page.Locator("h1 .badge.busy").CountAsync() == 0
            )
            {
                return;
            }

            Assert.True(left > 0, $"{address} is not done.");
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BriPipeline.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
