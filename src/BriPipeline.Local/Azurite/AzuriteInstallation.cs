using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace BriPipeline.Local;

/// <summary>Azurite as npm installs it from our lock file: once for this user, shared by all that need it.</summary>
internal static class AzuriteInstallation
{
    private static readonly TimeSpan LinePeriod = TimeSpan.FromSeconds(3);

    /// <summary>The folder beside the program that holds the lock file and the guard.</summary>
    internal static string Pinned => Path.Combine(AppContext.BaseDirectory, "Azurite");

    /// <summary>Path of Azurite's entry script, after installing it where that was not done yet.</summary>
    /// <exception cref="LocalSetupException">npm is missing or could not install.</exception>
    internal static async Task<string> EnsureAsync(string cache, Action<string> say, CancellationToken cancellation)
    {
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(Pinned, "package-lock.json"), cancellation);
        var installed = Path.Combine(cache, "azurite-" + Convert.ToHexStringLower(SHA256.HashData(lockFile))[..12]);
        var script = Path.Combine(installed, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (File.Exists(script))
        {
            return script;
        }

        Directory.CreateDirectory(cache);
        await using var mutex = await FileMutex.TakeAsync(
            installed + ".lock",
            LinePeriod,
            () => say("Waiting for another process that is installing Azurite ..."),
            cancellation
        );
        if (!File.Exists(script))
        {
            await InstallAsync(installed, say, cancellation);
        }

        return script;
    }

    /// <summary>Where programs keep what they can fetch again, by the custom of the system.</summary>
    internal static string UserCache()
    {
        var root = OperatingSystem.IsWindows()
            ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(root))
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            root = home.Length == 0 ? Path.GetTempPath() : Path.Combine(home, ".cache");
        }

        return Path.Combine(root, "bripipeline");
    }

    private static async Task InstallAsync(string installed, Action<string> say, CancellationToken cancellation)
    {
        var part = installed + ".part";
        if (Directory.Exists(part))
        {
            Directory.Delete(part, recursive: true);
        }

        Directory.CreateDirectory(part);
        foreach (var name in (string[])["package.json", "package-lock.json", ".npmrc"])
        {
            File.Copy(Path.Combine(Pinned, name), Path.Combine(part, name));
        }

        say("Installing Azurite, the local storage (first use only, about 190 MB) ...");
        var clock = Stopwatch.StartNew();
        using var npm = StartNpm(part);
        try
        {
            // Read while it runs, or a full pipe would stop it.
            var output = npm.StandardOutput.ReadToEndAsync(cancellation);
            var errors = npm.StandardError.ReadToEndAsync(cancellation);
            var exit = npm.WaitForExitAsync(cancellation);
            while (await Task.WhenAny(exit, Task.Delay(LinePeriod, cancellation)) != exit)
            {
                say($"Installing Azurite ... {clock.Elapsed.TotalSeconds:0} s");
            }

            await exit;
            if (npm.ExitCode != 0)
            {
                throw LocalSetupException.InstallFailed((await output + await errors).Trim());
            }
        }
        finally
        {
            if (!npm.HasExited)
            {
                npm.Kill(entireProcessTree: true);
            }
        }

        Directory.Move(part, installed);
        say($"Azurite is installed ({clock.Elapsed.TotalSeconds:0} s).");
    }

    private static Process StartNpm(string folder)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error" },
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw LocalSetupException.ToolMissing("npm");
        }
    }
}
