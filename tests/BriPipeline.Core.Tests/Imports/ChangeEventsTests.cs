using System.Runtime.CompilerServices;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Imports;

/// <summary>Each row of the feed is sent once or more, none is left out.</summary>
public sealed class ChangeEventsTests
{
    private readonly FeedInMemory feed = new();
    private readonly Listener listener = new();
    private readonly Texts texts = new();

    private ChangeEvents Events => new(feed, texts, listener);

    [Fact]
    public async Task First_BeginsWithWhatComesNext()
    {
        feed.Head = 7;

        Assert.Equal(0, await Events.SendAsync(default));
        Assert.Empty(listener.Heard);
        feed.Head = 9;
        Assert.Equal(2, await Events.SendAsync(default));
        Assert.Equal([8L, 9L], listener.Heard);
        Assert.Equal(0, await Events.SendAsync(default));
    }

    [Fact]
    public async Task WhatWasNotTaken_IsSentAgain()
    {
        await Events.SendAsync(default);
        feed.Head = 1;
        listener.IsDeaf = true;
        await Assert.ThrowsAsync<IOException>(() => Events.SendAsync(default));
        listener.IsDeaf = false;
        feed.Head = 2;

        await Events.SendAsync(default);

        Assert.Equal([1L, 2L], listener.Heard);
    }

    [Fact]
    public async Task Many_GoInBatches_AndEachIsNoted()
    {
        await Events.SendAsync(default);
        feed.Head = (2 * ChangeEvents.MaxBatch) + 1;
        listener.HearsBatches = 2;
        await Assert.ThrowsAsync<IOException>(() => Events.SendAsync(default));

        listener.HearsBatches = int.MaxValue;
        Assert.Equal(1, await Events.SendAsync(default));
        Assert.Equal(Enumerable.Range(1, (int)feed.Head).Select(number => (long)number), listener.Heard);
    }

    private sealed class Listener : IChangeEvents
    {
        public List<long> Heard { get; } = [];
        public bool IsDeaf { get; set; }
        public int HearsBatches { get; set; } = int.MaxValue;

        public Task SendAsync(IReadOnlyList<FeedRow> imports, CancellationToken cancellation)
        {
            if (IsDeaf || HearsBatches-- == 0)
            {
                throw new IOException("Nobody listens.");
            }

            Heard.AddRange(imports.Select(import => import.Number));
            return Task.CompletedTask;
        }
    }

    private sealed class FeedInMemory : IFeed
    {
        public long Head { get; set; }

        public async IAsyncEnumerable<FeedRow> ListAsync(
            long after,
            [EnumeratorCancellation] CancellationToken cancellation
        )
        {
            await Task.Yield();
            for (var number = after + 1; number <= Head; number++)
            {
                yield return new(number, "s", number, default, new ImportCounts(1, 0, 0, 0, 0), "s/a.csv", "", "");
            }
        }

        public Task<long> FindHeadAsync(CancellationToken cancellation) => Task.FromResult(Head);
    }

    private sealed class Texts : IReferenceStore
    {
        private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

        public Task<string?> FindTextAsync(string name, CancellationToken cancellation) =>
            Task.FromResult(texts.GetValueOrDefault(name));

        public Task PutTextAsync(string name, string text, CancellationToken cancellation)
        {
            texts[name] = text;
            return Task.CompletedTask;
        }

        public IAsyncEnumerable<string> ListSourcesAsync(CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<SourceProfile?> FindProfileAsync(string source, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task PutProfileAsync(SourceProfile profile, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task ChangeProfileAsync(
            string source,
            Func<SourceProfile, SourceProfile> change,
            CancellationToken cancellation
        ) => throw new NotSupportedException();

        public Task<byte[]?> FindBytesAsync(string name, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public IAsyncEnumerable<string> ListAsync(string folder, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
