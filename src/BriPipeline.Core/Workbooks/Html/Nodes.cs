using AngleSharp.Dom;

namespace BriPipeline.Core.Workbooks.Html;

/// <summary>Walks a document without recursion: pages nested a hundred thousand deep must not exhaust the stack.</summary>
internal static class Nodes
{
    /// <summary>How deeply nodes may be nested.</summary>
    public static int Depth(INode root)
    {
        var depth = 0;
        var deepest = 0;
        for (var node = root; ; )
        {
            if (node.FirstChild is { } child)
            {
                node = child;
                deepest = Math.Max(deepest, ++depth);
                continue;
            }

            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                depth--;
            }

            if (node == root)
            {
                return deepest;
            }

            node = node.NextSibling!;
        }
    }

    /// <summary>All nodes below one, in document order.</summary>
    /// <param name="enter">Whether to go on below a node that was just given.</param>
    public static IEnumerable<INode> Below(INode root, Func<INode, bool> enter)
    {
        for (var node = root.FirstChild; node is not null; )
        {
            yield return node;
            if (enter(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            var last = node;
            while (last.NextSibling is null && last.Parent is { } parent && parent != root)
            {
                last = parent;
            }

            node = last.NextSibling;
        }
    }
}
