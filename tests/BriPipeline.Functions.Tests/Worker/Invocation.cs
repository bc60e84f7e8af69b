using System.Text.Json.Nodes;

namespace BriPipeline.Functions.Tests.Worker;

/// <summary>How an invocation ended, as the host sees it.</summary>
/// <param name="Fault">What was thrown; null after success.</param>
internal sealed record Invocation(bool IsSuccess, string? Fault)
{
    public static Invocation Of(JsonObject response)
    {
        var result = response["result"]!;
        return new(
            result["status"]!.GetValue<string>() == "Success",
            result["exception"]?["message"]?.GetValue<string>()
        );
    }
}

/// <summary>What triggers bring, as the host writes it.</summary>
internal static class TriggerData
{
    /// <summary>A blob of the data account, which the worker opens by itself.</summary>
    public static JsonObject Blob(string container, string name) =>
        new()
        {
            ["modelBindingData"] = new JsonObject
            {
                ["version"] = "1.0",
                ["source"] = "AzureStorageBlobs",
                ["contentType"] = "application/json",
                ["content"] = Convert.ToBase64String(
                    System.Text.Encoding.UTF8.GetBytes(
                        new JsonObject
                        {
                            ["Connection"] = "Data",
                            ["ContainerName"] = container,
                            ["BlobName"] = name,
                        }.ToJsonString()
                    )
                ),
            },
        };

    public static JsonObject Timer() =>
        new() { ["json"] = """{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}""" };

    public static JsonObject Message(string text) => new() { ["string"] = text };
}
