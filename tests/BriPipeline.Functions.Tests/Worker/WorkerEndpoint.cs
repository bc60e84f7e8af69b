using System.Text.Json.Nodes;
using System.Threading.Channels;
using Google.Protobuf;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;

namespace BriPipeline.Functions.Tests.Worker;

/// <summary>The host's end of the stream: what is to be sent, and what has arrived.</summary>
internal sealed class WorkerEndpoint
{
    private readonly Channel<JsonObject> outgoing = Channel.CreateUnbounded<JsonObject>();
    private readonly Channel<JsonObject> incoming = Channel.CreateUnbounded<JsonObject>();

    public ChannelReader<JsonObject> Incoming => incoming.Reader;

    public void Send(string content, JsonObject message) =>
        Assert.True(outgoing.Writer.TryWrite(new JsonObject { [content] = message }));

    /// <summary>Serves the one stream that a worker opens.</summary>
    public async Task ServeAsync(
        IAsyncStreamReader<IMessage> requests,
        IServerStreamWriter<IMessage> responses,
        ServerCallContext context
    )
    {
        var sending = SendAsync(responses, context.CancellationToken);
        try
        {
            await foreach (var message in requests.ReadAllAsync(context.CancellationToken))
            {
                await incoming.Writer.WriteAsync(JsonNode.Parse(RpcMessages.ToJson(message))!.AsObject());
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The worker was killed.
        }
        finally
        {
            incoming.Writer.TryComplete();
            outgoing.Writer.TryComplete();
            await sending;
        }
    }

    private async Task SendAsync(IServerStreamWriter<IMessage> responses, CancellationToken cancellation)
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(cancellation))
            {
                await responses.WriteAsync(RpcMessages.Read(message.ToJsonString()), cancellation);
            }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            // The worker is gone.
        }
    }
}

/// <summary>Registers the stream with the server: the only service there is has one method.</summary>
internal sealed class WorkerEndpointMethods : IServiceMethodProvider<WorkerEndpoint>
{
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<WorkerEndpoint> context) =>
        context.AddDuplexStreamingMethod(
            RpcMessages.EventStream,
            [],
            (endpoint, requests, responses, call) => endpoint.ServeAsync(requests, responses, call)
        );
}
