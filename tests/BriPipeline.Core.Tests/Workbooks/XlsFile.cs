using System.Text;

namespace BriPipeline.Core.Tests.Workbooks;

/// <summary>Makes small .xls files (BIFF8 or BIFF5) record by record.</summary>
internal sealed class XlsFile
{
    public const byte NotAvailable = 0x2A;
    public const byte DivisionByZero = 0x07;

    private readonly bool isBiff5;
    private readonly List<(string Name, byte State, byte[] Records)> sheets = [];
    private MemoryStream current = new();

    public XlsFile(bool isBiff5 = false) => this.isBiff5 = isBiff5;

    /// <summary>Ends a sheet of the cells written since the last one.</summary>
    public XlsFile Sheet(string name, byte state = 0)
    {
        sheets.Add((name, state, current.ToArray()));
        current = new MemoryStream();
        return this;
    }

    public XlsFile Number(int row, int column, double value) => Cell(0x0203, row, column, BitConverter.GetBytes(value));

    public XlsFile Text(int row, int column, string text) => Cell(0x0204, row, column, String16(text));

    public XlsFile Boolean(int row, int column, bool value) =>
        Cell(0x0205, row, column, [value ? (byte)1 : (byte)0, 0]);

    public XlsFile Error(int row, int column, byte code) => Cell(0x0205, row, column, [code, 1]);

    public XlsFile Formula(int row, int column, double value) =>
        Cell(0x0006, row, column, [.. BitConverter.GetBytes(value), .. FormulaEnd]);

    public XlsFile FormulaError(int row, int column, byte code) =>
        Cell(0x0006, row, column, [2, 0, code, 0, 0, 0, 0xFF, 0xFF, .. FormulaEnd]);

    public XlsFile HiddenRow(int row)
    {
        var options = new byte[16];
        BitConverter.TryWriteBytes(options, (ushort)(row - 1));
        options[12] = 0x20;
        return Record(0x0208, options);
    }

    /// <summary>What a sheet says of its size, which is no part of its cells.</summary>
    public XlsFile Dimensions(uint rows, ushort columns) =>
        Record(0x0200, [0, 0, 0, 0, .. BitConverter.GetBytes(rows), 0, 0, .. BitConverter.GetBytes(columns), 0, 0]);

    public XlsFile HiddenColumn(int column) =>
        Record(0x007D, [(byte)(column - 1), 0, (byte)(column - 1), 0, 0, 8, 0, 0, 1, 0, 0, 0]);

    public XlsFile Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) =>
        Record(
            0x00E5,
            [
                1,
                0,
                (byte)(firstRow - 1),
                0,
                (byte)(lastRow - 1),
                0,
                (byte)(firstColumn - 1),
                0,
                (byte)(lastColumn - 1),
                0,
            ]
        );

    /// <summary>The records, as the stream <c>Workbook</c> (BIFF5: <c>Book</c>) of a compound file.</summary>
    public MemoryStream ToStream(bool isEncrypted = false) =>
        CompoundFileOf.Streams((isBiff5 ? "Book" : "Workbook", Records(isEncrypted)));

    public byte[] Records(bool isEncrypted = false)
    {
        var globals = Globals(isEncrypted, starts: null);
        var starts = new List<int>();
        var at = globals.Length;
        foreach (var sheet in sheets)
        {
            starts.Add(at);
            at += SheetRecords(sheet.Records).Length;
        }

        return [.. Globals(isEncrypted, starts), .. sheets.SelectMany(sheet => SheetRecords(sheet.Records))];
    }

    private byte[] Globals(bool isEncrypted, List<int>? starts)
    {
        var records = new MemoryStream();
        Write(records, 0x0809, Bof(0x0005));
        if (isEncrypted)
        {
            Write(records, 0x002F, [1, 0, 1, 0, 1, 0, .. new byte[48]]);
        }

        for (var i = 0; i < sheets.Count; i++)
        {
            byte[] name = isBiff5
                ? [(byte)sheets[i].Name.Length, .. Encoding.Latin1.GetBytes(sheets[i].Name)]
                : [(byte)sheets[i].Name.Length, 1, .. Encoding.Unicode.GetBytes(sheets[i].Name)];
            Write(records, 0x0085, [.. BitConverter.GetBytes(starts?[i] ?? 0), sheets[i].State, 0, .. name]);
        }

        Write(records, 0x000A, []);
        return records.ToArray();
    }

    private byte[] SheetRecords(byte[] cells)
    {
        var records = new MemoryStream();
        Write(records, 0x0809, Bof(0x0010));
        records.Write(cells);
        Write(records, 0x000A, []);
        return records.ToArray();
    }

    private byte[] Bof(ushort type) =>
        [
            .. BitConverter.GetBytes(isBiff5 ? (ushort)0x0500 : (ushort)0x0600),
            .. BitConverter.GetBytes(type),
            .. new byte[isBiff5 ? 4 : 12],
        ];

    private static byte[] FormulaEnd => new byte[8];

    private byte[] String16(string text) =>
        isBiff5
            ? [.. BitConverter.GetBytes((ushort)text.Length), .. Encoding.Latin1.GetBytes(text)]
            : [.. BitConverter.GetBytes((ushort)text.Length), 1, .. Encoding.Unicode.GetBytes(text)];

    private XlsFile Cell(ushort type, int row, int column, byte[] rest) =>
        Record(
            type,
            [.. BitConverter.GetBytes((ushort)(row - 1)), .. BitConverter.GetBytes((ushort)(column - 1)), 0, 0, .. rest]
        );

    private XlsFile Record(ushort type, byte[] content)
    {
        Write(current, type, content);
        return this;
    }

    private static void Write(MemoryStream records, ushort type, byte[] content)
    {
        records.Write(BitConverter.GetBytes(type));
        records.Write(BitConverter.GetBytes((ushort)content.Length));
        records.Write(content);
    }
}
