using System.Text.Json;

namespace BriPipeline.Functions.Tests.Infra;

/// <summary>What Event Grid delivers, where to, and what becomes of the rest.</summary>
public sealed class SubscriptionTemplateTests(SubscriptionTemplate template) : IClassFixture<SubscriptionTemplate>
{
    private JsonElement Subscription =>
        template.Single("Microsoft.EventGrid/systemTopics/eventSubscriptions").GetProperty("properties");

    [Fact]
    public void Lint_FindsNothing()
    {
        Assert.NotEmpty(template.Resources);

        Assert.Equal((0, "", ""), template.Run("lint"));
    }

    [Fact]
    public void Destination_IsTheBlobWebhookOfTheFunctionWithTheHostsKey()
    {
        var address = Subscription
            .GetProperty("destination")
            .GetProperty("properties")
            .GetProperty("endpointUrl")
            .GetString();
        var function = FunctionMethods.All.Single(one =>
            one.Trigger.GetCustomAttributes(typeof(Microsoft.Azure.Functions.Worker.BlobTriggerAttribute), false).Length
            > 0
        );

        Assert.Contains(
            $"/runtime/webhooks/blobs?functionName=Host.Functions.{function.Name}&code=",
            address,
            StringComparison.Ordinal
        );
        Assert.Contains("systemKeys.blobs_extension", address, StringComparison.Ordinal);
    }

    [Fact]
    public void Filter_TakesWholeBlobsOfUploadsOnly()
    {
        var filter = Subscription.GetProperty("filter");
        var calls = Assert.Single(filter.GetProperty("advancedFilters").EnumerateArray());

        Assert.Equal("/blobServices/default/containers/uploads/", filter.GetProperty("subjectBeginsWith").GetString());
        Assert.Equal(
            "Microsoft.Storage.BlobCreated",
            Assert.Single(filter.GetProperty("includedEventTypes").EnumerateArray()).GetString()
        );
        Assert.Equal("data.api", calls.GetProperty("key").GetString());
        Assert.Equal("StringIn", calls.GetProperty("operatorType").GetString());
        Assert.Equal(
            ["CopyBlob", "PutBlob", "PutBlockList", "FlushWithClose"],
            calls.GetProperty("values").EnumerateArray().Select(value => value.GetString()!)
        );
    }

    [Fact]
    public void DeadLetters_GoByIdentityAfterADay()
    {
        var deadLetters = Subscription.GetProperty("deadLetterWithResourceIdentity");

        Assert.Equal("SystemAssigned", deadLetters.GetProperty("identity").GetProperty("type").GetString());
        Assert.Equal(
            "deadletters",
            deadLetters
                .GetProperty("deadLetterDestination")
                .GetProperty("properties")
                .GetProperty("blobContainerName")
                .GetString()
        );
        Assert.Equal(1440, Subscription.GetProperty("retryPolicy").GetProperty("eventTimeToLiveInMinutes").GetInt32());
    }
}
