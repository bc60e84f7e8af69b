namespace BriPipeline.Core.Workbooks;

/// <summary>What this thread and its process have used so far.</summary>
/// <param name="Bytes">Of memory.</param>
public readonly record struct ReadingUse(TimeSpan Processor, long Bytes);

/// <summary>A file took more than a file of its size may.</summary>
public sealed class OverBudgetException()
    : Exception("The reading was ended: it took more than a file of its size may.");

/// <summary>How much processor time and memory the reading of a file may take, by its size. The reading looks at it by itself as it goes
/// over rows, cells and texts, and ends when it is used up.</summary>
public sealed class ReadingBudget
{
    /// <summary>Rows, cells and texts between two looks: asking the system for each would cost more than reading it.</summary>
    private const int StepsALook = 1 << 14;

    [ThreadStatic]
    private static ReadingBudget? current;

    [ThreadStatic]
    private static int steps;

    private readonly Func<ReadingUse> used;
    private readonly ReadingUse start;

    /// <param name="fileBytes">Size of the file.</param>
    /// <param name="used">Tells what the thread that reads has used.</param>
    public ReadingBudget(long fileBytes, Func<ReadingUse> used)
    {
        this.used = used;
        start = used();
        Processor = TimeSpan.FromSeconds(120 + (10 * (fileBytes / ReadingLimits.Megabyte)));
        Bytes = (1024 * ReadingLimits.Megabyte) + (64 * fileBytes);
    }

    public TimeSpan Processor { get; }

    public long Bytes { get; }

    /// <summary>Reads within the budget, on this thread.</summary>
    /// <exception cref="OverBudgetException">It is used up.</exception>
    public T Run<T>(Func<T> read)
    {
        (current, steps) = (this, StepsALook);
        try
        {
            return read();
        }
        finally
        {
            current = null;
        }
    }

    /// <summary>Counts a step of a reading.</summary>
    internal static void Step()
    {
        if (--steps < 0)
        {
            steps = StepsALook;
            current?.Look();
        }
    }

    private void Look()
    {
        var now = used();
        if (now.Processor - start.Processor > Processor || now.Bytes - start.Bytes > Bytes)
        {
            throw new OverBudgetException();
        }
    }
}
