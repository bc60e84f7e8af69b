using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Formats;

/// <summary>The columns of a table, each as its format describes it.</summary>
internal static class FormatColumns
{
    public static IReadOnlyList<BoundColumn> Bind(FormatHeader header, SourceProfile profile)
    {
        var description = header.Format.Description;
        var keys = header.Format.KeysOf(header.Columns);
        var bound = new List<BoundColumn>();
        for (var index = 0; index < keys.Count; index++)
        {
            if (keys[index] is not { } key)
            {
                if (IsOtherDimension(header, keys, index))
                {
                    bound.Add(Other(header, index, profile));
                }

                continue;
            }

            var column = description.Columns[key];
            if (column.Unless is { } other && keys.Contains(other, StringComparer.Ordinal))
            {
                continue;
            }

            bound.Add(new(header.Columns[index], key, column, header.Format, profile));
        }

        return bound;
    }

    /// <summary>Headings of columns that are not documented.</summary>
    public static IReadOnlyList<(int Number, string Heading)> Unknown(
        FormatHeader header,
        IReadOnlyList<BoundColumn> bound
    ) =>
        [
            .. header
                .Columns.Zip(header.Format.KeysOf(header.Columns))
                .Where(column => column.Second is null)
                .Select(column => column.First)
                .Where(heading =>
                    !bound.Any(column => (column.Number, column.Part) == (heading.Number, heading.Part))
                    && HoldsAnything(header, heading.Number)
                )
                .Select(heading => (heading.Number, heading.Text)),
        ];

    private static bool HoldsAnything(FormatHeader header, int column) =>
        Enumerable
            .Range(header.FirstBodyRow, Math.Max(0, header.Sheet.RowCount - header.FirstBodyRow + 1))
            .Any(row => !header.Sheet[row, column].IsBlank);

    private static bool IsOtherDimension(FormatHeader header, IReadOnlyList<string?> keys, int index)
    {
        var description = header.Format.Description;
        var figures = keys.Index()
            .First(key => key.Item is not null && description.Columns[key.Item].Is == FormatRole.Figures)
            .Index;
        return description.Others is not null && index < figures && !IsName(header, index);
    }

    private static BoundColumn Other(FormatHeader header, int index, SourceProfile profile) =>
        new(
            header.Columns[index],
            header.Columns[index].Text,
            new FormatColumn { Is = FormatRole.Total, Totals = header.Format.Description.Others! },
            header.Format,
            profile
        );

    /// <summary>A column of the names of the codes before it: its heading is no identifier, and each code has one name.</summary>
    private static bool IsName(FormatHeader header, int index)
    {
        var heading = header.Columns[index].Text;
        if (
            index == 0
            || !(
                heading.Contains(' ', StringComparison.Ordinal)
                || (heading.Any(char.IsLower) && heading.Any(char.IsUpper))
            )
        )
        {
            return false;
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var row = header.FirstBodyRow; row <= header.Sheet.RowCount; row++)
        {
            var code = header.Sheet[row, header.Columns[index - 1].Number].Raw;
            var name = header.Sheet[row, header.Columns[index].Number].Raw;
            if (!names.TryAdd(code, name) && names[code] != name)
            {
                return false;
            }
        }

        return true;
    }
}
