using System.Collections.Concurrent;
using Azure.Storage.Blobs;
using BriPipeline.Local.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserHost))]

namespace BriPipeline.Local.Tests.Browser;

/// <summary><c>bri serve</c> with the samples, and Debian's Chromium before it. Started by the first test that asks for a page.</summary>
public sealed class BrowserHost : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>In milliseconds. A browser that shares its two cores with other tests is slow; one that hangs is found.</summary>
    private const float Patience = 120_000;

    private readonly TemporaryFolder folder = new();
    private readonly SemaphoreSlim once = new(1);
    private readonly ConcurrentDictionary<string, (string? Test, IBrowserContext Context)> open = new(
        StringComparer.Ordinal
    );
    private HostProcess? host;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private Uri address = null!;

    /// <summary>A page of a browser of its own, which has kept nothing.</summary>
    /// <param name="language">What the browser asks for.</param>
    /// <param name="hasScript">False where the page's own script is not run.</param>
    internal async Task<IPage> OpenAsync(string language = "en", int width = 1280, bool hasScript = true)
    {
        Assert.SkipUnless(File.Exists(Chromium), "Chromium is not installed (apt-get install chromium).");
        await AddressAsync();
        await once.WaitAsync();
        try
        {
            if (browser is null)
            {
                playwright = await Playwright.CreateAsync();
                Assertions.SetDefaultExpectTimeout(Patience);
                browser = await playwright.Chromium.LaunchAsync(
                    new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] }
                );
            }
        }
        finally
        {
            once.Release();
        }

        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = address.ToString(),
                Locale = language,
                JavaScriptEnabled = hasScript,
                ViewportSize = new() { Width = width, Height = 900 },
                // The engine that checks the pages is a script of the test's, not of the page's.
                BypassCSP = true,
            }
        );
        context.SetDefaultTimeout(Patience);
        await CloseEarlierAsync(context);
        return await context.NewPageAsync();
    }

    /// <summary>The tests of one class follow each other: a page that an earlier one left open would go on asking for news.</summary>
    private async Task CloseEarlierAsync(IBrowserContext context)
    {
        var (test, className) = (TestContext.Current.Test?.UniqueID, TestContext.Current.TestClass?.UniqueID ?? "");
        if (open.TryGetValue(className, out var earlier) && earlier.Test != test)
        {
            await earlier.Context.CloseAsync();
        }

        open[className] = (test, context);
    }

    /// <summary>Where the page is, once the samples are there.</summary>
    internal async Task<Uri> AddressAsync()
    {
        await once.WaitAsync();
        try
        {
            if (host is null)
            {
                host = new HostProcess(folder.Path, "--samples");
                address = await host.WaitUntilReadyAsync(CancellationToken.None);
                await host.WaitForSamplesAsync(CancellationToken.None);
            }

            return address;
        }
        finally
        {
            once.Release();
        }
    }

    /// <summary>The storage behind the page.</summary>
    internal async Task<BlobServiceClient> BlobsAsync() => new(await ConnectionStringAsync());

    internal async Task<string> ConnectionStringAsync()
    {
        await AddressAsync();
        return (await AzuriteFolder.FindAsync(folder.Path, CancellationToken.None))!.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (host is not null)
        {
            await host.InterruptAsync(CancellationToken.None);
            host.Dispose();
        }

        once.Dispose();
        folder.Dispose();
    }
}
