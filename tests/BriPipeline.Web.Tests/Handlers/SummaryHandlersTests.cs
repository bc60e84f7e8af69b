using System.Net;
using System.Text;
using System.Text.Json;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Web.Tests.Handlers;

public sealed class SummaryHandlersTests : PageTests
{
    private static readonly SummaryRecord Compiled = new(
        "KAZ",
        TimePeriod.OfYear(2022),
        DirtySeq: 4,
        CompiledSeq: 4,
        Edition: 1,
        Approved: false,
        ["KAZ/2022/1/en.html", "KAZ/2022/1/facts.json"],
        Reason: null
    );

    [Fact]
    public async Task List_SaysWhatIsMissing_WhenThereIsNoSummary() =>
        Assert.Contains(
            "No summary yet",
            await Client.GetStringAsync("/summaries", Cancellation),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task List_ShowsDraftsAndReasons_NewestPeriodFirst()
    {
        Storage.Summaries.Add(Compiled with { Period = TimePeriod.OfYear(2021) });
        Storage.Summaries.Add(Compiled);
        Storage.Summaries.Add(
            new("KAZ", TimePeriod.OfMonth(2023, 1), 5, 0, 0, false, [], "World imports are not there yet.")
        );

        var html = await Client.GetStringAsync("/summaries", Cancellation);

        Assert.Contains(">Draft</span>", html, StringComparison.Ordinal);
        Assert.Contains("World imports are not there yet.", html, StringComparison.Ordinal);
        Assert.Contains("/documents/KAZ/2022/1/facts.json", html, StringComparison.Ordinal);
        Assert.True(
            html.IndexOf(">2022<", StringComparison.Ordinal) < html.IndexOf(">2021<", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Show_FramesTheNewestEdition()
    {
        Storage.Summaries.Add(Compiled);

        var html = await Client.GetStringAsync("/summaries/KAZ/2022", Cancellation);

        Assert.Contains("<iframe", html, StringComparison.Ordinal);
        Assert.Contains("src=\"/documents/KAZ/2022/1/en.html\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_GivesPastEditions_InTheLanguageAsked()
    {
        Storage.Summaries.Add(Compiled with { Edition = 3 });

        var html = await Client.GetStringAsync("/summaries/KAZ/2022?edition=2&language=kk", Cancellation);

        Assert.Contains("src=\"/documents/KAZ/2022/2/kk.html\"", html, StringComparison.Ordinal);
        Assert.Contains("/summaries/KAZ/2022?edition=1", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_PutsNameAndTimeOnTheDocuments_AndListsTheEditionInTheFeed()
    {
        AddRows();
        Storage.Summaries.Add(Compiled with { Edition = 0, Documents = [] });
        using var compiled = await PostAsync("/summaries/KAZ/2022");
        var before = await Client.GetStringAsync("/summaries.atom", Cancellation);

        using var approved = await PostAsync("/summaries/KAZ/2022/approve", ("name", "A. <Statistician>"));

        Assert.Equal(HttpStatusCode.Redirect, compiled.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        Assert.DoesNotContain("<entry>", before, StringComparison.Ordinal);
        var feed = await Client.GetStringAsync("/summaries.atom", Cancellation);
        Assert.Contains("<title>Kazakhstan, 2022, edition 1</title>", feed, StringComparison.Ordinal);
        Assert.Contains("<name>A. &lt;Statistician&gt;</name>", feed, StringComparison.Ordinal);
        Assert.Contains("/documents/KAZ/2022/1/ru.html", feed, StringComparison.Ordinal);
        var html = await Client.GetStringAsync("/documents/KAZ/2022/1/en.html", Cancellation);
        Assert.Contains("Approved by A. &lt;Statistician&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_IsRefused_WithoutAName()
    {
        Storage.Summaries.Add(Compiled);

        using var response = await PostAsync("/summaries/KAZ/2022/approve", ("name", " "));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Show_SaysThatReadersQuestionFiguresOfTheEdition()
    {
        AddRows();
        Storage.Summaries.Add(Compiled with { Edition = 0, Documents = [] });
        using var compiled = await PostAsync("/summaries/KAZ/2022");
        var row = Storage.Trade[0];
        var challenge = new Challenge(new(row.Source, row.Key), DateTimeOffset.UnixEpoch, row.Value, "Why?", "A");
        Storage.Challenges.AddRange([
            challenge with
            {
                Figure = new(row.Source, row.Key with { Partner = new("ZWE") }),
            },
            challenge with
            {
                Answer = new("So.", "B", DateTimeOffset.UnixEpoch),
            },
        ]);

        var before = await Client.GetStringAsync("/summaries/KAZ/2022", Cancellation);
        Storage.Challenges.Add(challenge);
        var after = await Client.GetStringAsync("/summaries/KAZ/2022", Cancellation);

        Assert.DoesNotContain("Readers question figures", before, StringComparison.Ordinal);
        Assert.Contains("Readers question figures of this edition: 1", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approve_AsksForAReason_WhereFindingsAreOpenAboutTheFigures()
    {
        AddRows();
        Storage.Trade[0] = Storage.Trade[0] with { Doubt = "large-revision" };
        Storage.Summaries.Add(Compiled with { Edition = 0, Documents = [] });
        using var compiled = await PostAsync("/summaries/KAZ/2022");
        var page = await Client.GetStringAsync("/summaries/KAZ/2022", Cancellation);

        using var refused = await PostAsync("/summaries/KAZ/2022/approve", ("name", "A. Statistician"));
        using var approved = await PostAsync(
            "/summaries/KAZ/2022/approve",
            ("name", "A. Statistician"),
            ("reason", "The source confirmed it.")
        );

        Assert.Contains("name=\"reason\" required", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(
            "an approval needs a reason",
            await refused.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Redirect, approved.StatusCode);
        Assert.Contains(
            "The source confirmed it.",
            await Client.GetStringAsync("/documents/KAZ/2022/1/en.html", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Show_AsksForNoReason_WhereNothingIsOpen()
    {
        AddRows();
        Storage.Summaries.Add(Compiled with { Edition = 0, Documents = [] });
        using var compiled = await PostAsync("/summaries/KAZ/2022");

        Assert.DoesNotContain(
            "name=\"reason\"",
            await Client.GetStringAsync("/summaries/KAZ/2022", Cancellation),
            StringComparison.Ordinal
        );
    }

    /// <summary>Where two series could be meant, the page shows what both have, and a choice writes the file and compiles.</summary>
    [Fact]
    public async Task Choose_WritesTheSeries_AndCompilesWithIt()
    {
        AddRows();
        foreach (var row in Storage.Trade.ToList())
        {
            Storage.Trade.Add(row with { Source = "other-office", Value = row.Value + 7 });
        }

        Storage.Texts["summaries/KAZ.json"] = """{ "source": "gone", "unit": "USD", "baseYear": 1992 }""";
        Storage.Summaries.Add(Compiled with { Edition = 0, Documents = [], Reason = "Two series." });

        var page = await Client.GetStringAsync("/summaries/KAZ/2022", Cancellation);
        using var chosen = await PostAsync("/summaries/KAZ/2022/choice", ("choice", "other-office in USD"));
        using var wrong = await PostAsync("/summaries/KAZ/2022/choice", ("choice", "nobody in USD"));

        Assert.Contains("value=\"other-office in USD\"", page, StringComparison.Ordinal);
        Assert.Contains(
            Storage.Trade[^1].Value.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture),
            page,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        Assert.Equal("""{"source":"other-office","unit":"USD","baseYear":1992}""", Storage.Texts["summaries/KAZ.json"]);
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
    }

    [Fact]
    public async Task Rebuild_SaysWhy_WhereThereIsNoEdition()
    {
        using var response = await PostAsync("/summaries/KAZ/2022");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains(
            "no source has a World row",
            await response.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rebuild_AnswersProgramsWithTheRecord()
    {
        using var response = await Client.PostAsync("/summaries/KAZ/2022", content: null, Cancellation);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        using var record = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("2022", record.RootElement.GetProperty("period").GetString());
        Assert.Contains("World row", record.RootElement.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] form) =>
        Client.PostAsync(
            address,
            new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))),
            Cancellation
        );

    private void AddRows()
    {
        foreach (var (flow, value) in new[] { (TradeFlow.X, 84_000_000m), (TradeFlow.M, 50_000_000m) })
        {
            Storage.Trade.Add(
                new TradeRow
                {
                    Key = new ObservationKey(
                        new Area("KAZ"),
                        Area.World,
                        flow,
                        Commodity.Total,
                        new Unit("USD"),
                        TimePeriod.OfYear(2022),
                        null
                    ),
                    Source = "kz-bns",
                    Value = value,
                    Multiplier = 0,
                    Edition = "2023-02-15",
                    Upload = "kz-bns/trade.xlsx",
                    Sheet = "2022",
                    Cell = "B7",
                    Raw = "84",
                    Seq = 1,
                    FirstSeen = default,
                    LastChanged = default,
                }
            );
        }
    }

    [Theory]
    [InlineData("/summaries/KAZ/2021")]
    [InlineData("/summaries/KAZ/2022-13")]
    [InlineData("/summaries/KAZ/nonsense")]
    [InlineData("/documents/KAZ/2022/1/none.html")]
    [InlineData("/documents/KAZ/2022/1/en.exe")]
    public async Task Show_GivesNotFound_WhenThereIsNone(string address)
    {
        Storage.Summaries.Add(Compiled);

        using var response = await Client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Documents_AreServedAsTheyAre_WithoutScripts()
    {
        Storage.Documents["KAZ/2022/1/en.html"] = Encoding.UTF8.GetBytes("<!DOCTYPE html><p>24,203.9</p>");

        using var response = await Client.GetAsync("/documents/KAZ/2022/1/en.html", Cancellation);

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("<!DOCTYPE html><p>24,203.9</p>", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.DoesNotContain(
            "script-src",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
    }
}
