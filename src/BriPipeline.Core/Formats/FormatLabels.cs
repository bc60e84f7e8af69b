using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Formats;

/// <summary>The columns of a table that say what its figures are about.</summary>
internal sealed class FormatLabels
{
    private readonly FormatDescription description;
    private readonly Sheet sheet;
    private readonly BoundColumn[] filters;
    private readonly BoundColumn[] labels;
    private readonly BoundColumn? partner;
    private readonly BoundColumn? commodity;

    public FormatLabels(FormatHeader header, IEnumerable<BoundColumn> columns)
    {
        description = header.Format.Description;
        sheet = header.Sheet;
        var whole = columns.Where(column => column.Of is null && column.Role != FormatRole.Figures).ToList();
        filters = [.. whole.Where(column => column.Role == FormatRole.Total)];
        labels = [.. whole.Where(column => column.Role is not (FormatRole.Total or FormatRole.Passed))];
        partner = Array.Find(labels, column => column.Role == FormatRole.Partner);
        commodity = Array.Find(labels, column => column.Role == FormatRole.Commodity);
        Roles = labels.Select(column => column.Role).ToHashSet();
    }

    /// <summary>What there is a column for.</summary>
    public IReadOnlySet<FormatRole> Roles { get; }

    /// <summary>The column of partners; null where there is none.</summary>
    public BoundColumn? Partner => partner;

    /// <summary>Whether a row takes its figure back.</summary>
    public bool Deletes(int row) =>
        Array.Exists(
            labels,
            column => column.Role == FormatRole.Action && column.Read(Text(row, column)).Says is [{ Value: "delete" }]
        );

    /// <summary>What the label columns say about a row; false where the row is not stored.</summary>
    public bool Read(int at, FormatRow row, FindingTally tally, FormatParts leftOut)
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
            strange.CountUnknown(unknown.Text, sheet, new(at, strange.Number), description.Title, tally);
            return false;
        }

        if (contradicts is { } other)
        {
            tally.Count(
                FindingCodes.FormatColumnsDisagree,
                sheet,
                other.Heading,
                new(at, other.Number),
                other.Heading,
                "#"
            );
            return false;
        }

        if (row[FormatRole.PartnerLabel] is null && partner is not null)
        {
            row.Add([new(FormatRole.PartnerLabel, Text(at, partner))]);
        }

        if (
            row[FormatRole.CommodityLabel] is null
            && commodity is not null
            && Text(at, commodity) is { Length: > 0 } named
        )
        {
            row.Add([new(FormatRole.CommodityLabel, named)]);
        }

        return true;
    }

    /// <summary>The text of a cell, or of the part of it that the column is.</summary>
    public string Text(int row, BoundColumn column)
    {
        var text = sheet[row, column.Number].Raw.Trim();
        if (column.Part is { } part)
        {
            text = text.Split(description.Composite) is var parts && part < parts.Length ? parts[part].Trim() : "";
        }

        return text;
    }
}
