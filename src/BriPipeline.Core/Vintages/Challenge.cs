namespace BriPipeline.Core.Vintages;

/// <summary>A reader's doubt about a stored figure: it waits beside the figure until somebody answers it by name.</summary>
/// <param name="Value">What the figure was when it was doubted; null where there was none.</param>
/// <param name="Text">What the reader says.</param>
/// <param name="By">Who asks.</param>
/// <param name="Answer">Null while it is open.</param>
public sealed record Challenge(
    TradeKey Figure,
    DateTimeOffset At,
    decimal? Value,
    string Text,
    string By,
    ChallengeAnswer? Answer = null
)
{
    public const int MaxTextLength = 1000;
    public const int MaxNameLength = 100;

    /// <summary>So many may be open at once: a form that anybody can send must not fill the store.</summary>
    public const int MaxOpen = 1000;

    /// <summary>Names it among those of its figure; ordinal order is the newest first.</summary>
    public string Id => TradeKey.Inverted(At.UtcTicks);
}

/// <summary>What was found, by whom and when.</summary>
public sealed record ChallengeAnswer(string Text, string By, DateTimeOffset At);

/// <summary>The doubts of readers.</summary>
public interface IChallengeStore
{
    /// <summary>False where one of the same figure and time is there already, or <see cref="Challenge.MaxOpen"/> are open.</summary>
    Task<bool> AddAsync(Challenge challenge, CancellationToken cancellation);

    /// <summary>Those of a figure, the newest first.</summary>
    IAsyncEnumerable<Challenge> ListAsync(TradeKey figure, CancellationToken cancellation);

    /// <summary>Those of all figures, in the order of their keys.</summary>
    IAsyncEnumerable<Challenge> ListAsync(bool isOpen, CancellationToken cancellation);

    /// <summary>Closes an open one; false where there is none of the name, or somebody has closed it.</summary>
    Task<bool> AnswerAsync(TradeKey figure, string id, ChallengeAnswer answer, CancellationToken cancellation);
}
