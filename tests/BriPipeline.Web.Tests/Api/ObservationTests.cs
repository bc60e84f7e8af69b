using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace BriPipeline.Web.Tests.Api;

public sealed class ObservationTests(ApiHost host)
{
    private const string Exports = "/api/v1/observations?reporter=UZB&partner=CHN&flow=X";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_HoldsTheFigures_AndSaysLastThatItIsComplete()
    {
        var text = await host.Client.GetStringAsync(Exports, Cancellation);
        var answer = JsonDocument.Parse(text).RootElement;

        Assert.Equal(["2021-01", "2021-02"], Column(answer, "period"));
        Assert.Equal(["110500", "101500"], Column(answer, "value"));
        Assert.Equal(2, answer.GetProperty("rows").GetInt32());
        Assert.EndsWith("\"complete\":true}", text.TrimEnd(), StringComparison.Ordinal);
        Assert.StartsWith("{\"next\":null,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/csv", "text/csv", "reporter,partner,flow,")]
    [InlineData("application/vnd.sdmx.data+csv", "application/vnd.sdmx.data+csv", "DATAFLOW,REF_AREA,")]
    [InlineData("application/vnd.sdmx.data+csv;version=1.0.0", "application/vnd.sdmx.data+csv", "DATAFLOW,REF_AREA,")]
    [InlineData("text/html, text/csv;q=0.5, application/json;q=0.4", "text/csv", "reporter,")]
    [InlineData("*/*", "application/json", "{\"next\"")]
    [InlineData("application/*", "application/json", "{\"next\"")]
    [InlineData("not a media type", "application/json", "{\"next\"")]
    public async Task Format_IsTheOneAskedFor(string accept, string expected, string start)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Exports);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(expected, response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith(start, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Format_IsRefused_WhenNoneIsOffered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Exports);
        request.Headers.Add("Accept", "image/png");
        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    [Fact]
    public async Task Csv_EndsWithTheNumberOfRows_OnlyWhereAsked()
    {
        var plain = await host.Client.GetStringAsync(Exports + "&format=csv", Cancellation);
        var counted = await host.Client.GetStringAsync(Exports + "&format=csv&complete=true", Cancellation);

        Assert.DoesNotContain('#', plain);
        Assert.Equal(plain + "# complete: 2 rows\n", counted);
    }

    [Theory]
    [InlineData("en", "Uzbekistan", "China", "Exports", "All commodities", "US Dollar", "Month", "Normal")]
    [InlineData("ru", "Узбекистан", "Китай", "Экспорт", "Все товары", "доллар США", "Месяц", "Обычное значение")]
    [InlineData("kk", "Өзбекстан", "Қытай", "Экспорт", "Барлық тауарлар", "АҚШ доллары", "Ай", "Қалыпты мән")]
    [InlineData("zh", "乌兹别克斯坦", "中国", "出口", "全部商品", "美元", "月", "正常值")]
    public async Task Labels_SetNamesBesideCodes(string language, params string[] names)
    {
        var text = await host.Client.GetStringAsync($"{Exports}&format=csv&labels={language}", Cancellation);
        var lines = text.Split('\n');
        var (header, row) = (lines[0].Split(','), lines[1].Split(','));
        var named = Enumerable
            .Range(0, header.Length)
            .Where(i => header[i].EndsWith("_name", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(
            ["reporter", "partner", "flow", "commodity", "unit", "variant", "frequency", "status"],
            named.Select(i => header[i - 1])
        );
        Assert.Equal(named.Select(i => header[i - 1] + "_name"), named.Select(i => header[i]));
        Assert.Equal(names, named.Select(i => row[i]).Where(name => name.Length > 0));
    }

    [Theory]
    [InlineData("/api/v1/series?reporter=UZB")]
    [InlineData("/api/v1/revisions?reporter=UZB")]
    public async Task Labels_NameWhatIsNoFigureToo(string address)
    {
        var plain = await host.Client.GetStringAsync(address + "&format=csv", Cancellation);
        var named = await host.Client.GetStringAsync(address + "&format=csv&labels=ru", Cancellation);

        Assert.DoesNotContain("_name", plain, StringComparison.Ordinal);
        Assert.Contains("partner,partner_name,", named, StringComparison.Ordinal);
        Assert.Contains("CHN,Китай,", named, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Operator", true)]
    [InlineData("Reader", false)]
    public async Task LayoutOfTheLastUpload_IsReadForThoseWhoMaySaveIt(string role, bool isRead)
    {
        using var client = host.As(role);
        var html = await client.GetStringAsync("/sources/api-test?pin=1", Cancellation);

        Assert.Equal(isRead, html.Contains("&quot;columns&quot;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/v1/nothing", "application/problem+json")]
    [InlineData("/api/v1/uploads/api-test/none.csv", "application/problem+json")]
    [InlineData("/sdmx/2.1/nothing", "application/vnd.sdmx.data+json")]
    [InlineData("/sdmx/2.1/data/NONE", "application/vnd.sdmx.data+json")]
    [InlineData("/nothing", "text/html")]
    public async Task NotFound_IsSaidAsTheCallersOfThePathExpect(string address, string expected)
    {
        using var response = await host.Client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/api/v1/observations?reporter=UZB")]
    [InlineData("/sdmx/2.1/dataflow")]
    [InlineData("/")]
    public async Task Head_IsAnsweredAsGet_WithoutABody(string address)
    {
        using var got = await host.Client.GetAsync(address, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(got.Content.Headers.ContentType, response.Content.Headers.ContentType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("https://charts.example", "/api/v1/series", "https://charts.example")]
    [InlineData("https://charts.example", "/sdmx/2.1/dataflow", "https://charts.example")]
    [InlineData("https://other.example", "/api/v1/series", null)]
    [InlineData("https://charts.example", "/", null)]
    public async Task OtherSites_ReadAnswersForPrograms_WhereTheSettingNamesThem(
        string origin,
        string address,
        string? allowed
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Origin", origin);
        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.Equal(
            allowed,
            response.Headers.TryGetValues("Access-Control-Allow-Origin", out var said) ? said.Single() : null
        );
    }

    /// <summary>Small answers joined by their links are the large one.</summary>
    [Theory]
    [InlineData("/api/v1/observations?reporter=UZB", "observations", 1)]
    [InlineData("/api/v1/observations?reporter=UZB", "observations", 3)]
    [InlineData("/api/v1/series?reporter=UZB", "series", 2)]
    [InlineData("/api/v1/changes", "changes", 1)]
    public async Task Pages_JoinedAreTheWhole(string address, string name, int limit)
    {
        var whole = await JsonAsync(address);
        var joined = new List<string>();
        var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var next = string.Create(CultureInfo.InvariantCulture, $"{address}{separator}limit={limit}");
        while (next is not null)
        {
            using var response = await host.Client.GetAsync(next, Cancellation);
            var page = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;
            Assert.InRange(page.GetProperty("rows").GetInt32(), 1, limit);
            joined.AddRange(page.GetProperty(name).EnumerateArray().Select(row => row.ToString()));
            next = page.GetProperty("next").GetString();
            Assert.Equal(
                next is null ? null : $"<{next}>; rel=\"next\"",
                response.Headers.TryGetValues("Link", out var links) ? links.Single() : null
            );
        }

        Assert.Equal(whole.GetProperty(name).EnumerateArray().Select(row => row.ToString()), joined);
        Assert.True(joined.Count > limit || name == "changes");
    }

    [Fact]
    public async Task AsOf_GivesWhatWasKnownThen()
    {
        var then = await JsonAsync($"{Exports}&asOf={host.BetweenEditions.UtcDateTime:O}");

        Assert.Equal(["100500", "101500"], Column(then, "value"));
    }

    [Fact]
    public async Task ChangedSince_GivesTheRowsThatAnImportTouched()
    {
        var rows = await JsonAsync(
            $"/api/v1/observations?reporter=UZB&changedSince={host.BetweenEditions.UtcDateTime:O}"
        );

        Assert.Equal(["110500"], Column(rows, "value"));
    }

    [Theory]
    [InlineData("from=2021-02", "2021-02")]
    [InlineData("to=2021-01", "2021-01")]
    [InlineData("from=2021-Q1&to=2021-01", "2021-01")]
    [InlineData("frequency=A", "")]
    public async Task Periods_NarrowTheRows(string limits, string periods) =>
        Assert.Equal(
            periods.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Column(await JsonAsync($"{Exports}&{limits}"), "period")
        );

    [Fact]
    public async Task Revisions_TellOldAndNew()
    {
        var rows = await JsonAsync("/api/v1/revisions?reporter=UZB&partner=CHN");
        var row = Assert.Single(rows.GetProperty("revisions").EnumerateArray());

        Assert.Equal("revised", row.GetProperty("kind").GetString());
        Assert.Equal(100500m, row.GetProperty("old_value").GetDecimal());
        Assert.Equal(110500m, row.GetProperty("new_value").GetDecimal());
    }

    [Fact]
    public async Task Series_TellWhatIsCovered()
    {
        var rows = await JsonAsync("/api/v1/series?reporter=UZB&partner=CHN&flow=X");
        var row = Assert.Single(rows.GetProperty("series").EnumerateArray());

        Assert.Equal("2021-01", row.GetProperty("first").GetString());
        Assert.Equal("2021-02", row.GetProperty("last").GetString());
        Assert.Equal(1, row.GetProperty("schema_version").GetInt32());
    }

    [Fact]
    public async Task ETag_SparesTheAnswerUntilSomethingIsImported()
    {
        using var first = await host.Client.GetAsync(Exports, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, Exports);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await host.Client.SendAsync(request, Cancellation);

        Assert.True(first.Headers.ETag!.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Body_IsCompressedAsAsked(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Exports);
        request.Headers.Add("Accept-Encoding", encoding);
        using var response = await host.Client.SendAsync(request, Cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
        await using Stream plain =
            encoding == "br"
                ? new BrotliStream(body, CompressionMode.Decompress)
                : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);

        Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Equal(
            await host.Client.GetStringAsync(Exports, Cancellation),
            await reader.ReadToEndAsync(Cancellation)
        );
    }

    [Theory]
    [InlineData("reporter=Kazakhstan", "reporter")]
    [InlineData("from=2021-13", "from")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=100001", "limit")]
    [InlineData("asOf=yesterday", "asOf")]
    [InlineData("after=x", "after")]
    [InlineData("flow=X&flow=M", "flow")]
    [InlineData("format=pdf", "format")]
    [InlineData("labels=de", "labels")]
    [InlineData("labels=en&format=sdmx-csv", "labels")]
    [InlineData("reportr=UZB", "reportr")]
    public async Task Problem_NamesTheParameter(string query, string parameter)
    {
        using var response = await host.Client.GetAsync("/api/v1/observations?" + query, Cancellation);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement;

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
    }

    private static string[] Column(JsonElement answer, string name) =>
        [.. answer.GetProperty("observations").EnumerateArray().Select(row => row.GetProperty(name).ToString())];

    private async Task<JsonElement> JsonAsync(string address) =>
        JsonDocument.Parse(await host.Client.GetStringAsync(address, Cancellation)).RootElement;
}
