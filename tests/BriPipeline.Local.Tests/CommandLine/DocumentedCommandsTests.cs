using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BriPipeline.Local.Tests.CommandLine;

/// <summary>The blocks of commands in <c>docs/</c>, typed as they stand. README's own are <c>StrangerTests</c>'.</summary>
public sealed partial class DocumentedCommandsTests : IDisposable
{
    private const string Excuse = "Not run by the tests: ";

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, string> Blocks
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var page in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Order())
            {
                foreach (var block in Block().Matches(File.ReadAllText(page)).Where(block => !IsExcused(block)))
                {
                    rows.Add(Path.GetFileName(page), block.Groups["code"].Value);
                }
            }

            return rows;
        }
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Block_DoesWhatItShows(string page, string block)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Runs the commands in a shell.");
        Assert.NotEmpty(page);
        await PrepareAsync(block);
        foreach (var (command, shown) in StepsOf(block))
        {
            var (exit, printed) = await RunAsync(command);

            // 3: something of a file waits for an answer.
            Assert.True(exit is 0 or 3, $"{command} ended with {exit}:\n{printed}");
            var lines = printed.Split('\n').Select(line => line.TrimEnd()).ToList();
            Assert.All(shown, line => Assert.Contains(line, lines));
        }
    }

    /// <summary>A clone where the block builds; else a workbook and the command <c>bri</c>, as whoever reads the page has them.</summary>
    private async Task PrepareAsync(string block)
    {
        if (block.Contains("src/", StringComparison.Ordinal))
        {
            var (exit, printed) = await RunAsync($"git clone --quiet '{Repository.Root}' .");
            Assert.True(exit == 0, printed);
            return;
        }

        File.Copy(
            Path.Combine(Repository.Root, "src/BriPipeline.Local/Samples/invented-uz-exports/exports-2023.csv"),
            Path.Combine(folder.Path, "exports.csv")
        );
        Directory.CreateDirectory(Path.Combine(folder.Path, "bin"));
        var bri = folder.Write(
            "bin/bri",
            $"#!/bin/sh\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "bri.dll")}' \"$@\"\n"
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(bri, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Lines after <c>$</c> with what they print; without one each line is a command.</summary>
    private static IEnumerable<(string Command, string[] Shown)> StepsOf(string block)
    {
        var lines = block.TrimEnd().Split('\n');
        if (!lines[0].StartsWith("$ ", StringComparison.Ordinal))
        {
            return lines.Select(line => (line, Array.Empty<string>()));
        }

        return ("\n" + block.TrimEnd())
            .Split("\n$ ", StringSplitOptions.RemoveEmptyEntries)
            .Select(step => step.Split('\n'))
            .Select(step => (step[0], step[1..]));
    }

    /// <summary>What is installed for all projects of a user goes into the folder.</summary>
    private async Task<(int Exit, string Printed)> RunAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", "exec 2>&1\n" + command])
        {
            WorkingDirectory = folder.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfBuild).ToList())
        {
            start.Environment.Remove(name);
        }

        // What they analyse, the build of these tests has analysed.
        start.Environment["RunAnalyzers"] = "false";

        start.Environment["DOTNET_CLI_HOME"] = folder.Path;
        start.Environment["NUGET_PACKAGES"] = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            ".nuget",
            "packages"
        );
        start.Environment["PATH"] =
            $"{folder.Path}/.dotnet/tools:{folder.Path}/bin:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, printed);
    }

    private static bool IsExcused(Match block) =>
        block.Groups["after"].Value.StartsWith(Excuse, StringComparison.Ordinal);

    private static bool IsOfBuild(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "Data" or "AzureWebJobsStorage";

    [GeneratedRegex(
        @"^```sh\n(?<code>.*?)^```(?=\n+(?<after>[^\n]*))",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Block();
}
