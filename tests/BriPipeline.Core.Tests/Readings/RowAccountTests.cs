using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>Whatever a table holds, each of its rows with something in a column of figures gives an observation or is named.
/// The tables are generated; equal seeds give equal tables.</summary>
public sealed class RowAccountTests
{
    private const int Tables = 400;

    private static readonly string[] Partners =
    [
        "China",
        "Russia",
        "Italy",
        "Türkiye",
        "Узбекистан",
        "Total",
        "EU",
        "Atlantis",
        "Other countries",
        "China (Mainland)",
        "including: Hong Kong",
    ];

    private static readonly string[] Marks = ["-", "…", "n/a", "x", "0", "c", "1 234,5", "12.3*", "4O5", "text", "5%"];

    private static readonly string?[] Captions =
    [
        "Exports of Kazakhstan by country, thousand US dollars",
        "Foreign trade",
        "Экспорт Казахстана по странам, тыс. долларов США",
        "Imports of food, million dollars",
        null,
    ];

    private static readonly SourceProfile[] Profiles =
    [
        SourceProfile.Unknown("any"),
        SourceProfile.Parse(
            """{ "name": "kz", "reporter": "KAZ", "defaults": { "unit": "USD", "multiplier": 3, "commodity": "TOTAL", "flow": "X", "period": "2023" } }"""
        ),
    ];

    [Fact]
    public void Read_LosesNoRow_OfAnyTable()
    {
        var stored = 0;
        var lostRows = new List<string>();
        for (var seed = 0; seed < Tables; seed++)
        {
            var random = new Random(seed);
            var (workbook, rows) = random.Next(2) == 0 ? Crossed(random) : Listed(random);
            var reading = Reading.Of(workbook, Profiles[random.Next(Profiles.Length)]);

            Assert.DoesNotContain(reading.Coverage.Lines, line => line.Code == NumberCause.Uncounted);
            var kept = reading.Observations().Select(observation => observation.Provenance.Cell.Row).ToHashSet();
            var lost = rows.Where(row => !kept.Contains(row) && !IsNamed(reading, workbook.Sheets[0], row))
                .Union(RowAccount.LostRows(reading).Select(row => row.Row))
                .ToList();
            if (lost.Count > 0)
            {
                lostRows.Add($"seed {seed}: rows {string.Join(", ", lost)}\n{Draw(workbook.Sheets[0])}");
            }

            stored += kept.Count;
        }

        Assert.True(lostRows.Count == 0, string.Join("\n\n", lostRows));
        // Most tables have something to store, or nothing would be proved.
        Assert.InRange(stored, Tables, int.MaxValue);
    }

    /// <summary>By a finding of a place that takes in the row; or by one that refuses cells on account of the file, the sheet, or
    /// a row above that holds no number and so heads others.</summary>
    private static bool IsNamed(Reading reading, Sheet sheet, int row) =>
        reading.Findings.Any(finding =>
            (finding.Place is { } place && place.First.Row <= row && row <= place.Last.Row)
            || (
                finding.Code.Severity >= Severity.RejectCell
                && (finding.Place is not { } cause || (cause.Last.Row < row && !HoldsNumber(sheet, cause.Last.Row)))
            )
        );

    private static bool HoldsNumber(Sheet sheet, int row) => sheet[row, sheet.ColumnCount].Kind == CellKind.Number;

    /// <summary>Partners over rows, years or months over columns.</summary>
    private static (Workbook, List<int> Rows) Crossed(Random random)
    {
        var builder = new SheetBuilder("Sheet");
        var row = Caption(builder, random);
        var columns = random.Next(1, 5);
        builder.Set(row, 1, Cell.OfText("Country"));
        for (var column = 0; column < columns; column++)
        {
            builder.Set(row, column + 2, Cell.OfNumber(2020 + column));
        }

        var rows = new List<int>();
        for (var record = random.Next(3, 15); record > 0; record--)
        {
            row += random.Next(8) == 0 ? 2 : 1;
            builder.Set(row, 1, Cell.OfText(Partners[random.Next(Partners.Length)]));
            if (random.Next(10) == 0)
            {
                continue;
            }

            rows.Add(row);
            for (var column = 0; column < columns; column++)
            {
                builder.Set(row, column + 2, Figure(random, isFirst: rows.Count == 1));
            }
        }

        return (Workbook(builder), rows);
    }

    /// <summary>A record a row, each dimension in a column of its own.</summary>
    private static (Workbook, List<int> Rows) Listed(Random random)
    {
        var builder = new SheetBuilder("Sheet");
        var row = random.Next(3) == 0 ? Caption(builder, random) : 1;
        string[] header = ["Reporter", "Partner", "Flow", "Period", "Unit", "Value"];
        for (var column = 0; column < header.Length; column++)
        {
            builder.Set(row, column + 1, Cell.OfText(header[column]));
        }

        var rows = new List<int>();
        for (var record = random.Next(3, 15); record > 0; record--)
        {
            row++;
            rows.Add(row);
            string[] labels =
            [
                "KAZ",
                Partners[random.Next(Partners.Length)],
                random.Next(9) == 0 ? "both"
                : random.Next(2) == 0 ? "Exports"
                : "Imports",
                random.Next(9) == 0 ? "later" : $"{2018 + random.Next(6)}",
                random.Next(9) == 0 ? "" : "USD",
            ];
            for (var column = 0; column < labels.Length; column++)
            {
                builder.Set(row, column + 1, labels[column].Length == 0 ? Cell.Blank : Cell.OfText(labels[column]));
            }

            builder.Set(row, labels.Length + 1, Figure(random, isFirst: rows.Count == 1));
        }

        return (Workbook(builder), rows);
    }

    private static int Caption(SheetBuilder builder, Random random)
    {
        if (Captions[random.Next(Captions.Length)] is not { } caption)
        {
            return 1;
        }

        builder.Set(1, 1, Cell.OfText(caption));
        return 2 + random.Next(2);
    }

    /// <param name="isFirst">Of the first record, which tells the table from its header: a plain figure.</param>
    private static Cell Figure(Random random, bool isFirst) =>
        random.Next(isFirst ? 5 : 0, 12) switch
        {
            0 => Cell.OfText(Marks[random.Next(Marks.Length)]),
            1 => Cell.OfError("#DIV/0!"),
            2 => Cell.OfNumber(-random.Next(1, 1000)),
            3 => Cell.OfNumber(random.Next(1900, 2100)),
            4 => Cell.OfText($"{random.Next(10_000)}"),
            _ => Cell.OfNumber(Math.Round(random.NextDouble() * 100_000, random.Next(3))),
        };

    private static Workbook Workbook(SheetBuilder builder) => new("table.xlsx", WorkbookFormat.Xlsx, [builder.Build()]);

    private static string Draw(Sheet sheet) =>
        string.Join(
            '\n',
            Enumerable
                .Range(1, sheet.RowCount)
                .Select(row =>
                    $"{row}: "
                    + string.Join(
                        " | ",
                        Enumerable.Range(1, sheet.ColumnCount).Select(column => sheet[row, column].Raw)
                    )
                )
        );
}
