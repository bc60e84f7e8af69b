using System.Diagnostics;
using System.Text.Json;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Core.Tests.Summaries.Html;

/// <summary>The kept pages in a real browser under axe: no violation of WCAG 2.2 A and AA, nor of its best practices.</summary>
public sealed class AccessibilityTests
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Result = "axe-result";

    private static string Axe =>
        Path.Combine(
            RepositoryFiles.Root,
            "tests",
            "BriPipeline.Core.Tests",
            "Axe",
            "node_modules",
            "axe-core",
            "axe.min.js"
        );

    [Theory]
    [InlineData("invented-kz-china-monthly/KAZ-CHN-2023-07", "ru")]
    [InlineData("invented-kz-china-monthly/KAZ-2023-07", "en")]
    [InlineData("sample-kz-yearly/KAZ-2022", "zh")]
    [InlineData("kz-bns-partners-2022/KAZ-CHN-2022", "kk")]
    public async Task Page_HasNoViolation(string summary, string language)
    {
        Assert.SkipUnless(File.Exists(Chromium), "Chromium is not installed (apt-get install chromium).");
        Assert.SkipUnless(File.Exists(Axe), "axe-core is not installed (npm ci in tests/BriPipeline.Core.Tests/Axe).");
        var cancellation = TestContext.Current.CancellationToken;
        var page = await File.ReadAllTextAsync(
            Path.Combine(GoldenFile.Folder, "Summaries", summary, language + ".html"),
            cancellation
        );
        var folder = Directory.CreateTempSubdirectory("bri-axe-");
        try
        {
            var file = Path.Combine(folder.FullName, "page.html");
            await File.WriteAllTextAsync(
                file,
                page.Replace(
                    "</body>",
                    $$"""
                    <script>{{await File.ReadAllTextAsync(Axe, cancellation)}}</script>
                    <script>
                    axe.run().then(result => {
                      const found = result.violations.map(one => one.id + ": " + one.nodes.map(node => node.html.slice(0, 120)).slice(0, 3).join(" , "));
                      const element = document.createElement("pre");
                      element.id = "{{Result}}";
                      element.textContent = JSON.stringify({ passes: result.passes.length, found });
                      document.body.replaceChildren(element);
                    });
                    </script>
                    </body>
                    """,
                    StringComparison.Ordinal
                ),
                cancellation
            );

            var dom = await BrowseAsync(file, folder.FullName, cancellation);

            var start = dom.IndexOf($"<pre id=\"{Result}\">", StringComparison.Ordinal);
            Assert.True(start >= 0, "axe has not run.");
            var json = System.Net.WebUtility.HtmlDecode(
                dom[(dom.IndexOf('>', start) + 1)..dom.IndexOf("</pre>", start, StringComparison.Ordinal)]
            );
            var result = JsonDocument.Parse(json).RootElement;
            Assert.True(result.GetProperty("passes").GetInt32() > 10, json);
            Assert.Empty(result.GetProperty("found").EnumerateArray().Select(one => one.GetString()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> BrowseAsync(string file, string profile, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(
            Chromium,
            [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                $"--user-data-dir={profile}",
                "--virtual-time-budget=60000",
                "--dump-dom",
                new Uri(file).AbsoluteUri,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var browser = Process.Start(start)!;
        var errors = browser.StandardError.ReadToEndAsync(cancellation);
        var dom = await browser.StandardOutput.ReadToEndAsync(cancellation);
        await browser.WaitForExitAsync(cancellation);
        await errors;
        return dom;
    }
}
