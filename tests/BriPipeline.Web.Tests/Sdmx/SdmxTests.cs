using System.Net;
using System.Text.Json;
using BriPipeline.Web.Sdmx;
using BriPipeline.Web.Tests.Api;

namespace BriPipeline.Web.Tests.Sdmx;

public sealed class SdmxTests(ApiHost host)
{
    private const string Csv = "application/vnd.sdmx.data+csv;version=1.0.0";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UZB.CHN.X.TOTAL.USD.M._Z.api-test", 2)]
    [InlineData("UZB.CHN.X+M.TOTAL.USD.M..", 3)]
    [InlineData("UZB.CHN+DEU......", 5)]
    [InlineData("UZB.......", 7)]
    public async Task Data_HoldsTheObservationsOfTheKey(string key, int rows) =>
        Assert.Equal(rows + 1, (await CsvAsync($"/sdmx/2.1/data/TRADE/{key}")).Length);

    [Fact]
    public async Task Csv_IsInWholeUnits_WithThePublishedMultiplierBesideIt()
    {
        var lines = await CsvAsync("/sdmx/2.1/data/TRADE/UZB.CHN.X.TOTAL.USD.M._Z.api-test?startPeriod=2021-02");

        Assert.Equal(
            [
                "DATAFLOW,REF_AREA,COUNTERPART_AREA,TRADE_FLOW,COMMODITY,UNIT_MEASURE,FREQ,VARIANT,SOURCE,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS,PUBLISHED_MULT,DOUBT",
                "BRIPIPELINE:TRADE(1.0),UZB,CHN,X,TOTAL,USD,M,_Z,api-test,2021-02,101500,0,A,3,_Z",
            ],
            lines
        );
    }

    [Theory]
    [InlineData("startPeriod=2021-02", "2021-02")]
    [InlineData("endPeriod=2021-01-31", "2021-01")]
    [InlineData("startPeriod=2021&endPeriod=2021", "2021-01 2021-02")]
    [InlineData("firstNObservations=1", "2021-01")]
    [InlineData("lastNObservations=1", "2021-02")]
    [InlineData("firstNObservations=1&lastNObservations=1", "2021-01 2021-02")]
    [InlineData("updatedAfter=2020-01-01T00:00:00Z", "2021-01 2021-02")]
    public async Task Parameters_Narrow(string query, string periods)
    {
        var lines = await CsvAsync($"/sdmx/2.1/data/TRADE/UZB.CHN.X.....?{query}");

        Assert.Equal(periods.Split(' '), lines.Skip(1).Select(line => line.Split(',')[9]));
    }

    [Theory]
    [InlineData("dataonly", "TIME_PERIOD,OBS_VALUE", 2)]
    [InlineData("serieskeysonly", "VARIANT,SOURCE", 1)]
    [InlineData("nodata", "VARIANT,SOURCE", 1)]
    public async Task Detail_LeavesOut(string detail, string end, int rows)
    {
        var lines = await CsvAsync($"/sdmx/2.1/data/TRADE/UZB.CHN.X.....?detail={detail}");

        Assert.EndsWith(end, lines[0], StringComparison.Ordinal);
        Assert.Equal(rows + 1, lines.Length);
    }

    /// <summary>Put together again from its positions, SDMX-JSON says what SDMX-CSV says.</summary>
    [Theory]
    [InlineData("TIME_PERIOD")]
    [InlineData("AllDimensions")]
    public async Task Json_SaysWhatCsvSays(string atObservation)
    {
        var query = "/sdmx/2.1/data/TRADE/UZB.......";
        var json = JsonDocument
            .Parse(await host.Client.GetStringAsync($"{query}?dimensionAtObservation={atObservation}", Cancellation))
            .RootElement.GetProperty("data");
        var dimensions = json.GetProperty("structure").GetProperty("dimensions");
        var set = json.GetProperty("dataSets")[0];
        var codes = Codes(dimensions.GetProperty("series"))
            .Concat(Codes(dimensions.GetProperty("observation")))
            .ToList();
        var attributes = Codes(json.GetProperty("structure").GetProperty("attributes").GetProperty("observation"));
        var observations =
            atObservation == "AllDimensions"
                ? set.GetProperty("observations").EnumerateObject().Select(one => (one.Name, one.Value))
                : from series in set.GetProperty("series").EnumerateObject()
                from one in series.Value.GetProperty("observations").EnumerateObject()
                select ($"{series.Name}:{one.Name}", one.Value);

        var lines = observations.Select(one =>
            string.Join(
                ',',
                [
                    "BRIPIPELINE:TRADE(1.0)",
                    .. one
                        .Item1.Split(':')
                        .Select(
                            (position, i) =>
                                codes[i][int.Parse(position, System.Globalization.CultureInfo.InvariantCulture)]
                        ),
                    one.Item2[0].ToString(),
                    .. one.Item2.EnumerateArray().Skip(1).Select((position, i) => attributes[i][position.GetInt32()]),
                ]
            )
        );

        Assert.Equal((await CsvAsync(query)).Skip(1), lines);
    }

    [Theory]
    [InlineData("/sdmx/2.1/data/TRADE/UZB.XKX......", HttpStatusCode.NotFound, 100)]
    [InlineData("/sdmx/2.1/data/OTHER/UZB.......", HttpStatusCode.NotFound, 100)]
    [InlineData("/sdmx/2.1/data/TRADE/UZB.CHN", HttpStatusCode.BadRequest, 150)]
    [InlineData("/sdmx/2.1/data/TRADE/UZB.CHN.!.....", HttpStatusCode.BadRequest, 140)]
    [InlineData("/sdmx/2.1/data/TRADE/all?startPeriod=soon", HttpStatusCode.BadRequest, 140)]
    [InlineData("/sdmx/2.1/codelist/all/CL_NONE", HttpStatusCode.NotFound, 100)]
    public async Task Error_HasTheCodeOfTheStandard(string address, HttpStatusCode status, int code)
    {
        using var response = await host.Client.GetAsync(address, Cancellation);
        var error = JsonDocument
            .Parse(await response.Content.ReadAsStringAsync(Cancellation))
            .RootElement.GetProperty("errors")[0];

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(code, error.GetProperty("code").GetInt32());
    }

    [Fact]
    public async Task Structure_NamesTheDimensionsInTheOrderOfAKey_AndTheirLists()
    {
        var address = "/sdmx/2.1/datastructure/BRIPIPELINE/TRADE/1.0?references=children";
        var data = JsonDocument
            .Parse(await host.Client.GetStringAsync(address, Cancellation))
            .RootElement.GetProperty("data");
        var dimensions = data.GetProperty("dataStructures")[0]
            .GetProperty("dataStructureComponents")
            .GetProperty("dimensionList")
            .GetProperty("dimensions")
            .EnumerateArray()
            .ToList();
        var lists = data.GetProperty("codelists")
            .EnumerateArray()
            .Select(list => list.GetProperty("id").GetString()!)
            .ToList();

        Assert.Equal(
            SdmxStructure.Dimensions.Select(dimension => dimension.Id),
            dimensions.Select(dimension => dimension.GetProperty("id").GetString()!)
        );
        Assert.All(
            dimensions,
            dimension =>
                Assert.Contains(
                    lists,
                    list =>
                        dimension
                            .GetProperty("localRepresentation")
                            .GetProperty("enumeration")
                            .GetString()!
                            .Contains($":{list}(", StringComparison.Ordinal)
                )
        );
    }

    /// <summary>Every code of every row stands in its list.</summary>
    [Fact]
    public async Task CodeLists_HoldTheCodesInUse()
    {
        var text = await host.Client.GetStringAsync("/sdmx/2.1/codelist/all/all/latest", Cancellation);
        var lists = JsonDocument
            .Parse(text)
            .RootElement.GetProperty("data")
            .GetProperty("codelists")
            .EnumerateArray()
            .ToDictionary(
                list => list.GetProperty("id").GetString()!,
                list =>
                    list.GetProperty("codes")
                        .EnumerateArray()
                        .Select(code => code.GetProperty("id").GetString()!)
                        .ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
        var lines = await CsvAsync("/sdmx/2.1/data/TRADE/all");

        Assert.All(
            lines.Skip(1).Select(line => line.Split(',')),
            fields =>
                Assert.All(
                    SdmxStructure.Dimensions.Select((dimension, i) => (dimension.CodeList, fields[i + 1])),
                    pair => Assert.Contains(pair.Item2, lists[pair.CodeList])
                )
        );
    }

    [Theory]
    [InlineData("TOTAL", "TOTAL")]
    [InlineData("HS.27", "HS_27")]
    [InlineData("N.нефть-и-газ", "N_@043D@0435@0444@0442@044C-@0438-@0433@0430@0437")]
    [InlineData("Q.NMP", "Q_NMP")]
    public void Code_ComesBack(string code, string written)
    {
        Assert.Equal(written, SdmxCode.Of(code));
        Assert.Equal(code, SdmxCode.Read(written));
    }

    private static List<List<string>> Codes(JsonElement components) =>
        [
            .. components
                .EnumerateArray()
                .Select(component =>
                    component
                        .GetProperty("values")
                        .EnumerateArray()
                        .Select(value => value.GetProperty("id").GetString()!)
                        .ToList()
                ),
        ];

    private async Task<string[]> CsvAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", Csv);
        using var response = await host.Client.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, text);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    [Theory]
    [InlineData("CL_AREA", "CHN", "China", "Китай", "Қытай", "中国")]
    [InlineData("CL_TRADE_FLOW", "X", "Exports", "Экспорт", "Экспорт", "出口")]
    [InlineData("CL_UNIT_MEASURE", "USD", "US Dollar", "доллар США", "АҚШ доллары", "美元")]
    [InlineData("CL_COMMODITY", "TOTAL", "All commodities", "Все товары", "Барлық тауарлар", "全部商品")]
    public async Task Codes_AreNamedInFourLanguages(string list, string item, params string[] names)
    {
        var text = await host.Client.GetStringAsync($"/sdmx/2.1/codelist/all/{list}/latest/{item}", Cancellation);
        var code = JsonDocument
            .Parse(text)
            .RootElement.GetProperty("data")
            .GetProperty("codelists")[0]
            .GetProperty("codes")[0];

        Assert.Equal(names[0], code.GetProperty("name").GetString());
        Assert.Equal(names, code.GetProperty("names").EnumerateObject().Select(name => name.Value.GetString()));
    }
}
