using System.Globalization;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>A line of <c>cells.csv</c>; an empty column is not compared.</summary>
internal sealed record CheckedCell(
    string Short,
    string File,
    string Sheet,
    string Cell,
    string Expect,
    string[] Columns
)
{
    public string Expected => Expect == "none" ? $"{Cell}: none" : $"{Cell}: {string.Join(' ', Columns)}";

    private static readonly string[] Compared =
    [
        "reporter",
        "partner",
        "flow",
        "commodity",
        "unit",
        "period",
        "value",
        "multiplier",
        "raw",
    ];

    public static IEnumerable<CheckedCell> ReadAll(string path)
    {
        using var content = System.IO.File.OpenRead(path);
        var sheet = WorkbookReader.Read(content, "cells.csv").Workbook!.Sheets[0];
        var columns = Enumerable
            .Range(1, sheet.ColumnCount)
            .ToDictionary(column => sheet[1, column].Raw, StringComparer.Ordinal);
        return Enumerable
            .Range(2, sheet.RowCount - 1)
            .Select(row => new CheckedCell(
                Text(row, "short"),
                Text(row, "file"),
                Text(row, "sheet"),
                Text(row, "cell"),
                Text(row, "expect"),
                [.. Compared.Select(name => Text(row, name).Trim())]
            ));

        string Text(int row, string name) => sheet[row, columns[name]].Raw;
    }

    public string Found(Observation? observation)
    {
        if (observation is null)
        {
            return $"{Cell}: none";
        }

        var key = observation.Key;
        string[] found =
        [
            key.Reporter.Code,
            key.Partner.Code,
            key.Flow.ToString(),
            key.Commodity.Code,
            key.Unit.Code,
            key.Period.ToString(),
            Value(observation),
            observation.Multiplier.ToString(CultureInfo.InvariantCulture),
            observation.Provenance.Raw.Trim(),
        ];
        return $"{Cell}: {string.Join(' ', found.Select((text, i) => Columns[i].Length == 0 ? "" : text))}";
    }

    /// <summary>As the file of checked cells has it, where the two differ by no more than the dust of binary numbers.</summary>
    private string Value(Observation observation)
    {
        const decimal dust = 1e-12m;
        var expected = Columns[Array.IndexOf(Compared, "value")];
        return
            decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value - observation.Value) <= dust * Math.Abs(value)
            ? expected
            : observation.Value.ToString(CultureInfo.InvariantCulture);
    }
}
