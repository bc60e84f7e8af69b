using System.Text.Json;

namespace BriPipeline.Functions.Tests.Infra;

public sealed class MainTemplateTests(BuiltTemplate template) : IClassFixture<BuiltTemplate>
{
    [Fact]
    public void Lint_FindsNothing()
    {
        Assert.NotEmpty(template.Resources);

        var lint = BuiltTemplate.Run("lint");

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
    [InlineData("containers", "uploads archive plans manifests locks reports summaries reference")]
    [InlineData("tables", "Trade TradeByPeriod Revisions Series Uploads Feed Summaries Registers")]
    public void DataAccount_HoldsTheStoreOfTheDesign(string parameter, string names)
    {
        var module = template.Resources.Single(resource => resource.GetProperty("name").GetString() == "data-storage");
        var values = module.GetProperty("properties").GetProperty("parameters").GetProperty(parameter);

        Assert.Equal(
            names,
            string.Join(' ', values.GetProperty("value").EnumerateArray().Select(value => value.GetString()))
        );
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
        var roles = template.Resources.Single(resource =>
            resource.GetProperty("type").GetString() == "Microsoft.Resources/deployments"
            && resource.GetProperty("name").GetString()!.Contains("roles", StringComparison.Ordinal)
        );
        var variables = roles.GetProperty("properties").GetProperty("template").GetProperty("variables");

        Assert.Equal(
            string.Join(' ', names.Split(' ').Select(name => $"[variables('{name}')]")),
            string.Join(' ', variables.GetProperty(list).EnumerateArray().Select(role => role.GetString()))
        );
    }

    /// <summary>Ids of Azure's built-in roles: they are the same everywhere and never change.</summary>
    [Theory]
    [InlineData("storageBlobDataOwner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b")]
    [InlineData("storageBlobDataContributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe")]
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

        Assert.Equal(id, Assert.Single(ids));
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

    private Dictionary<string, string> Settings() =>
        template
            .OfType("Microsoft.Web/sites/config")
            .Single()
            .GetProperty("properties")
            .EnumerateObject()
            .ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!, StringComparer.Ordinal);
}
