using System.Net;
using BriPipeline.Core.Workbooks;
using BriPipeline.Web.Tests.Api;

namespace BriPipeline.Web.Tests.Handlers;

/// <summary>The pages of figures over real tables with two editions of one source.</summary>
public sealed class DataHandlersTests(ApiHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Show_NamesTheReportersOfWhomThereAreFigures()
    {
        var html = await host.Client.GetStringAsync("/data?partner=&flow=", Cancellation);

        Assert.Contains("/data?reporter=UZB\">Uzbekistan</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_ListsTheSeriesOfAReporter()
    {
        var html = await host.Client.GetStringAsync("/data?reporter=UZB&list=series", Cancellation);

        Assert.Contains(">China</a>", html, StringComparison.Ordinal);
        Assert.Contains(
            "partner=CHN&amp;flow=X&amp;commodity=TOTAL&amp;unit=USD&amp;frequency=M&amp;source=api-test",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("2021-02", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uzb")]
    [InlineData("Uzbekistan")]
    [InlineData("Узбекистан")]
    public async Task Show_TakesNamesForCodes(string reporter)
    {
        var html = await host.Client.GetStringAsync(
            $"/data?reporter={Uri.EscapeDataString(reporter)}&lang=en",
            Cancellation
        );

        Assert.Contains(">China</a>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_SaysWhichFieldIsWrong()
    {
        using var english = await host.Client.GetAsync("/data?reporter=UZB&from=soon", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/data?reporter=UZB&from=soon");
        request.Headers.AcceptLanguage.ParseAdd("ru");
        using var russian = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, english.StatusCode);
        Assert.Contains(
            "The parameter from is not a period",
            await english.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Параметр from не понят: «soon».",
            WebUtility.HtmlDecode(await russian.Content.ReadAsStringAsync(Cancellation)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Figure_LeadsToItsCell_AndTellsItsHistory()
    {
        var html = await host.Client.GetStringAsync(
            "/data/figure?pair=UZB-CHN&row=TOTAL|X|USD|api-test|M|2021-01",
            Cancellation
        );

        Assert.Contains("110,500 USD", html, StringComparison.Ordinal);
        Assert.Contains("/uploads/api-test/2021/long.csv?sha256=", html, StringComparison.Ordinal);
        Assert.Contains("<b>D2</b>", html, StringComparison.Ordinal);
        Assert.Contains(">revised<", html, StringComparison.Ordinal);
        Assert.Contains(">100,500<", html, StringComparison.Ordinal);
        Assert.Contains(">+10,000<", html, StringComparison.Ordinal);
        Assert.Contains("Open findings: <a href=", html, StringComparison.Ordinal);
        Assert.Contains(">Large revision</a>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pair=UZB-CHN&row=TOTAL|X|USD|api-test|M|1999-01")]
    [InlineData("pair=UZB-CHN&row=nonsense")]
    [InlineData("pair=&row=")]
    [InlineData("")]
    public async Task Figure_IsNotFound_WhereThereIsNone(string query)
    {
        using var answer = await host.Client.GetAsync("/data/figure?" + query, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Workbook_HoldsTheFiguresAsNumbers()
    {
        var bytes = await host.Client.GetByteArrayAsync("/data/figures.xlsx?reporter=UZB&partner=CHN", Cancellation);
        using var content = new MemoryStream(bytes);
        var sheet = WorkbookReader.Read(content, "figures.xlsx").Workbook!.Sheets.Single();
        var csv = await host.Client.GetStringAsync(
            "/api/v1/observations?reporter=UZB&partner=CHN&format=csv",
            Cancellation
        );
        var lines = csv.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();

        Assert.Equal(lines.Count, sheet.RowCount);
        Assert.Contains("110500", lines[2], StringComparison.Ordinal);
        Assert.Contains(110500d, Enumerable.Range(1, 26).Select(column => sheet[3, column].Number));
    }
}
