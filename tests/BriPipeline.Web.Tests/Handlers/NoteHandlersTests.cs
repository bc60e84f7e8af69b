using System.Net;
using System.Xml.Linq;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Handlers;
using BriPipeline.Web.Tests.Api;

namespace BriPipeline.Web.Tests.Handlers;

/// <summary>Publication notes of two imports of one file, over real tables.</summary>
public sealed class NoteHandlersTests(ApiHost host)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_SaysWhatEachImportChanged_AndWhy()
    {
        var html = await host.Client.GetStringAsync("/data/notes?source=api-test", Cancellation);

        Assert.Contains(">api-test, import 1: first import</a>", html, StringComparison.Ordinal);
        Assert.Contains(">api-test, import 2: revised by the source</a>", html, StringComparison.Ordinal);
        Assert.Contains("Figures: 7 new.", html, StringComparison.Ordinal);
        Assert.Contains("Figures: 1 changed.", html, StringComparison.Ordinal);
        Assert.Contains("Last: January 2021, which came on ", html, StringComparison.Ordinal);
        Assert.True(
            html.IndexOf("import 2:", StringComparison.Ordinal) < html.IndexOf("import 1:", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Note_ListsTheLargestChanges_AndLeadsToTheUpload()
    {
        var html = await host.Client.GetStringAsync("/data/notes/api-test/2", Cancellation);

        Assert.Contains("long.csv, from api-test, received ", html, StringComparison.Ordinal);
        Assert.Contains("The source sent another version of the file.", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/uploads/api-test/2021/long.csv?sha256=", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">100,500</td><td class=\"n\">110,500</td>", html, StringComparison.Ordinal);
        Assert.Contains("<td>Uzbekistan</td><td>China</td><td>exports</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryRevision_LeadsToItsNote()
    {
        var csv = await host.Client.GetStringAsync("/api/v1/revisions?reporter=UZB&format=csv", Cancellation);
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var at = Array.IndexOf(lines[0].Split(','), "note");

        Assert.True(lines.Length > 1);
        foreach (var line in lines.Skip(1))
        {
            using var note = await host.Client.GetAsync(line.Split(',')[at], Cancellation);
            Assert.Equal(HttpStatusCode.OK, note.StatusCode);
        }

        var figure = await host.Client.GetStringAsync(
            "/data/figure?pair=UZB-CHN&row=TOTAL%7CX%7CUSD%7Capi-test%7CM%7C2021-01",
            Cancellation
        );
        Assert.Contains("href=\"/data/notes/api-test/2\"", figure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/data/notes/api-test/99")]
    [InlineData("/data/notes/api-test/x")]
    [InlineData("/data/notes/nobody/1")]
    public async Task Note_OfNoImport_IsNotFound(string address)
    {
        using var answer = await host.Client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Feed_HasTheNotes_InTheLanguageOfTheAddress()
    {
        var english = XDocument.Parse(await host.Client.GetStringAsync("/data/notes.atom", Cancellation));
        var russian = await host.Client.GetStringAsync("/data/notes.atom?lang=ru", Cancellation);

        var entry = english
            .Root!.Elements(Atom + "entry")
            .Single(entry => entry.Element(Atom + "id")!.Value == "urn:bripipeline:notes:api-test:2");
        Assert.Equal("api-test, import 2: revised by the source", entry.Element(Atom + "title")!.Value);
        Assert.Contains("Figures: 1 changed.", entry.Element(Atom + "summary")!.Value, StringComparison.Ordinal);
        Assert.EndsWith(
            "/data/notes/api-test/2",
            entry.Element(Atom + "link")!.Attribute("href")!.Value,
            StringComparison.Ordinal
        );
        Assert.Contains("импорт 2: пересмотрено источником", russian, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_SayHowSoonFiguresCome()
    {
        var html = await host.Client.GetStringAsync("/sources", Cancellation);

        Assert.Contains("<th>How soon figures come</th>", html, StringComparison.Ordinal);
        Assert.Contains("<td>not known yet</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Feed_SaysWhichSourceIsLate()
    {
        var late = new Timeliness(
            "kz-bns",
            new(new("KAZ"), Area.World, TradeFlow.X, Commodity.Total, new("USD"), Frequency.M, null),
            TimePeriod.OfMonth(2023, 7),
            new(2023, 9, 5, 9, 0, 0, TimeSpan.Zero),
            36,
            40,
            6
        );

        XDocument On(DateOnly today) =>
            XDocument.Load(
                new MemoryStream(
                    NoteFeed.Write(
                        PageTexts.English,
                        [],
                        new Dictionary<string, string>(StringComparer.Ordinal),
                        new Dictionary<string, Timeliness>(StringComparer.Ordinal) { ["kz-bns"] = late },
                        today,
                        "https://trade.example"
                    )
                )
            );

        Assert.Empty(On(new(2023, 10, 10)).Root!.Elements(Atom + "entry"));
        var entry = Assert.Single(On(new(2023, 10, 12)).Root!.Elements(Atom + "entry"));
        Assert.Contains(
            "August 2023 is late by 2 days: it was expected by 10 October 2023.",
            entry.Element(Atom + "summary")!.Value,
            StringComparison.Ordinal
        );
        Assert.Equal("2023-10-11T00:00:00Z", entry.Element(Atom + "updated")!.Value);
    }
}
