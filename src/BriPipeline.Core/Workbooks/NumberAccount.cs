using System.Runtime.InteropServices;
using BriPipeline.Core.Findings;

namespace BriPipeline.Core.Workbooks;

/// <summary>Counts what became of the numbers of a file.</summary>
public sealed class NumberAccount
{
    /// <summary>Words that are told apart; what further ones cost is counted without them.</summary>
    private const int MaxApart = 5000;

    private readonly Dictionary<NumberCause, int> causes = [];
    private NumberCause? last;

    /// <summary>Numbers that became values.</summary>
    public int Read { get; private set; }

    /// <summary>How many became none, by cause.</summary>
    public IReadOnlyDictionary<NumberCause, int> Causes => causes;

    public int Count => Read + causes.Values.Sum();

    /// <summary>A cell is looked at next: what was said of others is not about it.</summary>
    public void Begin() => last = null;

    /// <summary>What is said of the cell that is looked at; the last word counts.</summary>
    internal void Note(NumberCause cause) => last = cause;

    public void AddRead() => Read++;

    /// <summary>Counts the cell as none, for what was said of it, else for <paramref name="silent"/>.</summary>
    public void AddNone(NumberCause silent) => Add(last ?? silent);

    public void Add(NumberCause cause, int count = 1)
    {
        if (causes.Count >= MaxApart && !causes.ContainsKey(cause))
        {
            cause = cause with { About = "" };
        }

        CollectionsMarshal.GetValueRefOrAddDefault(causes, cause, out _) += count;
    }
}
