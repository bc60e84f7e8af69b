using System.Globalization;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats;

/// <summary>One table of a documented format, read by its description alone. Observations are read each time they are asked for and never held.</summary>
internal sealed class FormatTable
{
    /// <summary>What a format says is not to be stored is told once for each column.</summary>
    private static readonly NumberCause LeftOut = NumberCause.Of(FindingCodes.FormatPartsLeftOut, "", isAsked: false);

    private readonly FormatHeader header;
    private readonly FormatRow defaults;
    private readonly FormatRow around;
    private readonly SourceProfile profile;
    private readonly FormatLabels labels;
    private readonly (BoundColumn Column, BoundColumn[] Own)[] figures;
    private readonly bool hasStatus;
    private readonly FormatFigure number;

    public FormatTable(FormatHeader header, FormatRow around, SourceProfile profile, string fileName)
    {
        this.header = header;
        this.around = around;
        this.profile = profile;
        number = new(
            Description,
            Description.Flags is { } flags ? header.Format.Reader(FormatRole.Status, flags, profile) : null
        );
        Columns = FormatColumns.Bind(header, profile);
        labels = new(header, Columns);
        figures =
        [
            .. Columns
                .Where(column =>
                    column.Role == FormatRole.Figures && !column.IsLeftOut && column.UnknownInHeading is null
                )
                .Select(column =>
                    (column, Columns.Where(own => own.Of == column.Key && own.Role != FormatRole.Passed).ToArray())
                ),
        ];
        hasStatus = labels.Roles.Contains(FormatRole.Status) || labels.Roles.Contains(FormatRole.Action);
        defaults = FormatDefaults.Of(profile, fileName, labels.Roles);
        var answered = new FormatRow();
        answered.Add([.. FormatQuestions.Answered(Description, profile.Book)]);
        defaults.Fill(answered);
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
            if (Sheet.DoubtfulRows.Contains(at) || !HasFigure(at))
            {
                continue;
            }

            tally.Numbers.Begin();
            if (!labels.Read(at, row, tally, leftOut))
            {
                foreach (var (column, _) in figures)
                {
                    Account(at, column, isRead: false, tally);
                }

                continue;
            }

            foreach (var (column, own) in figures)
            {
                one.CopyFrom(row);
                tally.Numbers.Begin();
                var observation = Observe(at, column, own, one, tally, missing, leftOut);
                if (
                    observation is not null
                    && deleted is not null
                    && deleted.TryGetValue(observation.Key, out var last)
                    && last > at
                )
                {
                    observation = null;
                }

                Account(at, column, observation is not null, tally);
                if (observation is not null)
                {
                    yield return observation;
                }
            }
        }

        foreach (var finding in leftOut.Findings())
        {
            tally.Add(finding);
        }
    }

    /// <summary>Whether a column holds figures that are read: its numbers are counted as they are.</summary>
    public bool ReadsFiguresOf(int column) => Array.Exists(figures, one => one.Column.Number == column);

    private void Account(int row, BoundColumn column, bool isRead, FindingTally tally)
    {
        if (!NumberText.IsNumber(Sheet[row, column.Number]))
        {
            return;
        }

        if (isRead)
        {
            tally.Numbers.AddRead();
        }
        else
        {
            tally.Numbers.AddNone(LeftOut);
        }
    }

    /// <summary>Keys that a row of the file takes back, with the last such row; null where the format has no such rows.</summary>
    private Dictionary<ObservationKey, int>? Deleted()
    {
        if (!labels.Roles.Contains(FormatRole.Action))
        {
            return null;
        }

        var deleted = new Dictionary<ObservationKey, int>();
        var (row, tally, parts) = (new FormatRow(), new FindingTally(), new FormatParts(header));
        for (var at = header.FirstBodyRow; at <= Sheet.RowCount; at++)
        {
            if (labels.Deletes(at) && labels.Read(at, row, tally, parts))
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
            var text = labels.Text(at, about);
            var reading = about.Read(text);
            if (reading.IsLeftOut)
            {
                return null;
            }

            if (reading.Says is null)
            {
                if (!cell.IsBlank)
                {
                    about.CountUnknown(text, Sheet, place, Description.Title, tally);
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
            if (lacking is [FormatSettlement.NotThen])
            {
                leftOut.Add(labels.Partner ?? column, row[FormatRole.PartnerLabel] as string ?? "", at);
            }
            else if (figure.Value is not null)
            {
                FormatQuestions.Count(lacking, Description, profile.Book, Sheet, place, tally);
            }

            return null;
        }

        if (profile.Reporter is { } expected && key.Reporter.Code != expected)
        {
            tally.Count(
                FindingCodes.ReporterConflict,
                Sheet,
                key.Reporter.Code,
                place,
                "the workbook",
                key.Reporter.Code,
                "the profile",
                expected,
                "#"
            );
            return null;
        }

        if (deletes || row[FormatRole.Status] is MarkMeaning and not MarkMeaning.Nil)
        {
            missing?.Add(new(key, !deletes && row[FormatRole.Status] is MarkMeaning.Suppressed));
            leftOut.Missing(
                deletes ? "D"
                    : cell.IsBlank ? ""
                    : cell.Raw,
                column,
                at
            );
            return null;
        }

        return FormatSettlement.Observe(key, row, figure.Value ?? 0, cell, Sheet, place, profile, tally);
    }
}
