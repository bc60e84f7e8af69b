using System.Net;
using System.Text.Json;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Web.Access;

namespace BriPipeline.Web.Tests.Handlers;

public sealed class TicketHandlersTests : PageTests
{
    private static readonly Uri Account = new("https://account.blob.core.windows.net");

    [Fact]
    public async Task Give_SignsAnAddressForEachFile()
    {
        Storage.Origin = Account;

        var (status, json) = await AskAsync("kz-bns", ("C:\\tmp\\partners 2022.xlsx", "100"), ("b.csv", "2"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            [
                "https://account.blob.core.windows.net/uploads/kz-bns/partners%202022.xlsx?se=10",
                "https://account.blob.core.windows.net/uploads/kz-bns/b.csv?se=10",
            ],
            json.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("url").GetString())
        );
        Assert.StartsWith("/?source=kz-bns&sent=", json.GetProperty("next").GetString(), StringComparison.Ordinal);
        Assert.Empty(Storage.Uploads);
    }

    [Theory]
    [InlineData("g-1", HttpStatusCode.OK)]
    [InlineData("g-2", HttpStatusCode.Forbidden)]
    public async Task Give_SignsOnlyForSourcesOfTheCaller(string group, HttpStatusCode expected)
    {
        Storage.Origin = Account;
        Storage.Profiles["kz-bns"] = SourceProfile.Parse("""{ "name": "kz-bns", "uploaders": ["g-1"] }""");
        Storage.Caller = new(IsKnown: true, new HashSet<Role> { Role.Uploader })
        {
            Groups = new HashSet<string>(StringComparer.Ordinal) { group },
        };

        var (status, json) = await AskAsync("kz-bns", ("a.xlsx", "100"));

        Assert.Equal(expected, status);
        Assert.Equal(expected == HttpStatusCode.OK, json.TryGetProperty("files", out _));
    }

    [Theory]
    [InlineData("partners-2022.xlsx", 5, HttpStatusCode.Conflict)]
    [InlineData("partners-2022.xlsx", 0, HttpStatusCode.OK)]
    [InlineData("other.xlsx", 5, HttpStatusCode.OK)]
    public async Task Give_AsksBeforeStoredFiguresAreReplaced(string name, int figures, HttpStatusCode expected)
    {
        Storage.Origin = Account;
        Storage.Ledger.Add(Upload(UploadState.Done) with { Observations = figures });

        var (status, json) = await AskAsync("kz-bns", (name, "100"));

        Assert.Equal(expected, status);
        if (expected == HttpStatusCode.Conflict)
        {
            Assert.Equal(figures, json.GetProperty("figures").GetInt32());
        }
    }

    [Theory]
    [InlineData("KZ BNS", "a.xlsx", "1", HttpStatusCode.BadRequest)]
    [InlineData("kz-bns", "", "1", HttpStatusCode.BadRequest)]
    [InlineData("kz-bns", "a.xlsx", "0", HttpStatusCode.BadRequest)]
    [InlineData("kz-bns", "a.xlsx", "many", HttpStatusCode.BadRequest)]
    [InlineData("kz-bns", "a.xlsx", "209715201", HttpStatusCode.RequestEntityTooLarge)]
    public async Task Give_SignsNothing_WhereAnUploadWouldBeRefused(
        string source,
        string name,
        string size,
        HttpStatusCode expected
    )
    {
        Storage.Origin = Account;

        var (status, json) = await AskAsync(source, (name, size));

        Assert.Equal(expected, status);
        Assert.NotEmpty(json.GetProperty("advice").GetString()!);
    }

    [Fact]
    public async Task Give_IsNotThere_WhereUploadsPassThroughTheApp()
    {
        var (status, _) = await AskAsync("kz-bns", ("a.xlsx", "1"));

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task Pages_MayReachTheAccount_OnlyWhereFilesGoThere()
    {
        using var through = await Client.GetAsync("/", Cancellation);
        Storage.Origin = Account;
        using var straight = await Client.GetAsync("/", Cancellation);

        Assert.Contains("connect-src 'self';", Policy(through), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "data-tickets",
            await through.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "connect-src 'self' https://account.blob.core.windows.net;",
            Policy(straight),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "data-tickets=\"/uploads/tickets\"",
            await straight.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );

        static string Policy(HttpResponseMessage answer) =>
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
    }

    private async Task<(HttpStatusCode, JsonElement)> AskAsync(string source, params (string Name, string Size)[] files)
    {
        using var form = new FormUrlEncodedContent([
            new("source", source),
            .. files.SelectMany(file =>
                new KeyValuePair<string, string>[] { new("name", file.Name), new("size", file.Size) }
            ),
        ]);
        using var answer = await Client.PostAsync("/uploads/tickets", form, Cancellation);
        return (
            answer.StatusCode,
            JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation))
        );
    }
}
