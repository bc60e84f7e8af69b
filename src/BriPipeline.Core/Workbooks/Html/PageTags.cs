namespace BriPipeline.Core.Workbooks.Html;

/// <summary>What the tags of a page tell before it is parsed.</summary>
/// <param name="Depth">How deeply its elements are nested: parsing time grows with the square of it, so pages that are
/// built deep are refused before.</param>
/// <param name="OpenTables">Tables that are begun and not ended.</param>
internal readonly record struct PageTags(int Depth, int OpenTables)
{
    /// <summary>Elements without a required end tag: they do not nest.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Flat = new HashSet<string>(
        [
            .. "area base br col embed hr img input link meta param source track wbr".Split(' '),
            .. "body colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr".Split(' '),
        ],
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    public static PageTags Of(ReadOnlySpan<char> page)
    {
        var (depth, deepest, tables) = (0, 0, 0);
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

            tables +=
                !Is(name, "table") ? 0
                : isEnd ? -1
                : 1;
            depth = Math.Max(0, depth + (isEnd ? -1 : 1));
            deepest = Math.Max(deepest, depth);
            if (!isEnd && (Is(name, "script") || Is(name, "style")))
            {
                page = After(page, Is(name, "script") ? "</script" : "</style");
                depth--;
            }
        }

        return new(deepest, tables);
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
