using System.Text.Json;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Functions.Tests.Infra;

public sealed class MainTemplateTests(MainTemplate template) : IClassFixture<MainTemplate>
{
    [Fact]
    public void Lint_FindsNothing()
    {
        Assert.NotEmpty(template.Resources);

        var lint = template.Run("lint");

        Assert.Equal((0, "", ""), lint);
    }

    [Fact]
    public void Accounts_TakeNoKeysAndShowNothingInPublic()
    {
        var accounts = template.OfType("Microsoft.Storage/storageAccounts");

        Assert.Equal(2, accounts.Count);
        Assert.All(
            accounts.Select(account => account.GetProperty("properties")),
            account =>
            {
                Assert.False(account.GetProperty("allowSharedKeyAccess").GetBoolean());
                Assert.False(account.GetProperty("allowBlobPublicAccess").GetBoolean());
                Assert.True(account.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
                Assert.Equal("TLS1_2", account.GetProperty("minimumTlsVersion").GetString());
            }
        );
        Assert.All(
            template.OfType("Microsoft.Storage/storageAccounts/blobServices/containers"),
            container =>
                Assert.Equal("None", container.GetProperty("properties").GetProperty("publicAccess").GetString())
        );
    }

    [Theory]
    [InlineData("containers", "uploads archive plans manifests locks reports summaries reference deadletters")]
    [InlineData("tables", "Trade TradeByPeriod Revisions Series Uploads Feed Summaries Registers Challenges")]
    [InlineData("queues", "webjobs-blobtrigger-poison wake-ups")]
    public void DataAccount_HoldsTheStoreOfTheDesign(string parameter, string names) =>
        Assert.Equal(names, Joined(template.Given("dataStorage", parameter)));

    /// <summary>Off unless it is asked for; then only the app's identity may send.</summary>
    [Fact]
    public void ChangeTopic_IsASetting_AndTakesNoKeys()
    {
        Assert.False(
            template.Root.GetProperty("parameters").GetProperty("changeEvents").GetProperty("defaultValue").GetBoolean()
        );
        var topic = template.Single("Microsoft.EventGrid/topics").GetProperty("properties");

        Assert.True(topic.GetProperty("disableLocalAuth").GetBoolean());
        Assert.Equal("CloudEventSchemaV1_0", topic.GetProperty("inputSchema").GetString());
    }

    /// <summary>What people put there comes back: earlier versions, and what was deleted.</summary>
    [Fact]
    public void DataAccount_KeepsVersionsAndWhatWasDeleted()
    {
        Assert.True(template.Given("dataStorage", "keepVersions").GetBoolean());
        var properties = Made("dataStorage", "blobs").GetProperty("properties");

        Assert.Equal("[parameters('keepVersions')]", properties.GetProperty("isVersioningEnabled").GetString());
        Assert.All(
            new[] { "deleteRetentionPolicy", "containerDeleteRetentionPolicy" },
            policy =>
                Assert.Equal(
                    "[parameters('keepVersions')]",
                    properties.GetProperty(policy).GetProperty("enabled").GetString()
                )
        );
    }

    /// <summary>Only what can be written again may ever go.</summary>
    [Fact]
    public void Lifecycle_TouchesReportsAndVersionsOfLocksOnly()
    {
        var rules = Made("dataStorage", "lifecycle")
            .GetProperty("properties")
            .GetProperty("policy")
            .GetProperty("rules")
            .EnumerateArray()
            .Select(rule => rule.GetProperty("definition"))
            .ToList();

        Assert.Equal(
            ["reports/", "locks/"],
            rules.Select(rule => Joined(rule.GetProperty("filters").GetProperty("prefixMatch")))
        );
        Assert.False(rules[1].GetProperty("actions").TryGetProperty("baseBlob", out _));
    }

    [Fact]
    public void Uploads_TakeOnlyPutsFromTheAppsOwnPages()
    {
        var rule = Made("dataStorage", "blobs").GetProperty("properties").GetProperty("cors").ToString();

        Assert.Contains("PUT", rule, StringComparison.Ordinal);
        Assert.DoesNotContain("'*'", rule, StringComparison.Ordinal);
        Assert.Equal(
            "[format('https://{0}.azurewebsites.net', variables('appName'))]",
            Joined(template.Given("dataStorage", "uploadOrigins"))
        );
        Assert.Empty(template.Given("hostStorage", "uploadOrigins").EnumerateArray());
    }

    [Theory]
    [InlineData("Data")]
    [InlineData("AzureWebJobsStorage")]
    public void Settings_NameAccountsByIdentity(string connection)
    {
        var settings = Settings();

        Assert.All(
            new[] { "blobServiceUri", "queueServiceUri", "tableServiceUri", "clientId" },
            part => Assert.NotEmpty(settings[$"{connection}__{part}"])
        );
        Assert.Equal("managedidentity", settings[$"{connection}__credential"]);
        Assert.False(settings.ContainsKey(connection), "A connection string would win over the identity.");
    }

    [Fact]
    public void Settings_HoldNoSecret() =>
        Assert.All(
            Settings().Values,
            value => Assert.DoesNotContain("listKeys", value, StringComparison.OrdinalIgnoreCase)
        );

    [Fact]
    public void Settings_HoldEverySettingOfATrigger()
    {
        var settings = Settings();

        Assert.All(
            FunctionMethods.All.Select(function => function.Setting).OfType<string>(),
            setting => Assert.True(settings.ContainsKey(setting), setting)
        );
        Assert.True(settings.ContainsKey("ReportingTimeZone"));
    }

    [Theory]
    [InlineData("onData", "storageBlobDataContributor storageQueueDataContributor storageTableDataContributor")]
    [InlineData("onHost", "storageBlobDataOwner storageQueueDataContributor storageTableDataContributor")]
    public void Roles_AreExactlyThose(string list, string names)
    {
        var variables = template.Module("roles").GetProperty("variables");

        Assert.Equal(
            string.Join(' ', names.Split(' ').Select(name => $"[variables('{name}')]")),
            Joined(variables.GetProperty(list))
        );
    }

    /// <summary>Whoever gets a role, at what, by which name: nothing else is assigned anywhere.</summary>
    [Theory]
    [InlineData("roles", "dataRoles", "dataAccount", "variables('onData')[copyIndex()]")]
    [InlineData("roles", "hostRoles", "hostAccount", "variables('onHost')[copyIndex()]")]
    [InlineData("roles", "insightsRole", "components", "variables('monitoringMetricsPublisher')")]
    [InlineData("access", "readersOfTables", "tableServices/tables", "variables('storageTableDataReader')")]
    [InlineData("access", "readersOfSummaries", "'summaries'", "variables('storageBlobDataReader')")]
    [InlineData("access", "deployerOfTables", "storageAccounts", "variables('storageTableDataReader')")]
    [InlineData("access", "deployerOfUploads", "'uploads'", "variables('storageBlobDataContributor')")]
    [InlineData("access", "deployerOfReference", "'reference'", "variables('storageBlobDataContributor')")]
    [InlineData(
        "events",
        "deadLetterRole",
        "parameters('deadLetterContainer')",
        "variables('storageBlobDataContributor')"
    )]
    [InlineData("changes", "sender", "topics", "variables('eventGridDataSender')")]
    public void Assignment_GivesOneRoleAtOnePlace(string module, string name, string scope, string role)
    {
        var assignment = Made(module, name);

        Assert.Contains(scope, assignment.GetProperty("scope").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(
            role,
            assignment.GetProperty("properties").GetProperty("roleDefinitionId").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(10, template.OfType("Microsoft.Authorization/roleAssignments").Count);
    }

    /// <summary>azd finds what it made, and a bill tells installations apart.</summary>
    [Fact]
    public void Resources_AreTaggedWithTheEnvironment() =>
        Assert.All(
            template.Resources.Where(resource => resource.TryGetProperty("location", out _)),
            resource => Assert.Contains("tags", resource.GetProperty("tags").GetString(), StringComparison.Ordinal)
        );

    /// <summary>Not every region has zones.</summary>
    [Fact]
    public void Accounts_AreCopiedAsAsked()
    {
        var parameter = template.Root.GetProperty("parameters").GetProperty("storageRedundancy");

        Assert.Equal("Standard_ZRS", parameter.GetProperty("defaultValue").GetString());
        Assert.Contains("Standard_LRS", Joined(parameter.GetProperty("allowedValues")), StringComparison.Ordinal);
        Assert.All(
            new[] { "dataStorage", "hostStorage" },
            account =>
                Assert.Equal("[parameters('storageRedundancy')]", template.Given(account, "redundancy").GetString())
        );
    }

    [Fact]
    public void DataAccount_LogsWhoWroteAndDeletedBlobs()
    {
        var log = Made("dataStorage", "blobLog").GetProperty("properties");

        Assert.Equal(
            "StorageWrite StorageDelete",
            string.Join(
                ' ',
                log.GetProperty("logs").EnumerateArray().Select(one => one.GetProperty("category").GetString())
            )
        );
    }

    [Fact]
    public void Readers_SeeTheTablesOfFiguresOnly() =>
        Assert.Equal(
            "Trade TradeByPeriod Revisions Series Feed Summaries",
            Joined(template.Given("access", "readTables"))
        );

    /// <summary>Ids of Azure's built-in roles: they are the same everywhere and never change.</summary>
    [Theory]
    [InlineData("storageBlobDataOwner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b")]
    [InlineData("storageBlobDataContributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe")]
    [InlineData("storageBlobDataReader", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1")]
    [InlineData("storageTableDataReader", "76199698-9eea-4c19-bc75-cec21354c6b6")]
    [InlineData("storageQueueDataContributor", "974c5e8b-45b9-4653-ba55-5f855dd0fe88")]
    [InlineData("storageTableDataContributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3")]
    [InlineData("monitoringMetricsPublisher", "3913510d-42f4-4e42-8a64-420c390055eb")]
    public void Role_HasItsId(string name, string id)
    {
        var ids =
            from resource in template.OfType("Microsoft.Resources/deployments")
            let inner = resource.GetProperty("properties").GetProperty("template")
            where inner.TryGetProperty("variables", out var variables) && variables.TryGetProperty(name, out _)
            select inner.GetProperty("variables").GetProperty(name).GetString();

        Assert.Equal(id, Assert.Single(ids.Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public void App_RunsOnFlexConsumptionWithTheIsolatedWorker()
    {
        var plan = Assert.Single(template.OfType("Microsoft.Web/serverfarms"));
        var app = Assert.Single(template.OfType("Microsoft.Web/sites"));
        var config = app.GetProperty("properties").GetProperty("functionAppConfig");

        Assert.Equal("FC1", plan.GetProperty("sku").GetProperty("name").GetString());
        Assert.Equal("UserAssigned", app.GetProperty("identity").GetProperty("type").GetString());
        Assert.True(app.GetProperty("properties").GetProperty("httpsOnly").GetBoolean());
        Assert.Equal("dotnet-isolated", config.GetProperty("runtime").GetProperty("name").GetString());
        Assert.Equal("10.0", config.GetProperty("runtime").GetProperty("version").GetString());
    }

    [Fact]
    public void App_TurnsTheHostsOwnHomePageOff() => Assert.Equal("true", Settings()["AzureWebJobsDisableHomepage"]);

    /// <summary>The platform cannot send people to a page and answer programs with 401: the app does, by its table of addresses.</summary>
    [Fact]
    public void SignIn_SaysWhoCalls_AndLeavesToTheAppWhoMay()
    {
        var signIn = Made("app", "app::signIn").GetProperty("properties");
        var validation = signIn.GetProperty("globalValidation");

        Assert.Equal("AllowAnonymous", validation.GetProperty("unauthenticatedClientAction").GetString());
        Assert.Equal("/runtime/webhooks/blobs", Joined(validation.GetProperty("excludedPaths")));
        Assert.Equal(
            Settings().Keys.Single(name => name.StartsWith("OVERRIDE_USE_MI", StringComparison.Ordinal)),
            signIn
                .GetProperty("identityProviders")
                .GetProperty("azureActiveDirectory")
                .GetProperty("registration")
                .GetProperty("clientSecretSettingName")
                .GetString()
        );
    }

    [Fact]
    public void Telemetry_ComesByIdentityAndHasADailyCap()
    {
        var insights = template.Single("Microsoft.Insights/components").GetProperty("properties");
        var workspace = template.Single("Microsoft.OperationalInsights/workspaces").GetProperty("properties");

        Assert.True(insights.GetProperty("DisableLocalAuth").GetBoolean());
        Assert.Contains(
            "Authorization=AAD",
            Settings()["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"],
            StringComparison.Ordinal
        );
        Assert.Equal(
            "[parameters('dailyCapGB')]",
            workspace.GetProperty("workspaceCapping").GetProperty("dailyQuotaGb").GetString()
        );
    }

    /// <summary>An alert that waits for words nobody logs never fires.</summary>
    [Theory]
    [InlineData("poison-message", "Poison message")]
    [InlineData("failed-import", "Upload failed")]
    [InlineData("summary-overdue", null)]
    public void Alert_WaitsForWhatTheAppSays(string name, string? words)
    {
        var rule = template
            .Module("alerts")
            .GetProperty("variables")
            .GetProperty("rules")
            .EnumerateArray()
            .Single(rule => rule.GetProperty("name").GetString() == name);
        var query = rule.GetProperty("query").GetString()!;

        if (words is null)
        {
            Assert.Contains($"name == \"{nameof(CompileSummaries)}\"", query, StringComparison.Ordinal);
            Assert.Equal("LessThanOrEqual", rule.GetProperty("operator").GetString());
        }
        else
        {
            Assert.Contains($"startswith \"{words}\"", query, StringComparison.Ordinal);
            Assert.Contains(LogMessages.All, message => message.StartsWith(words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Alerts_AreThree() =>
        Assert.Equal(3, template.Module("alerts").GetProperty("variables").GetProperty("rules").GetArrayLength());

    [Fact]
    public void Events_ComeFromTheDataAccountByATopicWithAnIdentity()
    {
        var topic = template.Single("Microsoft.EventGrid/systemTopics");

        Assert.Equal("SystemAssigned", topic.GetProperty("identity").GetProperty("type").GetString());
        Assert.Contains(
            "dataStorage",
            template.Given("events", "dataAccountName").GetString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            template.Given("events", "deadLetterContainer").GetString(),
            template.Given("dataStorage", "containers").EnumerateArray().Select(name => name.GetString())
        );
    }

    /// <summary>Off, nothing of the network is made; on, both accounts are closed and reached by every service's endpoint.</summary>
    [Fact]
    public void PrivateNetworking_IsASwitch()
    {
        var network = template.Root.GetProperty("resources").GetProperty("network");
        var closed = Made("dataStorage", "account").GetProperty("properties").GetProperty("networkAcls");

        Assert.Equal("[parameters('privateNetworking')]", network.GetProperty("condition").GetString());
        Assert.False(
            template
                .Root.GetProperty("parameters")
                .GetProperty("privateNetworking")
                .GetProperty("defaultValue")
                .GetBoolean()
        );
        Assert.Equal("[if(parameters('isPrivate'), 'Deny', 'Allow')]", closed.GetProperty("defaultAction").GetString());
        Assert.Equal("AzureServices", closed.GetProperty("bypass").GetString());
        Assert.Equal(
            "blob queue table",
            Joined(template.Module("network").GetProperty("variables").GetProperty("services"))
        );
        Assert.All(
            new[] { "dataStorage", "hostStorage" },
            account =>
                Assert.Equal("[parameters('privateNetworking')]", template.Given(account, "isPrivate").GetString())
        );
    }

    /// <summary>What azd fills in from its environment exists, and what has no default is filled in.</summary>
    [Fact]
    public void Parameters_AreThoseThatAzdGives()
    {
        var given = JsonDocument
            .Parse(RepositoryFiles.Read("infra/main.parameters.json"))
            .RootElement.GetProperty("parameters")
            .EnumerateObject()
            .Select(parameter => parameter.Name)
            .ToList();

        Assert.Subset(
            template
                .Root.GetProperty("parameters")
                .EnumerateObject()
                .Select(parameter => parameter.Name)
                .ToHashSet(StringComparer.Ordinal),
            given.ToHashSet(StringComparer.Ordinal)
        );
        Assert.All(
            template.Root.GetProperty("parameters").EnumerateObject(),
            parameter => Assert.True(parameter.Value.TryGetProperty("defaultValue", out _), parameter.Name)
        );
    }

    private JsonElement Made(string module, string name) =>
        template.Module(module).GetProperty("resources").GetProperty(name);

    private static string Joined(JsonElement list) =>
        string.Join(' ', list.EnumerateArray().Select(value => value.GetString()));

    private Dictionary<string, string> Settings() =>
        Made("app", "app::settings")
            .GetProperty("properties")
            .EnumerateObject()
            .ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!, StringComparer.Ordinal);
}
