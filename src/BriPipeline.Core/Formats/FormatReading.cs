using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats;

/// <summary>A workbook of which at least one sheet is of a documented format, or of the one that its source describes.</summary>
public sealed class FormatReading
{
    private readonly List<FormatTable> tables = [];
    private readonly List<Finding> findings = [];

    private FormatReading() { }

    /// <summary>What is to be said of the file as a whole and of its columns.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>The name of the format, equal for files of the same.</summary>
    public string Fingerprint =>
        "format " + string.Join('+', tables.Select(table => table.Description.Name).Distinct(StringComparer.Ordinal));

    internal IReadOnlyList<FormatTable> Tables => tables;

    /// <summary>The reading of a workbook; null where no sheet is of a documented format.</summary>
    /// <param name="alike">Is handed what a sheet lacks that seems to be of a format.</param>
    internal static FormatReading? Of(
        Workbook workbook,
        SourceProfile profile,
        string fileName,
        FormatHeaders headers,
        ICollection<Finding> alike
    )
    {
        try
        {
            _ = headers.Own;
        }
        catch (JsonException wrong)
        {
            alike.Add(Finding.OfFile(FindingCodes.FormatPinWrong, wrong.Message));
            return null;
        }

        var reading = new FormatReading();
        var others = new List<Sheet>();
        foreach (var sheet in workbook.Sheets)
        {
            if (
                headers.Of(sheet) is { } header
                && FormatLines.Of(header, workbook, profile) is { LacksNeeded: false } lines
            )
            {
                reading.Add(header, lines, profile, fileName);
            }
            else
            {
                others.Add(sheet);
            }
        }

        if (reading.findings.Count == 0)
        {
            foreach (var sheet in others)
            {
                if (headers.Alike(sheet) is var (header, lacking))
                {
                    alike.Add(
                        Finding.OfSheet(
                            FindingCodes.FormatColumnMissing,
                            sheet,
                            header.Format.Description.Title,
                            string.Join(", ", lacking)
                        )
                    );
                }
            }

            return null;
        }

        // The tables of a page that hold others are no sheets of anything.
        foreach (var sheet in others.Where(sheet => sheet.RowCount > 0 && workbook.Format != WorkbookFormat.Html))
        {
            reading.findings.Add(Finding.OfSheet(FindingCodes.FormatSheetPassed, sheet, sheet.Name));
        }

        return reading;
    }

    /// <summary>The observations in sheet order, counting what breaks the rules of the format.</summary>
    public IEnumerable<Observation> Observations(FindingTally tally, ICollection<MissingFigure>? missing = null) =>
        tables.SelectMany(table => table.Observations(tally, missing));

    /// <summary>Whether several figures of one key stand in rows that differ in a column that is not documented: then
    /// they are parts of something, and none is stored, which is counted.</summary>
    public bool AreToldApart(IReadOnlyList<Observation> same, FindingTally tally)
    {
        if (ColumnBetween(same) is not var (sheet, column, number))
        {
            return false;
        }

        foreach (var place in same.Select(one => new CellAddress(one.Provenance.Cell.Row, number)))
        {
            tally.Count(FindingCodes.FormatRowsApart, sheet, column, place, column, "#");
        }

        return true;
    }

    /// <summary>Counts figures that stand elsewhere in the file with equal values.</summary>
    public void CountRepeats(IReadOnlyList<Observation> repeats, FindingTally tally)
    {
        foreach (var place in repeats.Select(one => one.Provenance))
        {
            if (tables.Find(table => table.Header.Sheet.Name == place.Sheet) is { } table)
            {
                tally.Count(FindingCodes.FormatRepeats, table.Header.Sheet, "", place.Cell, "#");
            }
        }
    }

    private (Sheet Sheet, string Heading, int Number)? ColumnBetween(IReadOnlyList<Observation> same) =>
        tables
            .Where(table =>
                table.Header.Sheet.Name == same[0].Provenance.Sheet && table.Header.Sheet.AddressesAreOfTheGrid
            )
            .SelectMany(table =>
                FormatColumns
                    .Unknown(table.Header, table.Columns)
                    .Where(column =>
                        same.Where(one => one.Provenance.Sheet == table.Header.Sheet.Name)
                            .Select(one => table.Header.Sheet[one.Provenance.Cell.Row, column.Number].Raw)
                            .Distinct(StringComparer.Ordinal)
                            .Skip(1)
                            .Any()
                    )
                    .Select(column => ((Sheet, string, int)?)(table.Header.Sheet, column.Heading, column.Number))
            )
            .FirstOrDefault();

    private void Add(FormatHeader header, FormatLines lines, SourceProfile profile, string fileName)
    {
        var (sheet, title) = (header.Sheet, header.Format.Description.Title);
        findings.Add(
            Finding.OfSheet(
                FindingCodes.FormatRead,
                sheet,
                title,
                header.Format.Description.Documentation is [var first, ..] ? first : profile.Name
            )
        );
        if (lines.LeftOut is { } text)
        {
            findings.Add(Finding.OfSheet(FindingCodes.FormatTableLeftOut, sheet, text, title));
            return;
        }

        if (lines.Problems.Count > 0)
        {
            findings.AddRange(
                lines.Problems.Select(problem =>
                    Finding.OfSheet(FindingCodes.FormatLineUnclear, sheet, problem.Text, title)
                )
            );
            return;
        }

        var table = new FormatTable(header, lines.Said, profile, fileName);
        tables.Add(table);
        findings.AddRange(
            FormatColumns
                .Unknown(header, table.Columns)
                .Select(column =>
                    OfHeading(
                        FindingCodes.FormatColumnUnknown,
                        header,
                        column.Number,
                        column.Heading.Length > 0 ? column.Heading : CellAddress.ColumnLetters(column.Number)
                    )
                )
        );
        findings.AddRange(
            table
                .Columns.Where(column => column.UnknownInHeading is not null)
                .Select(column =>
                    OfHeading(FindingCodes.FormatHeadingUnknown, header, column.Number, column.UnknownInHeading!)
                )
        );
    }

    private static Finding OfHeading(FindingCode code, FormatHeader header, int column, string text) =>
        new(
            code,
            header.Sheet.Name,
            new CellRange(header.Sheet.AddressOf(header.Row, column)),
            null,
            [text, header.Format.Description.Title]
        );
}
