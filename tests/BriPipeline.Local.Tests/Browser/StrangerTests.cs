using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BriPipeline.Local.Tests.Browser;

/// <summary>What a stranger does with README alone: clones, starts, answers a question and follows a figure to its cell. Its pictures
/// are README's; <c>docs/pictures/make.sh</c> takes them anew.</summary>
public sealed partial class StrangerTests(BrowserHost browsers) : IDisposable
{
    /// <summary>From the command to the samples, where the packages are there: a minute or two on a quiet machine, which is printed and
    /// not asserted, since a shared one may be far slower.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly TemporaryFolder folder = new();
    private Process? host;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Readme { get; } = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    public void Dispose()
    {
        host?.Kill(entireProcessTree: true);
        host?.WaitForExit();
        host?.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Readme_LeadsFromACloneToAFiguresCell()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Runs the command in a shell.");
        var page = await browsers.OpenAsync(width: 1000);
        await CloneAsync();
        var clock = Stopwatch.StartNew();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        var (address, errors) = await StartAsync(limit.Token);
        Assert.Contains("Data folder: ", errors(), StringComparison.Ordinal);
        await page.GotoAsync(address);
        while (!errors().Contains("The samples are imported.", StringComparison.Ordinal))
        {
            await Task.Delay(200, limit.Token);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Samples after {clock.Elapsed.TotalSeconds:0} s.");

        var steps = Bold().Matches(Walk()).Select(match => match.Groups["word"].Value).ToList();
        Assert.InRange(steps.Count, 6, 20);
        foreach (var step in steps)
        {
            await ClickAsync(page, step);
            await TakePictureAsync(page, step);
        }

        await Assertions.Expect(page.Locator("td#cell")).ToContainTextAsync("58.9");
        Assert.Contains("cell=C11", page.Url, StringComparison.Ordinal);
        await page.GotoAsync(new Uri(new Uri(address), "/summaries/KAZ-CHN/2023-07").ToString());
        await Assertions.Expect(page.Locator("h1").First).ToContainTextAsync("KAZ-CHN");
        await TakePictureAsync(page, "summary");
    }

    /// <summary>The steps of README: whatever stands in bold is clicked.</summary>
    private static string Walk() => Readme.Split("## Try it\n")[1].Split("\n## ")[0];

    private static async Task ClickAsync(IPage page, string name)
    {
        var target = page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true })
            .Or(page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }))
            .Or(page.GetByRole(AriaRole.Radio, new() { Name = name }))
            .First;
        // A figure appears once its file is read again.
        for (var waited = 0; waited < 60 && !await target.IsVisibleAsync(); waited++)
        {
            await Task.Delay(500, Cancellation);
            await page.ReloadAsync();
        }

        await target.ClickAsync();
    }

    /// <summary>Only where asked for: a picture's bytes depend on the fonts of the machine.</summary>
    private static async Task TakePictureAsync(IPage page, string step)
    {
        (string Step, string Name)[] pictures =
        [
            ("South Korea (KOR)", "question"),
            ("58,900,000", "figure"),
            ("summary", "summary"),
        ];
        if (
            Environment.GetEnvironmentVariable("UPDATE_PICTURES") != "1"
            || Array.Find(pictures, one => one.Step == step).Name is not { } name
        )
        {
            return;
        }

        await page.SetViewportSizeAsync(1000, 640);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "docs", "pictures", $"{name}.png") });
    }

    private async Task CloneAsync()
    {
        using var git = Process.Start("git", ["clone", "--quiet", Repository.Root, folder.Path + "/clone"]);
        await git.WaitForExitAsync(Cancellation);
        Assert.Equal(0, git.ExitCode);
    }

    /// <summary>Runs the first command of README, on ports that are free, and waits for the address that it prints.</summary>
    private async Task<(string Address, Func<string> Errors)> StartAsync(CancellationToken cancellation)
    {
        var command = FirstCommand().Match(Readme).Groups["command"].Value.Trim();
        var start = new ProcessStartInfo("bash", ["-c", $"exec {command} --port 0"])
        {
            WorkingDirectory = folder.Path + "/clone",
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The build of a stranger knows nothing of the one that runs this test.
        foreach (var name in start.Environment.Keys.Where(IsOfBuild).ToList())
        {
            start.Environment.Remove(name);
        }

        // What they analyse, the build of these tests has analysed.
        start.Environment["RunAnalyzers"] = "false";

        host = Process.Start(start)!;
        var errors = new List<string>();
        host.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
            {
                errors.Add(line.Data ?? "");
            }
        };
        host.BeginErrorReadLine();
        string All()
        {
            lock (errors)
            {
                return string.Join('\n', errors);
            }
        }

        var said = new List<string>();
        while (await host.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            said.Add(line);
            if (line.StartsWith("Ready: ", StringComparison.Ordinal))
            {
                Assert.Contains(said, one => one.Contains("for the first time", StringComparison.Ordinal));
                return (line.Split(' ')[1], All);
            }
        }

        throw new InvalidOperationException($"{command} ended:\n{string.Join('\n', said)}\n{All()}");
    }

    private static bool IsOfBuild(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "Data" or "AzureWebJobsStorage";

    [GeneratedRegex(@"\*\*(?<word>[^*]+)\*\*", RegexOptions.ExplicitCapture)]
    private static partial Regex Bold();

    [GeneratedRegex(
        @"^ *(?<command>dotnet run [^#\n]*--samples)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex FirstCommand();
}
