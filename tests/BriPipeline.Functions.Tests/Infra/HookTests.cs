using System.Diagnostics;
using System.Text.Json;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Functions.Tests.Infra;

/// <summary>The hooks of <c>azure.yaml</c>, run by a shell in which <c>az</c> and <c>azd</c> only note what they were told.</summary>
public sealed class HookTests : IDisposable
{
    private static readonly string[] Hooks = ["sign-in", "subscribe"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bri-hooks-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Azd_FindsEveryHookForBothShells()
    {
        var azd = RepositoryFiles.Read("azure.yaml");

        Assert.All(
            from hook in Hooks
            from shell in (string[])["sh", "ps1"]
            select $"infra/hooks/{hook}.{shell}",
            path =>
            {
                Assert.Contains($"run: {path}", azd, StringComparison.Ordinal);
                Assert.NotEmpty(RepositoryFiles.Read(path));
            }
        );
    }

    [Fact]
    public void SignIn_RegistersTheAppOnce()
    {
        var first = Run("sign-in", az: "echo made-id", ("AZURE_ENV_NAME", "test"));
        var second = Run("sign-in", az: "exit 1", ("AZURE_ENV_NAME", "test"), ("SIGN_IN_CLIENT_ID", "made-id"));

        Assert.Equal(0, first.ExitCode);
        Assert.Contains(first.Calls, call => call.StartsWith("az ad app create ", StringComparison.Ordinal));
        Assert.Contains("azd env set SIGN_IN_CLIENT_ID made-id", first.Calls);
        Assert.Equal(0, second.ExitCode);
        Assert.Empty(second.Calls);
    }

    [Fact]
    public void SignIn_SaysWhatToDo_WhenTheDirectoryRefuses()
    {
        var run = Run("sign-in", az: "exit 1", ("AZURE_ENV_NAME", "test"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("azd env set SIGN_IN_CLIENT_ID", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Subscribe_GivesTheTemplateWhatMainPutsOut()
    {
        var run = Run("subscribe", az: "exit 0", Outputs);

        Assert.Equal(0, run.ExitCode);
        var call = Assert.Single(run.Calls);
        Assert.Contains("--template-file infra/subscription.bicep", call, StringComparison.Ordinal);
        Assert.Contains("functionAppName=app topicName=topic dataAccountName=data", call, StringComparison.Ordinal);
    }

    [Fact]
    public void Subscribe_TriesAgainWhileTheHostStarts_AndThenSaysWhereToLook()
    {
        var run = Run("subscribe", az: "exit 1", [.. Outputs, ("SUBSCRIBE_WAIT_SECONDS", "0")]);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(5, run.Calls.Count);
        Assert.Contains("https://app/health", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void SignIn_OffersAScopeAndTokensOfVersion2()
    {
        var run = Run("sign-in", az: "echo made-id", ("AZURE_ENV_NAME", "test"));
        var body = JsonDocument.Parse(RepositoryFiles.Read("infra/hooks/api.json")).RootElement;
        var api = body.GetProperty("api");

        Assert.Contains(
            run.Calls,
            call =>
                call.StartsWith("az rest --method PATCH ", StringComparison.Ordinal)
                && call.Contains("applications(appId='made-id')", StringComparison.Ordinal)
                && call.Contains("--body @infra/hooks/api.json", StringComparison.Ordinal)
        );
        Assert.Equal(2, api.GetProperty("requestedAccessTokenVersion").GetInt32());
        Assert.Equal("ApplicationGroup", body.GetProperty("groupMembershipClaims").GetString());
        var scope = api.GetProperty("oauth2PermissionScopes").EnumerateArray().Single();
        Assert.All(
            api.GetProperty("preAuthorizedApplications").EnumerateArray(),
            client =>
                Assert.Equal(
                    scope.GetProperty("id").GetString(),
                    client.GetProperty("delegatedPermissionIds").EnumerateArray().Single().GetString()
                )
        );
    }

    [Fact]
    public void Subscribe_LetsSignInTrustTheAppsIdentity()
    {
        var run = Run("subscribe", az: "exit 0", SignIn);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(run.Calls, call => call.Contains("\"subject\":\"principal\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Subscribe_AddsItsAddressToThoseThatTheRegistrationHas()
    {
        var run = Run("subscribe", az: Shows("https://other/a https://other/b"), SignIn);

        Assert.Contains(
            "az ad app update --id client --web-redirect-uris https://other/a https://other/b https://app/.auth/login/aad/callback --output none",
            run.Calls
        );
    }

    [Fact]
    public void Subscribe_ChangesNothing_WhereTheRegistrationHasItsAddress()
    {
        var run = Run("subscribe", az: Shows("https://other/a https://app/.auth/login/aad/callback"), SignIn);

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(run.Calls, call => call.StartsWith("az ad app update", StringComparison.Ordinal));
    }

    /// <summary>A deployer by OIDC.</summary>
    [Fact]
    public void Subscribe_GoesOnWithoutRightsInTheDirectory_AndSaysSo()
    {
        var run = Run("subscribe", az: "case \"$*\" in \"ad app\"*) exit 1;; esac", SignIn);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("azd hooks run postdeploy", run.Errors, StringComparison.Ordinal);
    }

    /// <summary>Windows gets the same: no shell here runs it, so its words are compared.</summary>
    [Fact]
    public void PowerShell_CallsTheSameCommands() =>
        Assert.All(
            Hooks,
            hook => Assert.Equal(CommandsOf($"infra/hooks/{hook}.sh"), CommandsOf($"infra/hooks/{hook}.ps1"))
        );

    private static (string, string)[] Outputs =>
        [
            ("AZURE_RESOURCE_GROUP", "group"),
            ("FUNCTION_APP_NAME", "app"),
            ("FUNCTION_APP_URL", "https://app"),
            ("EVENT_TOPIC_NAME", "topic"),
            ("DATA_ACCOUNT_NAME", "data"),
        ];

    private static (string, string)[] SignIn =>
        [.. Outputs, ("SIGN_IN_CLIENT_ID", "client"), ("APP_PRINCIPAL_ID", "principal")];

    private static string Shows(string redirects) => $"case \"$*\" in \"ad app show\"*) echo '{redirects}';; esac";

    private static List<string> CommandsOf(string path) =>
        [
            .. System
                .Text.RegularExpressions.Regex.Matches(
                    string.Join(
                        '\n',
                        RepositoryFiles.Read(path).Split('\n').Where(line => !line.TrimStart().StartsWith('#'))
                    ),
                    @"\baz (?:rest --method|ad app federated-credential|ad app|ad sp|account|deployment group) [a-zA-Z]+",
                    System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
                    TimeSpan.FromSeconds(1)
                )
                .Select(match => match.Value),
        ];

    private (int ExitCode, string Errors, IReadOnlyList<string> Calls) Run(
        string hook,
        string az,
        params (string Name, string Value)[] settings
    )
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The hook of this system is the PowerShell one.");
        var calls = Path.Combine(folder.FullName, "calls");
        File.WriteAllText(calls, "");
        Write("az", $"echo \"az $*\" >> {calls}\n{az}\n");
        Write("azd", $"echo \"azd $*\" >> {calls}\n");
        var start = new ProcessStartInfo("/bin/sh", [$"infra/hooks/{hook}.sh"])
        {
            WorkingDirectory = RepositoryFiles.Root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["PATH"] = $"{folder.FullName}:{start.Environment["PATH"]}";
        start.Environment.Remove("SIGN_IN_CLIENT_ID");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var shell = Process.Start(start)!;
        var output = shell.StandardOutput.ReadToEndAsync();
        var errors = shell.StandardError.ReadToEnd();
        shell.WaitForExit();
        output.GetAwaiter().GetResult();
        return (shell.ExitCode, errors, File.ReadAllLines(calls));
    }

    private void Write(string name, string script)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, "#!/bin/sh\n" + script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        }
    }
}
