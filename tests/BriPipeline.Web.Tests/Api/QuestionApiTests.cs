using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;
using Microsoft.Extensions.DependencyInjection;

namespace BriPipeline.Web.Tests.Api;

/// <summary>Questions and answers through the API and the pages, over a real import.</summary>
public sealed class QuestionApiTests(ApiHost host)
{
    private const string Table = "Exports by country,,\nCountry,2022,2023\nFarland,10,12\nChina,1.5,2.5\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_IsRemembered_ReadAtOnce_AndReplayedWhereTheSameWasAsked()
    {
        await ImportAsync("ask-api", "a-2023.csv");
        await ImportAsync("ask-api", "b-2023.csv");
        var asked = await QuestionsAsync("ask-api/a-2023.csv");
        var question = Assert.Single(asked.GetProperty("questions").EnumerateArray());
        Assert.Equal(
            ("area", "Farland", 2),
            (Text(question, "kind"), Text(question, "about"), question.GetProperty("figures").GetInt32())
        );

        var answer = await AnswerAsync(
            "ask-api/a-2023.csv?replay=true",
            """[{"kind":"area","about":"Farland","is":"UZB"}]"""
        );

        Assert.Equal(
            ("Done", 0, 4),
            (
                Text(answer, "state"),
                answer.GetProperty("questions").GetInt32(),
                answer.GetProperty("observations").GetInt32()
            )
        );
        Assert.Equal(["b-2023.csv"], answer.GetProperty("others").EnumerateArray().Select(other => other.GetString()));
        Assert.Empty((await QuestionsAsync("ask-api/b-2023.csv")).GetProperty("questions").EnumerateArray());
        var given = Assert.Single((await QuestionsAsync("ask-api/a-2023.csv")).GetProperty("answers").EnumerateArray());
        Assert.Equal(("area", "UZB", "Operator"), (Text(given, "kind"), Text(given, "is"), Text(given, "by")));
    }

    [Fact]
    public async Task Answer_IsWithdrawn_AndTheQuestionStandsAgain()
    {
        await ImportAsync("ask-withdraw", "a.csv");
        var before = await QuestionsAsync("ask-withdraw/a.csv");
        await AnswerAsync("ask-withdraw/a.csv", """[{"kind":"area","about":"Farland","is":"UZB"}]""");

        var after = await AnswerAsync("ask-withdraw/a.csv", """[{"kind":"area","about":"Farland","is":null}]""");

        Assert.Equal(
            ("Done", 1, 2),
            (
                Text(after, "state"),
                after.GetProperty("questions").GetInt32(),
                after.GetProperty("figuresWaiting").GetInt32()
            )
        );
        Assert.Equal(before.ToString(), (await QuestionsAsync("ask-withdraw/a.csv")).ToString());
    }

    [Theory]
    [InlineData("""[{"kind":"area","about":"Farland","is":"Nowhere at all"}]""", "Nowhere at all")]
    [InlineData("""[{"kind":"area","about":"Farland","is":"Uzbekistan"}]""", "UZB is meant?")]
    [InlineData("""[{"kind":"colour","about":"Farland","is":"UZB"}]""", "kind")]
    [InlineData("""[{"kind":"area","about":"Farland"}]""", "is")]
    [InlineData("""[{"kind":"flow","about":"Exports","is":"UZB"}]""", "UZB")]
    [InlineData("""[{"kind":"area","about":"Farland","is":"UZB","files":"other*.csv"}]""", "other*.csv")]
    [InlineData("no list", "no list of answers")]
    public async Task Answer_IsRefused_WhereItIsNone(string body, string expected)
    {
        await ImportAsync("ask-refused", "a.csv");

        using var response = await PostAsync("ask-refused/a.csv", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(expected, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var profile = await host
            .Services.GetRequiredService<IReferenceStore>()
            .FindProfileAsync("ask-refused", Cancellation);
        Assert.Null(profile!.Answers);
    }

    [Fact]
    public async Task Card_AsksOnThePage_AndTakesTheChoice()
    {
        await ImportAsync("ask-page", "a.csv");
        var html = await host.Client.GetStringAsync("/uploads/ask-page/a.csv", Cancellation);
        Assert.Contains("1 question stands between you and 2 figures", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"badge ask\">Done, 1 question</span>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" checked", html, StringComparison.Ordinal);
        var id = Text((await QuestionsAsync("ask-page/a.csv")).GetProperty("questions")[0], "id");
        var version = html.Split("name=\"version\" value=\"")[1].Split('"')[0];

        using var form = new FormUrlEncodedContent([
            new("source", "ask-page"),
            new("path", "a.csv"),
            new("version", version),
            new($"q-{id}", "?"),
            new($"c-{id}", "Узбекистан"),
        ]);
        using var response = await host.Client.PostAsync("/uploads/questions", form, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var after = await host.Client.GetStringAsync("/uploads/ask-page/a.csv", Cancellation);
        Assert.Contains("<span class=\"badge good\">Done</span>", after, StringComparison.Ordinal);
        var source = await host.Client.GetStringAsync("/sources/ask-page", Cancellation);
        Assert.Contains("Uzbekistan (UZB)", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_RefusesTwoAnswersToOneQuestion()
    {
        await ImportAsync("ask-two", "a.csv");
        var html = await host.Client.GetStringAsync("/uploads/ask-two/a.csv", Cancellation);
        var id = Text((await QuestionsAsync("ask-two/a.csv")).GetProperty("questions")[0], "id");

        using var form = new FormUrlEncodedContent([
            new("source", "ask-two"),
            new("path", "a.csv"),
            new("version", html.Split("name=\"version\" value=\"")[1].Split('"')[0]),
            new($"q-{id}", "leave-out"),
            new($"c-{id}", "UZB"),
        ]);
        using var response = await host.Client.PostAsync("/uploads/questions", form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Source_WithdrawsAnAnswer_AndReadsItsFilesAgain()
    {
        await ImportAsync("ask-source", "a.csv");
        await AnswerAsync("ask-source/a.csv", """[{"kind":"area","about":"Farland","is":"UZB"}]""");

        using var form = new FormUrlEncodedContent([
            new("kind", "Area"),
            new("about", "Farland"),
            new("files", ""),
            new("is", "UZB"),
            new("again", "1"),
            new("do", "withdraw"),
        ]);
        using var response = await host.Client.PostAsync("/sources/ask-source/answers", form, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Single((await QuestionsAsync("ask-source/a.csv")).GetProperty("questions").EnumerateArray());
    }

    private async Task<JsonElement> QuestionsAsync(string upload) =>
        await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/questions/{upload}", Cancellation);

    private async Task<JsonElement> AnswerAsync(string upload, string body)
    {
        using var response = await PostAsync(upload, body);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<HttpResponseMessage> PostAsync(string upload, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await host.Client.PostAsync($"/api/v1/questions/{upload}", content, Cancellation);
    }

    private async Task ImportAsync(string source, string path)
    {
        await host
            .Services.GetRequiredService<IReferenceStore>()
            .PutProfileAsync(
                SourceProfile.Parse(
                    $$"""{"name":"{{source}}","reporter":"KAZ","defaults":{"unit":"USD","multiplier":6,"commodity":"TOTAL"} }"""
                ),
                Cancellation
            );
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Table));
        await host.Services.GetRequiredService<IUploadStore>().PutAsync(source, path, content, Cancellation);
        await host.Services.GetRequiredService<WorkbookImport>().NotifyAsync(source, path, Cancellation);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
