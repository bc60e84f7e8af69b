using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats;

/// <summary>The lines around a table of a format, which hold for all of it.</summary>
internal sealed class FormatLines
{
    /// <summary>Rows of an earlier sheet that are looked at.</summary>
    private const int LinesBefore = 60;

    private FormatLines(
        FormatRow said,
        IReadOnlyList<(string Text, string Problem)> problems,
        bool lacksNeeded,
        string? leftOut
    )
    {
        Said = said;
        Problems = problems;
        LacksNeeded = lacksNeeded;
        LeftOut = leftOut;
    }

    /// <summary>What the lines say, and what the documentation says of every figure.</summary>
    public FormatRow Said { get; }

    /// <summary>Texts that are in no list, or that contradict another.</summary>
    public IReadOnlyList<(string Text, string Problem)> Problems { get; }

    /// <summary>A line without which the table is not of the format is not there.</summary>
    public bool LacksNeeded { get; }

    /// <summary>The text of a line that says that the table is documented and not stored.</summary>
    public string? LeftOut { get; }

    public static FormatLines Of(FormatHeader header, Workbook workbook, SourceProfile profile)
    {
        var said = new FormatRow();
        var problems = new List<(string, string)>();
        var (lacks, leftOut) = (false, (string?)null);
        foreach (var line in header.Format.Description.Lines)
        {
            var found = Readings(line, header, workbook, profile).ToList();
            lacks |= line.Needed && found.Count == 0;
            foreach (var (text, reading) in found)
            {
                leftOut ??= reading.IsLeftOut ? text : null;
                if (reading.Says is not { } says)
                {
                    problems.Add((text, "unknown"));
                }
                else if (!said.Add(says))
                {
                    problems.Add((text, "contradicts"));
                }
            }
        }

        var fixedly = new FormatRow();
        fixedly.Add([.. header.Format.Description.Says.Select(one => FormatStatement.Of(one.Key, one.Value)!.Value)]);
        said.Fill(fixedly);
        return new(said, problems, lacks, leftOut);
    }

    private static IEnumerable<(string Text, CodeReading Reading)> Readings(
        FormatLine line,
        FormatHeader header,
        Workbook workbook,
        SourceProfile profile
    )
    {
        if (line.Pattern is { } expression)
        {
            var pattern = new FormatPattern(expression);
            var roles = pattern.Roles();
            // The nearest texts that say it: above the table, else on a sheet before it.
            var near = Texts(line, header, workbook)
                .Select(texts =>
                    texts
                        .Select(text => (Text: text, Match: pattern.MatchOf(text)))
                        .Where(one => one.Match is not null)
                        .ToList()
                )
                .FirstOrDefault(found => found.Count > 0);
            foreach (var (text, match) in near ?? [])
            {
                yield return (text, Presence(line));
                foreach (var (group, role) in roles.Where(one => match!.Groups[one.Group].Success))
                {
                    var part = match!.Groups[group].Value.Trim();
                    yield return (part, Read(line, role, part, header, profile));
                }
            }

            yield break;
        }

        var at = line.Above is { } rows ? FirstText(header, rows) : Beside(line, header, workbook);
        if (at is { } value && value.Length > 0)
        {
            yield return (value, Presence(line));
            yield return (value, Read(line, line.Is!.Value, value, header, profile));
        }
    }

    private static CodeReading Presence(FormatLine line) =>
        new([.. line.Says.Select(one => FormatStatement.Of(one.Key, one.Value)!.Value)], false);

    private static CodeReading Read(
        FormatLine line,
        FormatRole role,
        string text,
        FormatHeader header,
        SourceProfile profile
    )
    {
        var list =
            line.Lists.TryGetValue(role, out var own) ? own
            : role == line.Is ? line.List
            : null;
        return list is not null ? header.Format.Reader(role, list, profile).Read(text)
            : role == FormatRole.Period && FormatPeriod.Read(text) is { } period ? new([new(role, period)], false)
            : role == FormatRole.Passed ? CodeReading.Nothing
            : CodeReading.Unknown;
    }

    private static IEnumerable<Sheet> Sheets(FormatLine line, FormatHeader header, Workbook workbook) =>
        line.Sheet is null ? [header.Sheet] : workbook.Sheets.Where(sheet => sheet.Name == line.Sheet);

    private static string? FirstText(FormatHeader header, int rowsAbove) =>
        Enumerable
            .Range(1, header.Row - 1)
            .Reverse()
            .Select(row =>
                Enumerable
                    .Range(1, header.Sheet.LastColumn(row))
                    .Select(column => header.Sheet[row, column].Raw.Trim())
                    .FirstOrDefault(text => text.Length > 0)
            )
            .OfType<string>()
            .ElementAtOrDefault(rowsAbove - 1);

    private static string? Beside(FormatLine line, FormatHeader header, Workbook workbook)
    {
        foreach (var sheet in Sheets(line, header, workbook))
        {
            var last = sheet == header.Sheet ? header.Row - 1 : sheet.RowCount;
            for (var row = 1; row <= last; row++)
            {
                for (var column = 1; column <= sheet.LastColumn(row); column++)
                {
                    if (string.Equals(sheet[row, column].Raw.Trim(), line.Key, StringComparison.OrdinalIgnoreCase))
                    {
                        var right = sheet[row, column + 1].Raw.Trim();
                        return right.Length == 0 && column > 1 ? sheet[row, column - 1].Raw.Trim() : right;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The texts above the headings, then those of the sheets before, which of a page are the tables above this one.</summary>
    private static IEnumerable<IEnumerable<string>> Texts(FormatLine line, FormatHeader header, Workbook workbook)
    {
        if (line.Sheet is null)
        {
            yield return header.Sheet.Above.Concat(Cells(header.Sheet, header.Row - 1));
        }

        var others = line.Sheet is null
            ? workbook.Sheets.TakeWhile(sheet => sheet != header.Sheet).Reverse()
            : Sheets(line, header, workbook);
        foreach (var sheet in others)
        {
            yield return sheet.Above.Concat(Cells(sheet, Math.Min(sheet.RowCount, LinesBefore)));
        }
    }

    private static IEnumerable<string> Cells(Sheet sheet, int last)
    {
        for (var row = 1; row <= last; row++)
        {
            for (var column = 1; column <= sheet.LastColumn(row); column++)
            {
                if (sheet[row, column] is { IsBlank: false } cell)
                {
                    yield return cell.Raw.Trim();
                }
            }
        }
    }
}
