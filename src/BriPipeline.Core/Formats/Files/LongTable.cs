using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats.Files;

/// <summary>Fills the sheet of a statistical file: captions, names of columns, and a row a figure.</summary>
internal sealed class LongTable
{
    private readonly SheetBuilder builder;
    private int row;

    public LongTable(string name, IEnumerable<string> captions, IEnumerable<string> headings)
    {
        builder = new(name);
        foreach (var caption in captions.Where(caption => caption.Length > 0))
        {
            Add([caption]);
        }

        Add(headings);
    }

    public void Add(IEnumerable<string?> cells)
    {
        row++;
        foreach (var (index, text) in cells.Index())
        {
            if (!string.IsNullOrEmpty(text))
            {
                builder.Set(row, index + 1, Cell.OfText(text));
            }
        }
    }

    public Sheet Build() => builder.Build();

    /// <summary>The positions of the n-th cell of a cube, whose last dimension runs fastest.</summary>
    public static int[] PositionsOf(long index, IReadOnlyList<int> sizes)
    {
        var positions = new int[sizes.Count];
        for (var dimension = sizes.Count - 1; dimension >= 0; dimension--)
        {
            positions[dimension] = (int)(index % sizes[dimension]);
            index /= sizes[dimension];
        }

        return positions;
    }

    /// <exception cref="InvalidDataException">A cube of more cells than a file of the size that is read can hold.</exception>
    public static long CellsOf(IReadOnlyList<int> sizes)
    {
        var cells = 1L;
        foreach (var size in sizes)
        {
            cells *= size;
            if (cells > ReadingLimits.FileBytes)
            {
                throw new InvalidDataException("it says to hold more figures than its bytes can.");
            }
        }

        return cells;
    }
}
