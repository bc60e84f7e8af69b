using BriPipeline.Core.Evidence;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Layouts;

/// <summary>The group whose own figures stand above rows of its members: a residual below these, "Other", may be that
/// of the group and not that of the world. Only the figures tell: the rows between add up to the group without it, or the groups
/// and it to the total. Where not all of them are its members, they must add up to it with the residual.</summary>
internal sealed class OpenGroup(Sheet sheet, CellEvidence evidence, IReadOnlyList<FigureColumn> figures)
{
    private const string Residual = "_OTHER";

    private readonly List<int> members = [];
    private readonly List<int> groups = [];
    private Label? group;

    /// <summary>Whether rows below the group are of countries that lie elsewhere by the list: offices draw borders in their own way.</summary>
    private bool hasStrays;

    private Area groupArea;
    private int? total;

    /// <summary>Takes in the name of a row; of a residual that may be one of a group, the name of this.</summary>
    public Label? Of(int row, Label partner)
    {
        if (evidence.Of(partner.Text).Areas is not [var area])
        {
            return null;
        }

        if (area.Code == Residual)
        {
            var own =
                group is not null
                && members.Count > 0
                && !NamesWorld(partner.Text)
                && (hasStrays ? AddUp(groups[^1], [.. members, row]) : MayBePart(row))
                    ? group
                    : null;
            members.Add(row);
            return own;
        }

        if (area == Area.World)
        {
            (total, group) = (row, null);
            groups.Clear();
        }
        else if (area.IsGroup)
        {
            (group, groupArea) = (partner, area);
            groups.Add(row);
            members.Clear();
            hasStrays = false;
        }
        else if (group is not null)
        {
            members.Add(row);
            hasStrays |= !AreaCodeList.Standard.WasMember(groupArea, area);
        }

        return null;
    }

    private bool NamesWorld(string text) => evidence.Of(text).Said.Areas.Any(mention => mention.Area == Area.World);

    private bool MayBePart(int row) =>
        !AddUp(groups[^1], members) && !(total is { } whole && AddUp(whole, [.. groups, row]));

    /// <summary>Whether some rows add up to another in all columns where all of them hold figures, and these are some.</summary>
    private bool AddUp(int whole, List<int> parts)
    {
        var seen = false;
        foreach (var column in figures)
        {
            var values = parts.ConvertAll(row => Value(row, column.Column));
            if (Value(whole, column.Column) is not { } sum || !values.TrueForAll(value => value is not null))
            {
                continue;
            }

            var decimals = values.Append(sum).Max(value => value!.Value.Scale);
            var half = Enumerable.Range(0, decimals).Aggregate(0.5m, (digit, _) => digit / 10);
            if (Math.Abs(values.Sum(value => value!.Value) - sum) > (parts.Count + 1) * half)
            {
                return false;
            }

            seen = true;
        }

        return seen;
    }

    private decimal? Value(int row, int column) => FigureText.Read(sheet[row, column], '.');
}
