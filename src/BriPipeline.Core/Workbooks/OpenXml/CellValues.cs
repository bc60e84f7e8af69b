using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks.Grids;

namespace BriPipeline.Core.Workbooks.OpenXml;

internal enum CellType : byte
{
    Number,
    Shared,
    Formula,
    Inline,
    Boolean,
    Error,
    Date,
    Unknown,
}

/// <summary>What the cells of a workbook hold by their type and style.</summary>
/// <param name="startsIn1904">Whether dates count from 1904.</param>
internal sealed class CellValues(IReadOnlyList<CellStyle> styles, List<ulong> shared, bool startsIn1904)
{
    private const int DaysTo1904 = 1462;

    /// <summary>The day that 1900 did not have.</summary>
    private const int LeapDay = 60;

    private SheetBuilder? numbered;
    private char[] formats = [];

    public static CellType TypeOf(ReadOnlySpan<byte> type) =>
        type switch
        {
            [] or [(byte)'n'] => CellType.Number,
            [(byte)'s'] => CellType.Shared,
            [(byte)'b'] => CellType.Boolean,
            [(byte)'e'] => CellType.Error,
            [(byte)'d'] => CellType.Date,
            _ when type.SequenceEqual("str"u8) => CellType.Formula,
            _ when type.SequenceEqual("inlineStr"u8) => CellType.Inline,
            _ => CellType.Unknown,
        };

    /// <summary>Reads a cell, whose tag was just read, to its end.</summary>
    /// <returns>The cell's bits, the builder's number of its format, and where it is damaged what it holds.</returns>
    public (ulong Bits, char Format, string? Damage) Read(
        XmlTokens xml,
        CellType type,
        int style,
        SheetBuilder builder,
        CellAddress place
    )
    {
        var depth = xml.Depth;
        var (hasValue, hasFormula) = (false, false);
        var bits = CellBits.Blank;
        string? damage = null;
        while (xml.ReadToChild(depth))
        {
            var name = xml.Name;
            if (name is [(byte)'f'])
            {
                hasFormula = true;
                xml.Skip();
            }
            else if (name is [(byte)'v'] or [(byte)'i', (byte)'s'])
            {
                damage ??= hasValue ? CellFaults.WrittenTwice : null;
                hasValue = true;
                var isRich = name.Length == 2;
                damage ??= isRich
                    ? ReadInline(xml, type, builder, ref bits)
                    : ReadValue(xml.ReadContent(), type, style, builder, ref bits);
            }
            else
            {
                SheetPart.NoAlternatives(xml);
                xml.Skip();
            }
        }

        if (type == CellType.Error && bits == CellBits.Blank)
        {
            bits = CellBits.OfError("#ERROR!", builder.Texts);
        }
        else if (hasFormula && bits == CellBits.Blank && damage is null && type != CellType.Formula)
        {
            builder.Faults.Add(FindingCodes.FormulaWithoutValue, place);
        }

        return damage is null && bits != CellBits.Blank
            ? (Shown(bits, style, builder), FormatOf(style, builder), null)
            : (bits, '\0', damage);
    }

    private static string? ReadInline(XmlTokens xml, CellType type, SheetBuilder builder, ref ulong bits)
    {
        var text = RichText.Read(xml);
        bits = text.ToBits(builder.Texts);
        return type == CellType.Inline ? null : text.Text;
    }

    /// <returns>What the cell holds where its type does not allow it, else null.</returns>
    private string? ReadValue(ReadOnlySpan<byte> value, CellType type, int style, SheetBuilder builder, ref ulong bits)
    {
        if (value.IsEmpty)
        {
            return null;
        }

        switch (type)
        {
            case CellType.Number when NumberLexis.TryParse(value, out var number):
                bits = OfNumber(number, StyleOf(style), builder.Texts);
                return null;
            case CellType.Shared
                when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && index < shared.Count:
                bits = shared[index];
                return null;
            case CellType.Formula or CellType.Inline:
                bits = CellBits.OfText(XmlText.WithoutEscapes(XmlText.Decode(value)), builder.Texts);
                return null;
            case CellType.Boolean when value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8):
                bits = CellBits.OfBoolean(true);
                return null;
            case CellType.Boolean when value.SequenceEqual("0"u8) || value.SequenceEqual("false"u8):
                bits = CellBits.OfBoolean(false);
                return null;
            case CellType.Error:
                bits = CellBits.OfError(XmlText.Decode(value).Trim(), builder.Texts);
                return null;
            case CellType.Date when IsoDate.TryParse(XmlText.Decode(value), out var date):
                bits = CellBits.OfDate(date);
                return null;
            default:
                return XmlText.Decode(value);
        }
    }

    private ulong OfNumber(double number, CellStyle style, TextPool texts)
    {
        if (!style.IsDate)
        {
            return NumberFormatCodes.Padded(number, style.PaddedDigits) is { } padded
                ? CellBits.OfText(padded, texts)
                : CellBits.OfNumber(number, texts);
        }

        var days =
            startsIn1904 ? number + DaysTo1904
            : number is >= 0 and < LeapDay ? number + 1
            : number;
        return days is >= 0 and < 2_958_466
            ? CellBits.OfDate(DateTime.FromOADate(days))
            : CellBits.OfNumber(number, texts);
    }

    /// <summary>The cell as its font shows it.</summary>
    private ulong Shown(ulong bits, int style, SheetBuilder builder)
    {
        var font = StyleOf(style);
        return font.IsStruck ? CellBits.OfError(CellFaults.StruckOut, builder.Texts)
            : font.IsRaised
                ? CellBits.OfText(RaisedText.Raise(CellBits.Unpack(bits, null, builder.Texts).Raw), builder.Texts)
            : bits;
    }

    private CellStyle StyleOf(int style) => style < styles.Count ? styles[style] : CellStyle.General;

    private char FormatOf(int style, SheetBuilder builder)
    {
        if (numbered != builder)
        {
            numbered = builder;
            formats = [.. styles.Select(known => builder.FormatNumber(known.Format))];
        }

        return style < formats.Length ? formats[style] : builder.FormatNumber(NumberFormatCodes.General);
    }
}
