using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriPipeline.Functions.Tests.Worker;

/// <summary>As much of the Functions host as a worker needs: it starts the app's process, loads its functions and invokes them,
/// over the same protocol. Triggers, retries and leases of the real host are not in it.</summary>
internal sealed class FunctionsHost(string folder, WebApplication server, Process worker, WorkerEndpoint endpoint)
    : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonObject>> awaited = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<string, bool> invoked = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> log = new();
    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = ConnectAsync,
        }
    );
    private Task reading = Task.CompletedTask;

    /// <summary>What the worker says of its functions, by name.</summary>
    public IReadOnlyDictionary<string, JsonObject> Functions { get; private set; } =
        new Dictionary<string, JsonObject>(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Invoked => [.. invoked.Keys];

    /// <summary>From the start of the process until it had answered the first message.</summary>
    public TimeSpan TimeToInitialise { get; private set; }

    /// <summary>What the worker logged and printed, a line each.</summary>
    public IReadOnlyCollection<string> Log => [.. log];

    /// <summary>Starts the app that is published in a folder.</summary>
    public static async Task<FunctionsHost> StartAsync(
        string folder,
        IReadOnlyDictionary<string, string> settings,
        CancellationToken cancellation
    )
    {
        var stream = new WorkerEndpoint();
        var application = await ServeAsync(stream, cancellation);
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        var config = await File.ReadAllTextAsync(Path.Combine(folder, "worker.config.json"), cancellation);
        var description = JsonNode.Parse(config)!["description"]!;
        var start = new ProcessStartInfo(
            description["defaultExecutablePath"]!.GetValue<string>(),
            [
                description["defaultWorkerPath"]!.GetValue<string>(),
                "--functions-uri",
                addresses.Addresses.Single(),
                "--functions-worker-id",
                "worker",
                "--functions-request-id",
                "start",
                "--functions-grpc-max-message-length",
                "2147483647",
            ]
        )
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = folder;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        var host = new FunctionsHost(folder, application, Process.Start(start)!, stream);
        await host.InitialiseAsync(clock, cancellation);
        return host;
    }

    /// <summary>Invokes a function and waits until it has ended.</summary>
    /// <param name="data">What its trigger brings: a <c>TypedData</c>.</param>
    public async Task<Invocation> InvokeAsync(string function, JsonObject data, CancellationToken cancellation)
    {
        var answer = await RequestAsync(function, Guid.NewGuid().ToString(), data).WaitAsync(Patience, cancellation);
        return Invocation.Of(answer);
    }

    /// <summary>Sends a request to a function as the host does: the invocation by the stream, the request itself to the worker's port.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string function,
        HttpRequestMessage request,
        CancellationToken cancellation
    )
    {
        var id = Guid.NewGuid().ToString();
        request.RequestUri = new Uri(HttpAddress, request.RequestUri!);
        request.Headers.Add("x-ms-invocation-id", id);
        var rpc = new JsonObject { ["method"] = request.Method.Method, ["url"] = request.RequestUri.ToString() };
        var ended = RequestAsync(function, id, new JsonObject { ["http"] = rpc });
        var response = await http.SendAsync(request, cancellation);
        await ended.WaitAsync(Patience, cancellation);
        return response;
    }

    /// <summary>Ends the worker as an out-of-memory killer does.</summary>
    public async Task KillAsync()
    {
        worker.Kill(entireProcessTree: true);
        await worker.WaitForExitAsync();
    }

    /// <summary>Cancels what runs and asks the worker to end, as a host that stops does; says how long it took.</summary>
    public async Task<TimeSpan> StopAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        foreach (var (key, ended) in awaited)
        {
            if (key.Split(' ') is ["invocation", var id] && !ended.Task.IsCompleted)
            {
                endpoint.Send("invocationCancel", new JsonObject { ["invocationId"] = id });
            }
        }

        endpoint.Send("workerTerminate", new JsonObject { ["gracePeriod"] = "5s" });
        await worker.WaitForExitAsync(cancellation).WaitAsync(Patience, cancellation);
        return clock.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        if (!worker.HasExited)
        {
            await KillAsync();
        }

        await server.StopAsync();
        await server.DisposeAsync();
        await reading;
        worker.Dispose();
        http.Dispose();
    }

    private Uri HttpAddress { get; set; } = new("http://localhost");

    /// <summary>The worker is initialised before its web server listens, and the real host tries again likewise.</summary>
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellation
    )
    {
        for (var tries = 100; ; tries--)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (tries > 0)
            {
                socket.Dispose();
                await Task.Delay(50, cancellation);
            }
        }
    }

    private static async Task<WebApplication> ServeAsync(WorkerEndpoint stream, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
            options.Listen(IPAddress.Loopback, 0, listener => listener.Protocols = HttpProtocols.Http2)
        );
        builder.Services.AddGrpc(options => options.MaxReceiveMessageSize = null);
        builder
            .Services.AddSingleton(stream)
            .AddSingleton<IServiceMethodProvider<WorkerEndpoint>, WorkerEndpointMethods>();
        var application = builder.Build();
        application.MapGrpcService<WorkerEndpoint>();
        await application.StartAsync(cancellation);
        return application;
    }

    private async Task InitialiseAsync(Stopwatch clock, CancellationToken cancellation)
    {
        worker.OutputDataReceived += (_, line) => Note(line.Data);
        worker.ErrorDataReceived += (_, line) => Note(line.Data);
        worker.BeginOutputReadLine();
        worker.BeginErrorReadLine();
        reading = ReadAsync();
        await AnswerAsync("startStream", cancellation);
        endpoint.Send(
            "workerInitRequest",
            new JsonObject
            {
                ["hostVersion"] = "4.1048.0",
                ["workerDirectory"] = folder,
                ["functionAppDirectory"] = folder,
            }
        );
        var initialised = await AnswerAsync("workerInitResponse", cancellation);
        TimeToInitialise = clock.Elapsed;
        HttpAddress = new Uri(initialised["capabilities"]!["HttpUri"]!.GetValue<string>());
        endpoint.Send("functionsMetadataRequest", new JsonObject { ["functionAppDirectory"] = folder });
        var metadata = await AnswerAsync("functionMetadataResponse", cancellation);
        Functions = metadata["functionMetadataResults"]!
            .AsArray()
            .Select(function => function!.AsObject())
            .ToDictionary(function => function["name"]!.GetValue<string>(), StringComparer.Ordinal);
        foreach (var function in Functions.Values)
        {
            var id = function["functionId"]!.GetValue<string>();
            var loaded = Expect($"load {id}");
            endpoint.Send(
                "functionLoadRequest",
                new JsonObject { ["functionId"] = id, ["metadata"] = function.DeepClone() }
            );
            var answer = await loaded.WaitAsync(Patience, cancellation);
            Assert.True(answer["result"]!["status"]!.GetValue<string>() == "Success", answer.ToJsonString());
        }
    }

    private Task<JsonObject> RequestAsync(string function, string id, JsonObject data)
    {
        var metadata = Functions[function];
        invoked.TryAdd(function, true);
        var trigger = metadata["rawBindings"]!
            .AsArray()
            .Select(binding => JsonNode.Parse(binding!.GetValue<string>())!)
            .Single(binding =>
                binding["type"]!.GetValue<string>().EndsWith("Trigger", StringComparison.OrdinalIgnoreCase)
            );
        var ended = Expect($"invocation {id}");
        endpoint.Send(
            "invocationRequest",
            new JsonObject
            {
                ["invocationId"] = id,
                ["functionId"] = metadata["functionId"]!.GetValue<string>(),
                ["inputData"] = new JsonArray(
                    new JsonObject { ["name"] = trigger["name"]!.GetValue<string>(), ["data"] = data }
                ),
                ["traceContext"] = new JsonObject
                {
                    ["traceParent"] = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01",
                },
            }
        );
        return ended;
    }

    private Task<JsonObject> Expect(string key) => Awaited(key).Task;

    private TaskCompletionSource<JsonObject> Awaited(string key) =>
        awaited.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task<JsonObject> AnswerAsync(string key, CancellationToken cancellation)
    {
        try
        {
            return await Expect(key).WaitAsync(Patience, cancellation);
        }
        catch (Exception e) when (e is TimeoutException or IOException)
        {
            throw new InvalidOperationException($"No {key} from the worker.\n{string.Join('\n', log)}", e);
        }
    }

    private async Task ReadAsync()
    {
        await foreach (var message in endpoint.Incoming.ReadAllAsync())
        {
            if (message.SingleOrDefault(part => part.Value is JsonObject) is not (var content, JsonObject body))
            {
                // The answer to a cancellation is an empty message.
                continue;
            }

            switch (content)
            {
                case "rpcLog":
                    Note($"{body["level"]}: {body["message"]} {body["exception"]?["message"]}");
                    break;
                case "functionLoadResponse":
                    Arrive($"load {body["functionId"]}", body);
                    break;
                case "invocationResponse":
                    Arrive($"invocation {body["invocationId"]}", body);
                    break;
                default:
                    Arrive(content, body);
                    break;
            }
        }

        foreach (var waiting in awaited.Values)
        {
            waiting.TrySetException(new IOException("The worker has gone."));
        }
    }

    private void Arrive(string key, JsonObject body) => Awaited(key).TrySetResult(body);

    private void Note(string? line)
    {
        if (line is not null)
        {
            log.Enqueue(line);
        }
    }
}
