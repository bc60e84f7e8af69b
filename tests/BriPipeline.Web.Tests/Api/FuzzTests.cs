using System.Net;

namespace BriPipeline.Web.Tests.Api;

/// <summary>Whatever a parameter or a part of an address holds, the answer is never a fault of ours.</summary>
public sealed class FuzzTests(ApiHost host)
{
    private static readonly string[] Nasty =
    [
        "",
        " ",
        "%00",
        "%0a%0d",
        "%F0%9F%98%80",
        "%ff%fe",
        "%01.html",
        "none/../x.json",
        "'",
        "''%20or%20'1'%20eq%20'1",
        "%22",
        "..",
        "%2e%2e%2f",
        "a/b",
        "%5c",
        "-1",
        "0",
        "99999999999999999999",
        "0000",
        "9999",
        "9999-12",
        "0001-01--0001-02",
        "2023-02--2023-01",
        "9999-12-31--9999-12-31",
        "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "2024-01-01T00:00:00+14:00",
        "NaN",
        "1e309",
        "null",
        "true",
        "TOTAL",
        "HS.%27",
        "HS.27|X",
        "_",
        "X,M",
        "KAZ",
        "*",
        "+",
        ".......",
        "KAZ.......",
        "@",
        "@ZZZZ",
        "CCCCCCCC",
        "YQ",
        "YQpi",
        "YQpiCmM",
        "%F0%28%8C%28",
    ];

    /// <summary>The parameters of pages, which no description lists.</summary>
    private static readonly Dictionary<string, string[]> OfPages = new(StringComparer.Ordinal)
    {
        ["/"] = ["source", "sent", "search", "of", "state", "page"],
        ["/uploads/{source}/{**path}"] = ["version", "sha256", "sheet", "cell"],
        ["/summaries/{subject}/{period}"] = ["edition", "language"],
        ["/data"] = DataParameters,
        ["/data/figures.xlsx"] = DataParameters,
        ["/data/figure"] = ["pair", "row"],
        ["/sources/{source}"] = ["saved", "pin"],
    };

    private static string[] DataParameters =>
        [
            "reporter",
            "reporter=UZB&partner",
            "flow",
            "commodity",
            "unit",
            "frequency",
            "source",
            "variant",
            "from",
            "to",
            "after",
            "asOf",
            "changedSince",
        ];

    /// <summary>The fields of forms.</summary>
    private static readonly string[] Fields =
    [
        "source",
        "path",
        "version",
        "name",
        "size",
        "json",
        "layout",
        "do",
        "language",
    ];

    public static TheoryData<string> Posts =>
        [.. Endpoints.Table.Where(address => address.Method == "POST").Select(address => address.Pattern)];

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Post_IsNeverAFault(string pattern)
    {
        foreach (var value in Nasty.Where((_, number) => number % 3 == 2))
        {
            var field = Uri.UnescapeDataString(value);
            using var form = new FormUrlEncodedContent(
                Fields.Select(name => new KeyValuePair<string, string>(name, field))
            );
            using var answer = await host.Client.PostAsync(
                new Uri(Filled(pattern, "none"), UriKind.Relative),
                form,
                TestContext.Current.CancellationToken
            );

            Assert.True(
                answer.StatusCode < HttpStatusCode.InternalServerError,
                $"{pattern} {value}: {answer.StatusCode}"
            );
        }
    }

    public static TheoryData<string> Addresses =>
        [.. Endpoints.Table.Where(address => address.Method == "GET").Select(address => address.Pattern)];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Answer_IsNeverAFault(string pattern)
    {
        var address = Endpoints.Table.Single(one => one.Method == "GET" && one.Pattern == pattern);
        var long_ = new string('A', 5000);
        foreach (var value in Nasty.Append(long_))
        {
            foreach (var parameter in address.Api?.Parameters ?? [])
            {
                await CheckAsync($"{Filled(pattern, "all")}?{parameter.Name}={value}");
            }

            foreach (var parameter in OfPages.GetValueOrDefault(pattern) ?? [])
            {
                await CheckAsync($"{Filled(pattern, "all")}?{parameter}={value}");
            }

            if (pattern.Contains('{', StringComparison.Ordinal) && value.Length < 2000)
            {
                await CheckAsync(Filled(pattern, value));
            }

            await CheckAsync($"{Filled(pattern, "all")}?{value}={value}");
        }
    }

    private static string Filled(string pattern, string value) =>
        System.Text.RegularExpressions.Regex.Replace(
            pattern,
            @"\{[^}]*\}",
            _ => value,
            System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

    private async Task CheckAsync(string address)
    {
        using var response = await host.Client.GetAsync(
            new Uri(address, UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, $"{(int)response.StatusCode}: {address}");
    }
}
