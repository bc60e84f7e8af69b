using System.Buffers;
using System.Globalization;
using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks.Grids;
using CsvHelper;

namespace BriPipeline.Core.Workbooks.Text;

/// <summary>Reads .csv and its kin. Every field is text as stored; a row is the physical line at which its record
/// starts.</summary>
internal static class DelimitedTextReader
{
    private const int SampleCharacters = 1 << 16;
    private const int MaxRecordBytes = 1 << 23;
    private const string Kind = "delimited text";

    /// <summary>As many as a line break takes in any encoding, and a blank.</summary>
    private const int BytesOfEnd = 4;

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,'’ \u00A0\u202F+-");

    public static WorkbookReadResult Read(Stream content, string fileName, IKnownWords? words)
    {
        var (found, doubt) = TextEncoding.Detect(content, words);
        if (found is not { } encoding)
        {
            return WorkbookReadResult.Refused(FindingCodes.WorkbookEncodingUnknown);
        }

        var sample = Sample(content, encoding);
        if (AlignedColumns.MayBeIn(sample) && AlignedTextReader.Read(content, encoding) is { } aligned)
        {
            return new WorkbookReadResult(
                new Workbook(fileName, WorkbookFormat.Csv, [aligned]),
                doubt is null ? [] : [doubt]
            );
        }

        CsvMalformedRecord? malformed = null;
        content.Position = 0;
        using var reader = CsvReader.Create(
            content,
            new CsvReaderOptions
            {
                Encoding = encoding,
                // Excel's own first line names the delimiter; the library obeys it where none is set.
                Separator = sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
                    ? null
                    : Delimiters.Find(sample),
                HasHeader = false,
                SkipEmptyLines = false,
                TrackLineNumbers = true,
                MaxRecordSize = MaxRecordBytes,
                OnMalformedRecord = record => malformed = record,
            },
            leaveOpen: true
        );
        var builder = new SheetBuilder("");
        var records = new RecordLengths();
        var headed = new HeadedRecords();
        var isNumber = (int field) => IsNumber(reader.GetString(field));
        var text = (int field) => reader.GetString(field);
        var fields = 0L;
        try
        {
            while (reader.Read())
            {
                fields += Math.Max(1, reader.FieldCount);
                if (fields > ReadingLimits.Fields)
                {
                    throw RefusedException.TooMany("fields and lines, blank ones too", ReadingLimits.Fields);
                }

                if (reader.FieldCount > ReadingLimits.Columns)
                {
                    return WorkbookReadResult.Refused(
                        FindingCodes.WorkbookDamaged,
                        Kind,
                        $"line {Number(reader.LineNumber)} holds more than {Number(ReadingLimits.Columns)} fields"
                    );
                }

                if (malformed is { } bad && SwallowsLines(bad))
                {
                    return WorkbookReadResult.Refused(FindingCodes.WorkbookQuoteOpen, Number(bad.LineNumber));
                }

                AddRecord(builder, reader, isMalformed: malformed is not null);
                malformed = null;
                records.Add((int)reader.LineNumber, reader.FieldCount, isNumber);
                headed.Add((int)reader.LineNumber, reader.FieldCount, text);
            }
        }
        catch (CsvFormatException e)
            when (e.Message.Contains(nameof(CsvReaderOptions.MaxRecordSize), StringComparison.Ordinal))
        {
            throw RefusedException.TooMany("bytes in one record (a quotation mark may be left open)", MaxRecordBytes);
        }
        catch (CsvFormatException e)
        {
            return WorkbookReadResult.Refused(FindingCodes.WorkbookQuoteOpen, Number(e.LineNumber));
        }

        if (headed is { FirstLonger: { } longer, AreTooMany: true })
        {
            return WorkbookReadResult.Refused(
                FindingCodes.RecordsExceedHeader,
                Number(headed.Longer),
                Number(longer.Record.Line),
                Number(longer.Record.Fields),
                Number(longer.Header.Line),
                Number(longer.Header.Fields)
            );
        }

        var odd = records.Odd();
        odd.ForEach(record => builder.DoubtRow(record.Line));
        var isEnded = records.Last.Fields == 0 || IsEnded(content);
        if (!isEnded && records.EndsShort)
        {
            builder.DoubtRow(records.Last.Line);
        }

        var sheet = builder.Build();
        return new WorkbookReadResult(
            new Workbook(fileName, WorkbookFormat.Csv, [sheet]),
            [
                .. doubt is null ? Array.Empty<Finding>() : [doubt],
                .. builder.Faults.ToFindings(sheet.Name),
                .. odd.Select(record => Ragged(sheet, record, records.Usual)),
                .. isEnded ? Array.Empty<Finding>() : [Unended(sheet, records.Last, records.EndsShort)],
            ]
        );
    }

    internal static bool IsNumber(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExcept(OfNumbers) && text.ContainsAnyInRange('0', '9');

    private static Finding Ragged(Sheet sheet, RecordLength record, int usual) =>
        new(
            FindingCodes.RowFieldsDiffer,
            sheet.Name,
            new CellRange(new(record.Line, 1), new(record.Line, record.Fields)),
            sheet[record.Line, 1].Raw,
            [Number(record.Line), Number(record.Fields), Number(usual)]
        );

    private static bool IsEnded(Stream content)
    {
        Span<byte> end = stackalloc byte[BytesOfEnd];
        content.Position = Math.Max(0, content.Length - end.Length);
        return end[..content.ReadAtLeast(end, end.Length, throwOnEndOfStream: false)]
            .ContainsAny((byte)'\n', (byte)'\r');
    }

    /// <summary>What ends in a figure before the last column was cut off; else only the last figure may have been.</summary>
    private static Finding Unended(Sheet sheet, RecordLength last, bool endsShort)
    {
        var cell = new CellAddress(last.Line, last.Fields);
        return endsShort
            ? Finding.OfCell(FindingCodes.TextCutOff, sheet, cell)
            : Finding.OfCell(FindingCodes.TextUnended, sheet, cell, Number(last.Line));
    }

    private static void AddRecord(SheetBuilder builder, CsvReader reader, bool isMalformed)
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var field = isMalformed ? Repaired(reader, i) : reader.GetString(i);
            builder.SetBits(
                (int)reader.LineNumber,
                i + 1,
                ErrorNames.Contains(field) ? CellBits.OfError(field, builder.Texts)
                    : IsoDate.TryParse(field, out var date) ? CellBits.OfDate(date)
                    : CellBits.OfText(field, builder.Texts),
                '\0'
            );
        }
    }

    /// <summary>A field in a record whose quotation marks do not add up: where they enclose it properly its value, else
    /// its bytes as they stand, since <c>"12"3</c> must not become 123.</summary>
    private static string Repaired(CsvReader reader, int field)
    {
        var raw = Encoding.UTF8.GetString(reader.GetRawSpan(field));
        var value = reader.GetString(field);
        return raw == value || raw == $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" ? value : raw;
    }

    private static bool SwallowsLines(CsvMalformedRecord record) =>
        record.RawRecord.AsSpan().Trim().ContainsAny('\r', '\n');

    private static string Sample(Stream content, Encoding encoding)
    {
        content.Position = 0;
        using var text = new StreamReader(content, encoding, true, SampleCharacters, leaveOpen: true);
        var sample = new char[SampleCharacters];
        return new string(sample, 0, text.ReadBlock(sample));
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
