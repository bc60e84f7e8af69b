using System.Globalization;
using System.Net;
using Azure.Core.Pipeline;

namespace BriPipeline.Storm;

/// <summary>What storage or the way to it may do to a request.</summary>
public enum LineFault
{
    /// <summary>503 with Retry-After; nothing is done.</summary>
    Busy,

    /// <summary>429 with Retry-After; nothing is done.</summary>
    Throttled,

    /// <summary>No answer in time; nothing is done.</summary>
    TimedOut,

    /// <summary>The connection is reset before the request arrives.</summary>
    Reset,

    /// <summary>The request takes effect and its answer is lost.</summary>
    AnswerLost,

    /// <summary>400; nothing is done, and asking again does not help.</summary>
    Refused,
}

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

    /// <summary>What happens to a request; null lets it pass. Asked for one request at a time.</summary>
    public Func<HttpRequestMessage, LineFault?>? Fault { get; set; }

    /// <summary>True if lists come in pages of one, each with a token for the next.</summary>
    public bool GivesShortPages { get; init; }

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
            LineFault? fault;
            lock (gate)
            {
                number = ++line.Requests;
                fault = line.Fault?.Invoke(request);
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

            switch (fault)
            {
                case LineFault.Busy:
                    return Refusal(request, HttpStatusCode.ServiceUnavailable, "ServerBusy");
                case LineFault.Throttled:
                    return Refusal(request, HttpStatusCode.TooManyRequests, "TooManyRequests");
                case LineFault.Refused:
                    return Refusal(request, HttpStatusCode.BadRequest, "InvalidInput");
                case LineFault.TimedOut:
                    throw new TaskCanceledException("No answer came in time.");
                case LineFault.Reset:
                    throw new HttpRequestException("Reset.", new IOException("Connection reset by peer."));
            }

            if (line.GivesShortPages)
            {
                Shorten(request);
            }

            var response = await base.SendAsync(request, cancellationToken);
            var isLost = line.LosesAnswers && IsChange(request) && IsFirst(request);
            if (isLost || fault == LineFault.AnswerLost)
            {
                response.Dispose();
                throw new HttpRequestException("The answer is lost.");
            }

            return response;
        }

        private static bool IsChange(HttpRequestMessage request) =>
            request.Method != HttpMethod.Get && request.Method != HttpMethod.Head;

        private static HttpResponseMessage Refusal(HttpRequestMessage request, HttpStatusCode status, string code)
        {
            var refusal = new HttpResponseMessage(status)
            {
                RequestMessage = request,
                Content = new ByteArrayContent([]),
            };
            refusal.Headers.Add("x-ms-error-code", code);
            refusal.Headers.Add("x-ms-version", "2024-08-04");
            refusal.Headers.RetryAfter = new(TimeSpan.Zero);
            return refusal;
        }

        /// <summary>Asks for one entity or blob at a time; the client has to follow the tokens.</summary>
        private static void Shorten(HttpRequestMessage request)
        {
            var address = request.RequestUri!;
            var path = Uri.UnescapeDataString(address.AbsolutePath);
            var isList = address.Query.Contains("comp=list", StringComparison.Ordinal);
            var isQuery = path.EndsWith("()", StringComparison.Ordinal);
            if (request.Method == HttpMethod.Get && (isList || isQuery))
            {
                var limit = string.Create(CultureInfo.InvariantCulture, $"{(isList ? "maxresults" : "$top")}=1");
                request.RequestUri = new Uri(address.AbsoluteUri + (address.Query.Length == 0 ? "?" : "&") + limit);
            }
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
