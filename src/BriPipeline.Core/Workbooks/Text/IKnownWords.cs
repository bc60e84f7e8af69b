namespace BriPipeline.Core.Workbooks.Text;

/// <summary>What tells one old encoding from another: whether the words that it makes are any.</summary>
public interface IKnownWords
{
    /// <summary>Whether a field of a table is a known name or holds a known word with letters beyond ASCII.</summary>
    bool Knows(string field);

    /// <summary>A field without what does not tell names apart.</summary>
    string KeyOf(string field);
}
