using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks.Grids;

namespace BriPipeline.Core.Workbooks.OpenXml;

/// <summary>Reads the part of a sheet from its start to its end into a grid.</summary>
internal sealed class SheetPart(XmlTokens xml, SheetBuilder builder, CellValues values)
{
    private const int MaxRows = 1_048_576;

    private readonly List<(int First, int Last)> hiddenColumns = [];

    /// <summary>Of each column the last row in which it was written, to notice a cell that is written twice.</summary>
    private int[] writtenIn = new int[64];
    private int row;
    private int column;
    private int lastColumn;
    private bool areRowsHidden;
    private bool isInData;

    /// <exception cref="InvalidDataException">The part is damaged.</exception>
    public Sheet Read()
    {
        while (xml.Read() != XmlToken.Start)
        {
            continue;
        }

        ReadChildren();
        while (xml.Read() != XmlToken.EndOfPart)
        {
            continue;
        }

        foreach (var (first, last) in hiddenColumns)
        {
            for (var hidden = first; hidden <= Math.Min(last, lastColumn); hidden++)
            {
                builder.HideColumn(hidden);
            }
        }

        return builder.Build();
    }

    private void ReadChildren()
    {
        var depth = xml.Depth;
        while (xml.ReadToChild(depth))
        {
            var name = xml.Name;
            if (name.SequenceEqual("sheetData"u8) || name.SequenceEqual("cols"u8) || name.SequenceEqual("mergeCells"u8))
            {
                isInData = name.SequenceEqual("sheetData"u8);
                ReadChildren();
                isInData = false;
            }
            else if (name.SequenceEqual("row"u8))
            {
                ReadRow();
            }
            else if (name.SequenceEqual("AlternateContent"u8) || name.SequenceEqual("Fallback"u8))
            {
                if (isInData)
                {
                    NoAlternatives(xml);
                }

                // No choice is of a known namespace.
                ReadChildren();
            }
            else
            {
                ReadSetting(name);
                xml.Skip();
            }
        }
    }

    private void ReadSetting(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("col"u8))
        {
            if (IsHidden("width"u8))
            {
                hiddenColumns.Add((Number(Attribute("min"u8)), Number(Attribute("max"u8))));
            }
        }
        else if (name.SequenceEqual("mergeCell"u8))
        {
            builder.Merge(
                CellRange.TryParse(XmlText.OfAttribute(Attribute("ref"u8)), out var range)
                    ? range
                    : throw new InvalidDataException("a range of merged cells is not readable")
            );
        }
        else if (name.SequenceEqual("sheetFormatPr"u8))
        {
            areRowsHidden = IsTrue(Attribute("zeroHeight"u8));
        }
    }

    private void ReadRow()
    {
        var stated = Attribute("r"u8);
        var number = stated.IsEmpty ? row + 1 : Number(stated);
        if (number <= row || number > MaxRows)
        {
            throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"row {number} of \"{builder.Name}\" comes after row {row}")
            );
        }

        (row, column) = (number, 0);
        if (IsHidden("ht"u8) || (areRowsHidden && Attribute("ht"u8).IsEmpty))
        {
            builder.HideRow(row);
        }

        var depth = xml.Depth;
        while (xml.ReadToChild(depth))
        {
            if (xml.Name.SequenceEqual("c"u8))
            {
                ReadCell();
            }
            else
            {
                NoAlternatives(xml);
                xml.Skip();
            }
        }
    }

    /// <exception cref="InvalidDataException">Within rows one program would show one cell, another program another.</exception>
    internal static void NoAlternatives(XmlTokens xml)
    {
        if (xml.Name.SequenceEqual("AlternateContent"u8))
        {
            throw new InvalidDataException("a row of a sheet holds alternatives, of which each program shows its own");
        }
    }

    private void ReadCell()
    {
        ReadOnlySpan<byte> type = default;
        var style = 0;
        column++;
        while (xml.NextAttribute(out var name, out var value))
        {
            switch (name)
            {
                case [(byte)'r']:
                    column = ColumnOf(value);
                    break;
                case [(byte)'t']:
                    type = value;
                    break;
                case [(byte)'s']:
                    style = Number(value);
                    break;
            }
        }

        if (column > ReadingLimits.Columns)
        {
            throw new InvalidDataException("a cell stands beyond the last column that a sheet can have");
        }

        lastColumn = Math.Max(lastColumn, column);
        var place = new CellAddress(row, column);
        var isTwice = IsWritten();
        var (bits, format, damage) = values.Read(xml, CellValues.TypeOf(type), style, builder, place);
        if (isTwice || damage is not null)
        {
            builder.Faults.Add(FindingCodes.CellsDamaged, place, damage ?? CellFaults.WrittenTwice);
            bits = CellBits.OfError(CellFaults.Damaged, builder.Texts);
        }

        builder.SetBits(row, column, bits, format);
    }

    private bool IsWritten()
    {
        if (column > writtenIn.Length)
        {
            Array.Resize(ref writtenIn, Math.Max(column, writtenIn.Length * 2));
        }

        var isWritten = writtenIn[column - 1] == row;
        writtenIn[column - 1] = row;
        return isWritten;
    }

    /// <summary>The column of an A1 reference into the present row.</summary>
    private int ColumnOf(ReadOnlySpan<byte> reference)
    {
        var (letters, stated) = (0, 0);
        var at = 0;
        for (; at < reference.Length && at < 4 && char.IsAsciiLetter((char)reference[at]); at++)
        {
            letters = (letters * 26) + (reference[at] | 0x20) - 'a' + 1;
        }

        for (; at < reference.Length && char.IsAsciiDigit((char)reference[at]) && stated <= MaxRows; at++)
        {
            stated = (stated * 10) + reference[at] - '0';
        }

        return letters > 0 && stated == row && at == reference.Length
            ? letters
            : throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"row {row} of \"{builder.Name}\" holds a cell that says it is {XmlText.OfAttribute(reference)}"
                )
            );
    }

    /// <param name="size">The attribute of height or width: nothing is seen of a row or column that has none.</param>
    private bool IsHidden(ReadOnlySpan<byte> size) =>
        IsTrue(Attribute("hidden"u8))
        || (
            Attribute(size) is { IsEmpty: false } stated && NumberLexis.TryParse(stated, out var number) && number == 0
        );

    private static bool IsTrue(ReadOnlySpan<byte> value) => value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8);

    private static int Number(ReadOnlySpan<byte> value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidDataException($"\"{XmlText.OfAttribute(value)}\" stands where a number should");

    private ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> sought)
    {
        xml.FirstAttribute();
        while (xml.NextAttribute(out var name, out var value))
        {
            if (name.SequenceEqual(sought))
            {
                return value;
            }
        }

        return default;
    }
}
