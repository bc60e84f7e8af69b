namespace BriPipeline.Storage.Tests;

public sealed class StorageSettingsTests
{
    [Theory]
    [InlineData("Data=x AzureWebJobsStorage=y", "x")]
    [InlineData("AzureWebJobsStorage=y", "y")]
    [InlineData("Data= AzureWebJobsStorage=y", "y")]
    public void From_TakesAConnectionString(string settings, string expected) =>
        Assert.Equal(expected, StorageSettings.From(Lookup(settings)).ConnectionString);

    [Theory]
    [InlineData("__")]
    [InlineData(":")]
    public void From_TakesAddressesAndAnIdentity(string separator)
    {
        var text =
            "Data__blobServiceUri=https://a.blob/ Data__queueServiceUri=https://a.queue/ Data__tableServiceUri=https://a.table/ Data__credential=managedidentity Data__clientId=7 AzureWebJobsStorage=y";

        var settings = StorageSettings.From(Lookup(text.Replace("__", separator, StringComparison.Ordinal)));

        Assert.Equal(
            new StorageSettings(
                null,
                new("https://a.blob/"),
                new("https://a.queue/"),
                new("https://a.table/"),
                "managedidentity",
                "7"
            ),
            settings
        );
        Assert.Equal("https://a.table/", new StorageAccount(settings).Tables.Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("", "Data")]
    [InlineData("Data__blobServiceUri=https://a.blob/ Data__queueServiceUri=https://a.queue/", "Data__tableServiceUri")]
    [InlineData("Data__blobServiceUri=blob", "Data__blobServiceUri")]
    public void From_NamesTheSetting_WhenItIsMissingOrWrong(string settings, string name)
    {
        var error = Assert.Throws<InvalidOperationException>(() => StorageSettings.From(Lookup(settings)));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    private static Func<string, string?> Lookup(string settings)
    {
        var values = settings
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(setting => setting.Split('=', 2))
            .ToDictionary(setting => setting[0], setting => setting[1], StringComparer.Ordinal);
        return name => values.GetValueOrDefault(name);
    }
}
