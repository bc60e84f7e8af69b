namespace BriPipeline.Core.Workbooks.Html;

/// <summary>How deep the elements of a page lie in each other, as far as its tags tell: parsing takes time by the square of
/// the depth, so pages that are built deep are refused before.</summary>
internal static class TagDepth
{
    /// <summary>Elements that have no end or need none: they do not lie in each other.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Flat = new HashSet<string>(
        [
            .. "area base br col embed hr img input link meta param source track wbr".Split(' '),
            .. "body colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr".Split(' '),
        ],
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    public static int Of(ReadOnlySpan<char> page)
    {
        var (depth, deepest) = (0, 0);
        while (page.IndexOf('<') is >= 0 and var start)
        {
            page = page[(start + 1)..];
            if (page.StartsWith("!--"))
            {
                page = After(page, "-->");
                continue;
            }

            var isEnd = page.StartsWith("/");
            var name = NameAt(isEnd ? page[1..] : page);
            if (name.IsEmpty || Flat.Contains(name))
            {
                continue;
            }

            depth = Math.Max(0, depth + (isEnd ? -1 : 1));
            deepest = Math.Max(deepest, depth);
            if (!isEnd && (Is(name, "script") || Is(name, "style")))
            {
                page = After(page, Is(name, "script") ? "</script" : "</style");
                depth--;
            }
        }

        return deepest;
    }

    private static bool Is(ReadOnlySpan<char> name, string other) =>
        name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> tag)
    {
        var length = 0;
        while (
            length < tag.Length && (char.IsAsciiLetterOrDigit(tag[length]) || (length > 0 && tag[length] is '-' or ':'))
        )
        {
            length++;
        }

        return length > 0 && char.IsAsciiLetter(tag[0]) ? tag[..length] : [];
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> page, string mark)
    {
        var at = page.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? [] : page[(at + mark.Length)..];
    }
}
