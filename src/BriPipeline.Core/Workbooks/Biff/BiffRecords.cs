using System.Buffers.Binary;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Workbooks.Biff;

/// <summary>Finds the error cells in the record stream of an .xls ([MS-XLS]; BIFF5 and BIFF8 lay these records out
/// alike).</summary>
internal static class BiffRecords
{
    /// <summary>Columns of a sheet, by the format.</summary>
    public const int MaxColumns = 256;

    private const int Formula = 0x0006;
    private const int Eof = 0x000A;
    private const int FilePass = 0x002F;
    private const int BoundSheet = 0x0085;
    private const int BoolErr = 0x0205;
    private const int Bof = 0x0809;
    private const int HeaderBytes = 4;
    private const byte WorksheetType = 0;
    private const byte ErrorResult = 2;

    /// <summary>Records of one cell with a value, which all begin with its row and column: FORMULA, NUMBER, LABEL, BOOLERR, RK,
    /// LABELSST, RSTRING, and the first cell of MULRK.</summary>
    private static readonly HashSet<int> Cells = [Formula, 0x0203, 0x0204, BoolErr, 0x027E, 0x00FD, 0x00D6, 0x00BD];

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
    public static IReadOnlyList<IReadOnlyDictionary<CellAddress, Cell>> Find(byte[] workbook)
    {
        var sheets = new List<int>();
        foreach (var record in Substream(workbook, 0))
        {
            if (record.Type == FilePass)
            {
                throw new InvalidDataException("they are encrypted");
            }

            if (record.Type == BoundSheet && Data(workbook, record, 6) is var data && data[5] == WorksheetType)
            {
                sheets.Add(BinaryPrimitives.ReadInt32LittleEndian(data));
            }
        }

        return [.. sheets.Select(start => OfSheet(workbook, start))];
    }

    private static Dictionary<CellAddress, Cell> OfSheet(byte[] workbook, int start)
    {
        var marks = new Dictionary<CellAddress, Cell>();
        foreach (var record in Substream(workbook, start))
        {
            if (Cells.Contains(record.Type) && PlaceOf(Data(workbook, record, 4)).Column > MaxColumns)
            {
                throw new InvalidDataException("a cell stands beyond the last column that a sheet can have");
            }

            if (record.Type == BoolErr && Data(workbook, record, 8) is var cell && cell[7] != 0)
            {
                marks[PlaceOf(cell)] = Cell.OfError(NameOf(cell[6]));
            }
            else if (
                record.Type == Formula
                && Data(workbook, record, 14) is var formula
                && formula[12] == 0xFF
                && formula[13] == 0xFF
                && formula[6] == ErrorResult
            )
            {
                marks[PlaceOf(formula)] = Cell.OfError(NameOf(formula[8]));
            }
        }

        return marks;
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
