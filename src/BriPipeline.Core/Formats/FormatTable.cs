using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats;

/// <summary>One table of a documented format, read by its description alone. Observations are made anew each time and never held.</summary>
internal sealed class FormatTable
{
    private readonly FormatHeader header;
    private readonly FormatRow defaults;
    private readonly FormatRow around;
    private readonly SourceProfile profile;
    private readonly BoundColumn[] filters;
    private readonly BoundColumn[] labels;
    private readonly (BoundColumn Column, BoundColumn[] Own)[] figures;
    private readonly bool hasStatus;
    private readonly FormatFigure number;
    private readonly string? labelMark;

    public FormatTable(FormatHeader header, FormatRow around, SourceProfile profile, string fileName)
    {
        this.header = header;
        this.around = around;
        this.profile = profile;
        labelMark = Description.Labels;
        number = new(Description, Description.Flags is { } flags ? header.Format.Reader(FormatRole.Status, flags, profile) : null);
        Columns = FormatColumns.Bind(header, profile);
        var whole = Columns.Where(column => column.Of is null && column.Role != FormatRole.Figures).ToList();
        filters = [.. whole.Where(column => column.Role == FormatRole.Total)];
        labels = [.. whole.Where(column => column.Role is not (FormatRole.Total or FormatRole.Passed))];
        figures =
        [
            .. Columns
                .Where(column => column.Role == FormatRole.Figures && !column.IsLeftOut && column.UnknownInHeading is null)
                .Select(column => (column, Columns.Where(own => own.Of == column.Key && own.Role != FormatRole.Passed).ToArray())),
        ];
        hasStatus = Array.Exists(labels, column => column.Role is FormatRole.Status or FormatRole.Action);
        defaults = FormatDefaults.Of(profile, fileName, labels.Select(column => column.Role).ToHashSet());
    }

    public FormatDescription Description => header.Format.Description;

    public FormatHeader Header => header;

    public IReadOnlyList<BoundColumn> Columns { get; }

    private Sheet Sheet => header.Sheet;

    /// <summary>The observations in sheet order; whatever breaks the rules of the format is counted.</summary>
    /// <param name="missing">Is handed what stands missing, suppressed or taken back in place of a figure.</param>
    public IEnumerable<Observation> Observations(FindingTally tally, ICollection<MissingFigure>? missing)
    {
        var leftOut = new FormatParts(header);
        var deleted = Deleted();
        var row = new FormatRow();
        var one = new FormatRow();
        for (var at = header.FirstBodyRow; at <= Sheet.RowCount; at++)
        {
            if (Sheet.DoubtfulRows.Contains(at) || !HasFigure(at) || !ReadLabels(at, row, tally, leftOut))
            {
                continue;
            }

            foreach (var (column, own) in figures)
            {
                one.CopyFrom(row);
                if (Observe(at, column, own, one, tally, missing, leftOut) is { } observation)
                {
                    if (deleted is not null && deleted.TryGetValue(observation.Key, out var last) && last > at)
                    {
                        continue;
                    }

                    yield return observation;
                }
            }
        }

        foreach (var finding in leftOut.Findings())
        {
            tally.Add(finding);
        }
    }

    /// <summary>Keys that a row of the file takes back, with the last such row; null where the format has no such rows.</summary>
    private Dictionary<ObservationKey, int>? Deleted()
    {
        var actions = Array.FindAll(labels, column => column.Role == FormatRole.Action);
        if (actions.Length == 0)
        {
            return null;
        }

        var deleted = new Dictionary<ObservationKey, int>();
        var (row, tally, parts) = (new FormatRow(), new FindingTally(), new FormatParts(header));
        for (var at = header.FirstBodyRow; at <= Sheet.RowCount; at++)
        {
            if (
                actions.Any(column => column.Read(Text(at, column)).Says is [{ Value: "delete" }])
                && ReadLabels(at, row, tally, parts)
            )
            {
                row.Fill(around);
                row.Fill(defaults);
                if (FormatSettlement.Settle(row, profile, out _) is { } key)
                {
                    deleted[key] = at;
                }
            }
        }

        return deleted;
    }

    private bool HasFigure(int row)
    {
        if (hasStatus)
        {
            return Sheet.LastColumn(row) > 0;
        }

        foreach (var (column, _) in figures)
        {
            if (!Sheet[row, column.Number].IsBlank)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the columns of labels say of a row; false where nothing of it is stored.</summary>
    private bool ReadLabels(int at, FormatRow row, FindingTally tally, FormatParts leftOut)
    {
        row.Clear();
        foreach (var column in filters)
        {
            if (Text(at, column) is var text && !column.IsTotal(text))
            {
                leftOut.Add(column, text, at);
                return false;
            }
        }

        // A code that is not stored is looked for first: of a part nothing else needs to be known.
        var unknown = (Column: (BoundColumn?)null, Text: "");
        BoundColumn? contradicts = null;
        foreach (var column in labels)
        {
            var text = Text(at, column);
            var reading = column.Read(text);
            if (reading.IsLeftOut)
            {
                leftOut.Add(column, text, at);
                return false;
            }

            if (reading.Says is null)
            {
                unknown = unknown.Column is null ? (column, text) : unknown;
            }
            else if (!row.Add(reading.Says))
            {
                contradicts ??= column;
            }
        }

        if (unknown.Column is { } strange)
        {
            tally.CountLabel(
                FindingCodes.FormatCodeUnknown,
                Sheet,
                $"{strange.Heading}\n{unknown.Text}",
                new(at, strange.Number),
                unknown.Text,
                strange.Heading,
                Description.Title,
                "#"
            );
            return false;
        }

        if (contradicts is { } other)
        {
            tally.Count(FindingCodes.FormatColumnsDisagree, Sheet, other.Heading, new(at, other.Number), other.Heading, "#");
            return false;
        }

        if (row[FormatRole.PartnerLabel] is null && Array.Find(labels, column => column.Role == FormatRole.Partner) is { } partner)
        {
            row.Add([new(FormatRole.PartnerLabel, Text(at, partner))]);
        }

        return true;
    }

    private Observation? Observe(
        int at,
        BoundColumn column,
        BoundColumn[] own,
        FormatRow row,
        FindingTally tally,
        ICollection<MissingFigure>? missing,
        FormatParts leftOut
    )
    {
        var cell = Sheet[at, column.Number];
        var place = new CellAddress(at, column.Number);
        if (!row.Override(column.Says))
        {
            return null;
        }

        foreach (var about in own)
        {
            var text = Text(at, about);
            var reading = about.Read(text);
            if (reading.IsLeftOut)
            {
                return null;
            }

            if (reading.Says is null)
            {
                if (!cell.IsBlank)
                {
                    tally.Count(FindingCodes.FormatCodeUnknown, Sheet, $"{about.Heading}\n{text}", place, text, about.Heading, Description.Title, "#");
                }

                return null;
            }

            row.Override(reading.Says);
        }

        var deletes = row[FormatRole.Action] is "delete";
        if (cell.IsBlank && !deletes && row[FormatRole.Status] is not MarkMeaning)
        {
            return null;
        }

        if ((cell.IsBlank ? (null, []) : number.Read(cell)) is not { } figure)
        {
            tally.Count(FindingCodes.FormatValueUnread, Sheet, cell.Raw, place, cell.Raw, Description.Title, "#");
            return null;
        }

        row.Add(figure.Says);
        if (figure.Value == 0 && column.ZeroIsMissing)
        {
            return null;
        }

        row.Fill(around);
        row.Fill(defaults);
        if (FormatSettlement.Settle(row, profile, out var lacking) is not { } key)
        {
            if (figure.Value is not null)
            {
                tally.Count(FindingCodes.FormatSaysNot, Sheet, lacking!, place, Description.Title, lacking!, "#");
            }

            return null;
        }

        if (profile.Reporter is { } expected && key.Reporter.Code != expected)
        {
            tally.Count(FindingCodes.ReporterConflict, Sheet, key.Reporter.Code, place, key.Reporter.Code, expected);
            return null;
        }

        if (deletes || row[FormatRole.Status] is MarkMeaning and not MarkMeaning.Nil)
        {
            missing?.Add(new(key, !deletes && row[FormatRole.Status] is MarkMeaning.Suppressed));
            leftOut.Missing(deletes ? "D" : cell.IsBlank ? "" : cell.Raw, column, at);
            return null;
        }

        return FormatSettlement.Observe(key, row, figure.Value ?? 0, cell, Sheet, place, profile, tally);
    }

    private string Text(int row, BoundColumn column)
    {
        var text = Sheet[row, column.Number].Raw.Trim();
        if (column.Part is { } part)
        {
            text = text.Split(Description.Composite) is var parts && part < parts.Length ? parts[part].Trim() : "";
        }

        var end = labelMark is null ? -1 : text.IndexOf(labelMark, StringComparison.Ordinal);
        return end > 0 ? text[..end] : text;
    }
}
