using System.Text;

namespace BriPipeline.Core.Workbooks;

/// <summary>Gathers a text of runs as it is shown: raised digits are superscripts, and what is struck out is not there.</summary>
/// <param name="depth">Of the element that holds the text.</param>
internal sealed class ShownText(int depth, bool isRaised, bool isStruck)
{
    private readonly StringBuilder text = new();
    private readonly Stack<(int Depth, bool IsRaised, bool IsStruck)> open = new([(depth, isRaised, isStruck)]);
    private bool hasStruck;

    /// <summary>Whether something was struck out and nothing is left.</summary>
    public bool IsStruckOut => hasStruck && string.IsNullOrWhiteSpace(text.ToString());

    public bool IsEmpty => text.Length == 0;

    /// <summary>A run begins with an element of this depth.</summary>
    public void Begin(int depth, bool isRaised, bool isStruck) =>
        open.Push((depth, isRaised || open.Peek().IsRaised, isStruck || open.Peek().IsStruck));

    /// <summary>Ends the runs that are not around a node of this depth.</summary>
    public void EndAt(int depth)
    {
        while (open.Count > 1 && depth <= open.Peek().Depth)
        {
            open.Pop();
        }
    }

    public void Append(string part)
    {
        hasStruck |= open.Peek().IsStruck;
        text.Append(
            open.Peek() switch
            {
                { IsStruck: true } => "",
                { IsRaised: true } => RaisedText.Raise(part),
                _ => part,
            }
        );
    }

    public override string ToString() => text.ToString();
}
