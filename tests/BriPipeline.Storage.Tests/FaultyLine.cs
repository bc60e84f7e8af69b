using Azure.Core.Pipeline;

namespace BriPipeline.Storage.Tests;

/// <summary>A line to storage that a test can cut, below the real client library.</summary>
public sealed class FaultyLine : IDisposable
{
    private readonly HttpClient client;

    public FaultyLine()
    {
        client = new HttpClient(new Handler(this));
        Transport = new HttpClientTransport(client);
    }

    public HttpPipelineTransport Transport { get; }

    /// <summary>How many requests there were.</summary>
    public int Requests { get; private set; }

    /// <summary>The number of the request from which on nothing passes, as if the process had been killed.</summary>
    public int? DiesAt { get; init; }

    /// <summary>True if that request still reaches storage, and only its answer is lost.</summary>
    public bool LastRequestArrives { get; init; }

    /// <summary>True if the answer to every first try of a request that changes something is lost.</summary>
    public bool LosesAnswers { get; init; }

    /// <summary>Runs before a request is sent.</summary>
    public Func<HttpRequestMessage, Task>? Before { get; set; }

    public void Dispose() => client.Dispose();

    private sealed class Handler(FaultyLine line) : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly Lock gate = new();
        private readonly HashSet<string> lost = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            int number;
            lock (gate)
            {
                number = ++line.Requests;
            }

            if (line.Before is { } before)
            {
                await before(request);
            }

            // A killed worker's lease ends by itself, which a test need not wait for.
            var isRelease =
                request.Headers.TryGetValues("x-ms-lease-action", out var action)
                && action.Contains("release", StringComparer.Ordinal);
            if (number >= line.DiesAt && !isRelease)
            {
                if (number == line.DiesAt && line.LastRequestArrives)
                {
                    (await base.SendAsync(request, cancellationToken)).Dispose();
                }

                throw new HttpRequestException("The line is dead.");
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (
                line.LosesAnswers
                && request.Method != HttpMethod.Get
                && request.Method != HttpMethod.Head
                && IsFirst(request)
            )
            {
                response.Dispose();
                throw new HttpRequestException("The answer is lost.");
            }

            return response;
        }

        private bool IsFirst(HttpRequestMessage request)
        {
            lock (gate)
            {
                return lost.Add(request.Headers.GetValues("x-ms-client-request-id").Single());
            }
        }
    }
}
