using System.Buffers.Binary;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Workbooks.Biff;

/// <summary>Finds in the record stream of an .xls ([MS-XLS]) the cells that hold or show something else than the library says:
/// errors, and texts and numbers in fonts that raise them or strike them out. BIFF5 and BIFF8 lay these records out alike, but for texts.</summary>
internal static class BiffRecords
{
    /// <summary>Columns of a sheet, by the format.</summary>
    public const int MaxColumns = 256;

    private const int Formula = 0x0006;
    private const int Eof = 0x000A;
    private const int FilePass = 0x002F;
    private const int Font = 0x0031;
    private const int Continue = 0x003C;
    private const int BoundSheet = 0x0085;
    private const int ManyNumbers = 0x00BD;
    private const int Style = 0x00E0;
    private const int SharedTexts = 0x00FC;
    private const int LabelShared = 0x00FD;
    private const int BoolErr = 0x0205;
    private const int Bof = 0x0809;
    private const int HeaderBytes = 4;
    private const byte WorksheetType = 0;
    private const byte ErrorResult = 2;
    private const byte StruckOut = 8;
    private const int NumberBytes = 6;

    /// <summary>Records of one cell with a value, which all begin with its row and column: FORMULA, NUMBER, LABEL, BOOLERR, RK,
    /// LABELSST, RSTRING, and the first cell of MULRK.</summary>
    private static readonly HashSet<int> Cells =
    [
        Formula,
        0x0203,
        0x0204,
        BoolErr,
        0x027E,
        LabelShared,
        0x00D6,
        ManyNumbers,
    ];

    private static readonly Dictionary<byte, string> Names = new()
    {
        [0x00] = "#NULL!",
        [0x07] = "#DIV/0!",
        [0x0F] = "#VALUE!",
        [0x17] = "#REF!",
        [0x1D] = "#NAME?",
        [0x24] = "#NUM!",
        [0x2A] = "#N/A",
        [0x2B] = "#GETTING_DATA",
    };

    /// <returns>One for each worksheet, in the order of the workbook.</returns>
    /// <exception cref="InvalidDataException">The records cannot be followed.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<CellAddress, BiffCorrection>> Find(byte[] workbook)
    {
        var sheets = new List<int>();
        var fonts = new List<BiffFont>();
        var fontsOfStyles = new List<int>();
        var texts = new List<ReadOnlyMemory<byte>>();
        var before = 0;
        foreach (var record in Substream(workbook, 0))
        {
            switch (record.Type)
            {
                case FilePass:
                    throw new InvalidDataException("they are encrypted");
                case BoundSheet when Data(workbook, record, 6) is var data && data[5] == WorksheetType:
                    sheets.Add(BinaryPrimitives.ReadInt32LittleEndian(data));
                    break;
                case Font:
                    var font = Data(workbook, record, 10);
                    fonts.Add(new(font[8] is 1 or 2, (font[2] & StruckOut) != 0));
                    break;
                case Style:
                    fontsOfStyles.Add(BinaryPrimitives.ReadUInt16LittleEndian(Data(workbook, record, 2)));
                    break;
                case SharedTexts:
                case Continue when before is SharedTexts or Continue && texts.Count > 0:
                    Data(workbook, record, 1);
                    texts.Add(workbook.AsMemory(record.Start, record.Length));
                    break;
            }

            before = record.Type == Continue && before != SharedTexts && before != Continue ? 0 : record.Type;
        }

        var shown = new BiffTexts(texts, fonts).Read();
        return [.. sheets.Select(start => OfSheet(workbook, start, shown, StyleFont))];

        BiffFont StyleFont(int style) =>
            style < fontsOfStyles.Count ? BiffFont.At(fonts, fontsOfStyles[style]) : default;
    }

    private static Dictionary<CellAddress, BiffCorrection> OfSheet(
        byte[] workbook,
        int start,
        Dictionary<int, ShownText> texts,
        Func<int, BiffFont> fontOf
    )
    {
        var corrections = new Dictionary<CellAddress, BiffCorrection>();
        foreach (var record in Substream(workbook, start))
        {
            if (!Cells.Contains(record.Type))
            {
                continue;
            }

            var place = PlaceOf(Data(workbook, record, 4));
            if (place.Column > MaxColumns)
            {
                throw new InvalidDataException("a cell stands beyond the last column that a sheet can have");
            }

            // The numbers of MULRK take six bytes each, a style first.
            var count = record.Type == ManyNumbers ? (record.Length - 6) / NumberBytes : 1;
            for (var i = 0; i < count && record.Length >= 6; i++)
            {
                var style = BinaryPrimitives.ReadUInt16LittleEndian(
                    Data(workbook, record, 6 + (i * NumberBytes))[(4 + (i * NumberBytes))..]
                );
                if (fontOf(style) is { ChangesText: true } font)
                {
                    corrections[place with { Column = place.Column + i }] = font.IsStruck
                        ? new(Cell.OfError(CellFaults.StruckOut))
                        : new(null);
                }
            }

            if (CellOf(workbook, record, texts) is { } cell)
            {
                corrections[place] = new(cell);
            }
        }

        return corrections;
    }

    /// <summary>The error that a cell holds, or its text of several fonts; null where the library has it right.</summary>
    private static Cell? CellOf(byte[] workbook, Record record, Dictionary<int, ShownText> texts)
    {
        if (record.Type == BoolErr && Data(workbook, record, 8) is var cell && cell[7] != 0)
        {
            return Cell.OfError(NameOf(cell[6]));
        }

        if (
            record.Type == Formula
            && Data(workbook, record, 14) is var formula
            && formula[12] == 0xFF
            && formula[13] == 0xFF
            && formula[6] == ErrorResult
        )
        {
            return Cell.OfError(NameOf(formula[8]));
        }

        return
            record.Type == LabelShared
            && texts.TryGetValue(BinaryPrimitives.ReadInt32LittleEndian(Data(workbook, record, 10)[6..]), out var text)
            ? text.IsStruckOut
                ? Cell.OfError(CellFaults.StruckOut)
                : Cell.OfText(text.ToString())
            : null;
    }

    /// <summary>The records from a BOF to its EOF, without those of charts nested between them.</summary>
    private static IEnumerable<Record> Substream(byte[] workbook, int start)
    {
        var depth = 0;
        for (var at = start; at >= 0 && at + HeaderBytes <= workbook.Length; )
        {
            var type = BinaryPrimitives.ReadUInt16LittleEndian(workbook.AsSpan(at));
            var length = BinaryPrimitives.ReadUInt16LittleEndian(workbook.AsSpan(at + 2));
            if (at == start && type != Bof)
            {
                throw new InvalidDataException("a sheet does not start where the workbook says");
            }

            depth += type switch
            {
                Bof => 1,
                Eof => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                yield break;
            }

            if (depth == 1)
            {
                yield return new Record(type, at + HeaderBytes, length);
            }

            at += HeaderBytes + length;
        }

        throw new InvalidDataException("they end before the sheet does");
    }

    private static ReadOnlySpan<byte> Data(byte[] workbook, Record record, int needed) =>
        record.Length >= needed && record.Start + record.Length <= workbook.Length
            ? workbook.AsSpan(record.Start, record.Length)
            : throw new InvalidDataException("a record is cut off");

    private static CellAddress PlaceOf(ReadOnlySpan<byte> cell) =>
        new(BinaryPrimitives.ReadUInt16LittleEndian(cell) + 1, BinaryPrimitives.ReadUInt16LittleEndian(cell[2..]) + 1);

    private static string NameOf(byte code) => Names.GetValueOrDefault(code, "#ERROR!");

    private readonly record struct Record(int Type, int Start, int Length);
}

/// <summary>What stands in a cell in place of what the library says.</summary>
/// <param name="Cell">Null for what it says, raised: a mark of a footnote.</param>
internal readonly record struct BiffCorrection(Cell? Cell);
