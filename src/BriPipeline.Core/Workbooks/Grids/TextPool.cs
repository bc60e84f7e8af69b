using System.Runtime.InteropServices;
using System.Text;

namespace BriPipeline.Core.Workbooks.Grids;

/// <summary>What the sheets of a workbook share: the count of their cells, and their texts, each named by a number below 2^49. Texts that recur are held once as strings;
/// once there are many different ones, the rest are packed as UTF-8, since a string a number of a long table costs
/// more than all else.</summary>
internal sealed class TextPool
{
    private const int MaxStrings = 1 << 16;
    private const int PageBytes = 1 << 20;
    private const ulong PackedFlag = 1UL << 48;

    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);
    private readonly List<string> strings = [];
    private readonly List<byte[]> pages = [];
    private int pageEnd = PageBytes;
    private long bytes;
    private long cells;

    public string this[ulong reference] =>
        (reference & PackedFlag) == 0 ? strings[(int)reference] : Unpack(reference & ~PackedFlag);

    public ulong Add(string text) =>
        indices.TryGetValue(text, out var index) ? (ulong)index
        : strings.Count < MaxStrings ? Intern(text)
        : Pack(text);

    /// <summary>Counts cells that are kept.</summary>
    /// <exception cref="RefusedException">They are more than is read.</exception>
    public void CountCells(int more)
    {
        cells += more;
        if (cells > ReadingLimits.Cells)
        {
            throw RefusedException.TooMany("cells", ReadingLimits.Cells);
        }
    }

    public ulong Intern(string text)
    {
        ref var index = ref CollectionsMarshal.GetValueRefOrAddDefault(indices, text, out var known);
        if (!known)
        {
            index = strings.Count;
            strings.Add(text);
            CountBytes(text.Length * sizeof(char));
        }

        return (ulong)index;
    }

    private ulong Pack(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var needed = sizeof(int) + length;
        CountBytes(needed);
        if (needed > PageBytes)
        {
            return Intern(text);
        }

        if (pageEnd + needed > PageBytes)
        {
            pages.Add(new byte[PageBytes]);
            pageEnd = 0;
        }

        var place = pages[^1].AsSpan(pageEnd, needed);
        MemoryMarshal.Write(place, in length);
        Encoding.UTF8.GetBytes(text, place[sizeof(int)..]);
        var reference = PackedFlag | ((ulong)(pages.Count - 1) * PageBytes) | (uint)pageEnd;
        pageEnd += needed;
        return reference;
    }

    private void CountBytes(int more)
    {
        bytes += more;
        if (bytes > ReadingLimits.TextBytes)
        {
            throw WorkbookReader.Oversized("The texts take", bytes, ReadingLimits.TextBytes);
        }
    }

    private string Unpack(ulong place)
    {
        var packed = pages[(int)(place / PageBytes)].AsSpan((int)(place % PageBytes));
        return Encoding.UTF8.GetString(packed.Slice(sizeof(int), MemoryMarshal.Read<int>(packed)));
    }
}
