using System.Globalization;
using System.Text.Json;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Vintages;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Registers;

/// <summary>A workbook of registers to rows: a sheet a kind, a heading a column, a line a row.</summary>
public sealed class RegisterReading
{
    /// <summary>The source whose uploads are registers and not trade: <c>uploads/registers/</c>.</summary>
    public const string Source = "registers";

    private readonly List<RegisterRow> rows = [];
    private readonly List<Finding> findings = [];
    private readonly HashSet<(RegisterKind, string)> ids = [];

    private RegisterReading(string upload) => Upload = upload;

    /// <summary>Source and path.</summary>
    internal string Upload { get; }

    /// <summary>The reading as the store takes it: no observation, but rows of registers.</summary>
    /// <param name="path">Path of the upload below its source.</param>
    public static ReadingResult Read(Stream content, string path)
    {
        var (workbook, found) = WorkbookReader.Read(content, path, KnownWords.Standard);
        var reading = new RegisterReading($"{Source}/{path}");
        reading.findings.AddRange(found);
        foreach (var sheet in workbook?.Sheets ?? [])
        {
            if (RegisterColumns.Sheets.TryGetValue(sheet.Name.Trim(), out var kind))
            {
                reading.Read(sheet, kind);
            }
            else if (sheet.RowCount > 0)
            {
                reading.findings.Add(
                    Finding.OfSheet(
                        FindingCodes.RegisterSheetUnknown,
                        sheet,
                        sheet.Name,
                        string.Join(", ", RegisterColumns.Sheets.Keys)
                    )
                );
            }
        }

        var refused = reading.findings.Find(finding =>
            finding.Code.Severity is Severity.RejectWorkbook or Severity.RejectCell
        );
        return new(
            [],
            reading.findings,
            reading.rows.Count > 0 ? ReadingOutcome.Accepted : ReadingOutcome.Rejected,
            reading.rows.Count > 0 ? null : refused?.Message ?? "The file holds no row of a register.",
            reading.rows.Count > 0
                ? reading.rows.Max(row => row.SourceDate).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : null,
            null
        )
        {
            Registers = reading.rows,
        };
    }

    private void Read(Sheet sheet, RegisterKind kind)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var column = 1; column <= sheet.ColumnCount; column++)
        {
            var heading = sheet[1, column].Raw.Trim();
            if (heading.Length > 0 && !columns.TryAdd(heading, column))
            {
                Add(FindingCodes.RegisterColumnTwice, sheet, 1, column, heading);
                return;
            }

            if (heading.Length > 0 && !RegisterColumns.All.Contains(heading, StringComparer.OrdinalIgnoreCase))
            {
                Add(
                    FindingCodes.RegisterColumnUnknown,
                    sheet,
                    1,
                    column,
                    heading,
                    string.Join(", ", RegisterColumns.All)
                );
            }
        }

        string[] required =
        [
            .. RegisterColumns.Required,
            .. kind == RegisterKind.Target ? RegisterColumns.RequiredOfTargets : [],
        ];
        if (required.FirstOrDefault(name => !columns.ContainsKey(name)) is { } missing)
        {
            findings.Add(Finding.OfSheet(FindingCodes.RegisterColumnMissing, sheet, missing));
            return;
        }

        for (var row = 2; row <= sheet.RowCount; row++)
        {
            var line = new RegisterLine(this, sheet, row, columns);
            if (!line.IsBlank && line.Read(kind, required) is { } read)
            {
                rows.Add(read);
            }
        }
    }

    /// <summary>True at the first line of an id.</summary>
    internal bool IsNew(RegisterKind kind, string id) => ids.Add((kind, id));

    internal void Add(FindingCode code, Sheet sheet, int row, int column, params string[] arguments) =>
        findings.Add(Finding.OfCell(code, sheet, new CellAddress(row, column), arguments));
}
