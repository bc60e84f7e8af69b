namespace BriPipeline.Core.Imports;

/// <summary>How many rows of a plan are written, as it is applied by several writers at once.</summary>
public sealed class WriteProgress
{
    private int rows;

    public int Rows => Volatile.Read(ref rows);

    public void Add(int written) => Interlocked.Add(ref rows, written);
}
