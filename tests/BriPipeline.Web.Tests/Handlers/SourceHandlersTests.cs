using System.Net;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;
using BriPipeline.Web.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Tests.Handlers;

public sealed class SourceHandlersTests(ApiHost host)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IReferenceStore Reference => host.Services.GetRequiredService<IReferenceStore>();

    [Fact]
    public async Task List_ShowsSourcesWithTheirProfiles()
    {
        var html = await host.Client.GetStringAsync("/sources", Cancellation);

        Assert.Contains("<a href=\"/sources/api-test\">api-test</a>", html, StringComparison.Ordinal);
        Assert.Contains("<td>UZB</td>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Uzbekistan", "/sources/uz-stat?from=uz-stat")]
    [InlineData("узбекистан", "/sources/uz-stat?from=uz-stat")]
    [InlineData("comtrade", "/sources/un-comtrade?from=un-comtrade")]
    [InlineData("<b>atlantis</b>", "No office matches “&lt;b&gt;atlantis&lt;/b&gt;”")]
    public async Task List_SearchesTheGallery(string words, string expected)
    {
        var html = await host.Client.GetStringAsync($"/sources?find={Uri.EscapeDataString(words)}", Cancellation);

        Assert.Contains(expected, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_FillsTheProfileOfANewSource_FromTheGallery()
    {
        var html = WebUtility.HtmlDecode(
            await host.Client.GetStringAsync("/sources/page-japan?from=jp-customs", Cancellation)
        );

        Assert.Contains("\"name\": \"page-japan\"", html, StringComparison.Ordinal);
        Assert.Contains("\"unit\": \"JPY\"", html, StringComparison.Ordinal);
        Assert.Contains("Trade Statistics of Japan", html, StringComparison.Ordinal);
        Assert.Null(await Reference.FindTextAsync("sources/page-japan.json", Cancellation));
    }

    [Fact]
    public async Task Show_KeepsAStoredProfile_WhateverTheGallerySays()
    {
        var html = WebUtility.HtmlDecode(
            await host.Client.GetStringAsync("/sources/api-test?from=jp-customs", Cancellation)
        );

        Assert.DoesNotContain("JPY", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"name\": \"page-wrong\", \"reporter\": \"Uzbekistan\" }", "Write &quot;UZB&quot; (Uzbekistan).")]
    [InlineData("{ \"name\": \"page-wrong\", \"reportr\": \"KAZ\" }", "reportr")]
    [InlineData("{ \"name\": \"page-wrong\", \"aliases\": { \"X\": \"NOPE\" } }", "NOPE")]
    [InlineData("not json", "Not saved")]
    [InlineData("{ \"name\": \"another\" }", "names the source &#39;another&#39;")]
    public async Task Change_ShowsWhyAProfileIsWrong_AndKeepsWhatWasWritten(string json, string expected)
    {
        var html = await PostAsync("/sources/page-wrong", json, "save");

        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(json), html, StringComparison.Ordinal);
        Assert.Null(await Reference.FindTextAsync("sources/page-wrong.json", Cancellation));
    }

    [Fact]
    public async Task Change_StoresWhatTheFormSays_AndKeepsAnswers()
    {
        const string Stored =
            """{ "name": "page-form", "answers": [ { "kind": "area", "about": "Far abroad", "is": "_NON_CIS" } ] }""";
        await PostAsync("/sources/page-form", Stored, "save");

        await PostFieldsAsync(
            ("reporter", "KAZ"),
            ("languages", "ru, kk"),
            ("defaults.unit", "USD"),
            ("defaults.multiplier", "3"),
            ("defaults.valuation.X", "FOB"),
            ("missing.0.key", "…"),
            ("missing.0.value", "missing"),
            ("missing.1.key", ""),
            ("fiscalYearStartsIn", "7"),
            ("revisionMonths", "3, 9"),
            ("allowNegative", "1"),
            ("aliases.0.key", "КНР"),
            ("aliases.0.value", "CHN"),
            ("hold.rejectedCells", "5"),
            ("files.0.match", "*in*.csv"),
            ("files.0.defaults.flow", "M"),
            ("files.1.match", "")
        );

        var profile = (await Reference.FindProfileAsync("page-form", Cancellation))!;
        Assert.Equal(
            SourceProfile
                .Parse(
                    """
                    { "name": "page-form", "reporter": "KAZ", "languages": ["ru", "kk"],
                      "defaults": { "unit": "USD", "multiplier": 3, "valuation": { "X": "FOB" } }, "missing": { "…": "missing" },
                      "fiscalYearStartsIn": 7, "revisionMonths": [3, 9], "allowNegative": true, "aliases": { "КНР": "CHN" }, "hold": { "rejectedCells": 5 },
                      "files": [ { "match": "*in*.csv", "defaults": { "flow": "M" } } ],
                      "answers": [ { "kind": "area", "about": "Far abroad", "is": "_NON_CIS" } ] }
                    """
                )
                .ToJson(),
            profile.ToJson()
        );
        var html = WebUtility.HtmlDecode(await host.Client.GetStringAsync("/sources/page-form", Cancellation));
        Assert.Contains("name=\"defaults.unit\" value=\"USD\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"files.0.defaults.flow\" value=\"M\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"revisionMonths\" value=\"3, 9\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"aliases.0.key\" value=\"КНР\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ShowsTheFormAgain_WithWhatWasTyped()
    {
        var html = WebUtility.HtmlDecode(
            await PostFieldsAsync(("reporter", "Uzbekistan"), ("defaults.multiplier", "1000"))
        );

        Assert.Contains("Write \"UZB\" (Uzbekistan).", html, StringComparison.Ordinal);
        Assert.Contains("1000 is not a power of ten. Write 3.", html, StringComparison.Ordinal);
        Assert.Contains("name=\"reporter\" value=\"Uzbekistan\"", html, StringComparison.Ordinal);
    }

    private Task<string> PostFieldsAsync(params (string Name, string Value)[] fields) =>
        PostFieldsToAsync("/sources/page-form", "fields", fields);

    /// <param name="mark">The field by which the form is known.</param>
    private async Task<string> PostFieldsToAsync(
        string address,
        string mark,
        params (string Name, string Value)[] fields
    )
    {
        using var form = new FormUrlEncodedContent(
            fields
                .Append((mark, "1"))
                .Append(("do", "save"))
                .Select(field => KeyValuePair.Create(field.Item1, field.Item2))
        );
        using var answer = await host.Client.PostAsync(address, form, Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    [Fact]
    public async Task Change_StoresAProfile()
    {
        await PostAsync("/sources/page-saved", "{ \"name\": \"page-saved\", \"reporter\": \"KGZ\" }", "save");

        Assert.Equal("KGZ", (await Reference.FindProfileAsync("page-saved", Cancellation))!.Reporter);
    }

    [Fact]
    public async Task Change_TriesAProfileOnTheLastUpload_AndStoresNothing()
    {
        const string Json =
            """{"name":"api-test","reporter":"UZB","defaults":{"unit":"USD","multiplier":3,"commodity":"TOTAL"},"aliases":{"Atlantis":"GRC"}}""";
        var before = await Reference.FindTextAsync("sources/api-test.json", Cancellation);

        var html = await PostAsync("/sources/api-test", Json, "try");

        Assert.Contains("Tried on 2021/long.csv", html, StringComparison.Ordinal);
        Assert.Contains("Figures read: 8; with the profile as stored now: 7.", html, StringComparison.Ordinal);
        Assert.Equal(before, await Reference.FindTextAsync("sources/api-test.json", Cancellation));
    }

    [Fact]
    public async Task ChangeAliases_RefusesACodeOfNoArea_AndStoresWhatTheFormSays()
    {
        var html = await PostAsync("/aliases", "{ \"КНР\": \"ZZZ\" }", "save");

        Assert.Contains("ZZZ", html, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Null(await Reference.FindTextAsync("aliases.json", Cancellation));

        html = WebUtility.HtmlDecode(
            await PostFieldsToAsync("/aliases", "fields", ("aliases.0.key", "КНР"), ("aliases.0.value", "China"))
        );

        Assert.Contains("\"CHN\" (China)", html, StringComparison.Ordinal);
        Assert.Contains("name=\"aliases.0.value\" value=\"China\"", html, StringComparison.Ordinal);
        Assert.Null(await Reference.FindTextAsync("aliases.json", Cancellation));

        await PostFieldsToAsync(
            "/aliases",
            "fields",
            ("aliases.0.key", "КНР"),
            ("aliases.0.value", "CHN"),
            ("aliases.1.key", ""),
            ("aliases.1.value", "")
        );

        html = WebUtility.HtmlDecode(await host.Client.GetStringAsync("/aliases", Cancellation));
        Assert.Contains("name=\"aliases.0.key\" value=\"КНР\"", html, StringComparison.Ordinal);
        Assert.Equal(
            """{"КНР":"CHN"}""",
            (await Reference.FindTextAsync("aliases.json", Cancellation))!
                .ReplaceLineEndings("")
                .Replace(" ", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Aliases_ListsGroupsWithTheirMembers()
    {
        var html = await host.Client.GetStringAsync("/aliases", Cancellation);

        Assert.Contains("_EAEU", html, StringComparison.Ordinal);
        Assert.Contains("ARM BLR KAZ KGZ RUS", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_StartsAPinnedLayoutFromTheLastUpload()
    {
        var html = WebUtility.HtmlDecode(await host.Client.GetStringAsync("/sources/api-test?pin=1", Cancellation));

        Assert.Contains("\"firstRow\": 2", html, StringComparison.Ordinal);
        Assert.Contains("\"role\": \"partner\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_PinsTheLayoutThatTheFormSays()
    {
        const string Address = "/sources/page-pin-form";
        const string Profile = """{ "name": "page-pin-form", "reporter": "KAZ" }""";
        (string, string)[] fields =
        [
            ("json", Profile),
            ("formats", ""),
            ("tables.0.sheet", "T*"),
            ("tables.0.headerRows", "5, 6"),
            ("tables.0.firstRow", "7"),
            ("tables.0.lastRow", ""),
            ("tables.0.says.unit", "thousand USD"),
            ("tables.0.columns.0.letter", "a"),
            ("tables.0.columns.0.role", "partner"),
            ("tables.0.columns.1.letter", "C"),
            ("tables.0.columns.1.role", "figures"),
            ("tables.0.columns.1.headers", "C5"),
            ("tables.0.columns.1.flow", "exports"),
            ("tables.0.columns.2.letter", ""),
            ("tables.1.firstRow", ""),
        ];

        await PostFieldsToAsync(Address, "layoutFields", fields);

        Assert.Equal(
            PinnedLayout
                .Parse(
                    """
                    { "tables": [ { "sheet": "T*", "headerRows": [5, 6], "firstRow": 7,
                      "columns": { "A": { "role": "partner" }, "C": { "role": "figures", "headers": ["C5"], "flow": "exports" } },
                      "says": { "unit": "thousand USD" } } ] }
                    """
                )
                .ToJson(),
            PinnedLayout.Parse((await Reference.FindTextAsync("layouts/page-pin-form.json", Cancellation))!).ToJson()
        );
        Assert.Equal("KAZ", (await Reference.FindProfileAsync("page-pin-form", Cancellation))!.Reporter);
        var html = WebUtility.HtmlDecode(await host.Client.GetStringAsync(Address, Cancellation));
        Assert.Contains("name=\"tables.0.columns.1.role\" value=\"figures\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"tables.0.headerRows\" value=\"5, 6\"", html, StringComparison.Ordinal);

        html = WebUtility.HtmlDecode(
            await PostFieldsToAsync(
                Address,
                "layoutFields",
                ("json", Profile),
                ("tables.0.firstRow", "7"),
                ("tables.0.columns.0.letter", "A"),
                ("tables.0.columns.0.role", "partner")
            )
        );
        Assert.Contains("No column has the role figures.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_PinsALayout_WithWhichAnUnreadableWorkbookIsRead()
    {
        const string Source = "page-pinned";
        const string Profile = """{ "name": "page-pinned", "reporter": "KAZ" }""";
        const string Layout = """
            { "tables": [ { "firstRow": 2, "columns": { "A": { "role": "partner" },
              "B": { "role": "figures", "flow": "exports", "period": "January 2023" } },
              "says": { "unit": "thousand USD", "commodity": "TOTAL" } } ] }
            """;
        var import = host.Services.GetRequiredService<WorkbookImport>();
        await PostAsync($"/sources/{Source}", Profile, "save");
        using (var content = new MemoryStream("k,zz1\nChina,110\nGermany,31\n"u8.ToArray()))
        {
            await host.Services.GetRequiredService<IUploadStore>().PutAsync(Source, "odd.csv", content, Cancellation);
        }

        await import.NotifyAsync(Source, "odd.csv", Cancellation);
        var before = await StateAsync();
        var wrong = await PostAsync($"/sources/{Source}", Profile, "save", "{ \"tables\": [] }");
        var tried = await PostAsync($"/sources/{Source}", Profile, "try", Layout);
        await PostAsync($"/sources/{Source}", Profile, "save", Layout);
        await import.ReplayAsync(Source, "odd.csv", Cancellation);
        var pinned = await StateAsync();
        await PostAsync($"/sources/{Source}", Profile, "save");
        await import.ReplayAsync(Source, "odd.csv", Cancellation);
        var after = await StateAsync();

        Assert.Equal((UploadState.Rejected, 0), before);
        Assert.Contains("The layout has no table", wrong, StringComparison.Ordinal);
        Assert.Contains("Figures read: 2; with the profile as stored now: 0.", tried, StringComparison.Ordinal);
        Assert.Equal((UploadState.Done, 2), pinned);
        Assert.Equal(UploadState.Rejected, after.Item1);

        async Task<(UploadState, int)> StateAsync()
        {
            var upload = await host
                .Services.GetRequiredService<ILedger>()
                .ListAsync(Source, Cancellation)
                .FirstAsync(Cancellation);
            return (upload.State, upload.Observations);
        }
    }

    private async Task<string> PostAsync(string address, string json, string action, string layout = "")
    {
        using var form = new FormUrlEncodedContent([new("json", json), new("layout", layout), new("do", action)]);
        using var answer = await host.Client.PostAsync(address, form, Cancellation);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
