using System.Globalization;
using BriPipeline.Core.Office;

namespace BriPipeline.Core.Reports;

/// <summary>Tables and numbers of a report, as its language writes them.</summary>
internal sealed record ReportTables(ReportTexts Texts)
{
    /// <summary>Rows of a list that are printed at most; the files beside the page hold all.</summary>
    private const int Longest = 200;

    /// <summary>A table under a heading; nothing where there are no rows.</summary>
    public Markup Section(string heading, (string Name, string Class)[] columns, List<string[]> rows) =>
        rows.Count == 0
            ? Markup.Of($"")
            : Markup.Of(
                $"""
                <h2>{heading}</h2>
                {Of(columns, rows, rows.Count)}
                """
            );

    /// <param name="all">How many rows there are.</param>
    public Markup Of((string Name, string Class)[] columns, IEnumerable<string[]> rows, int all)
    {
        var head = columns.Select(column =>
            Markup.Of($"""<th scope="col" class="{column.Class}">{column.Name}</th>""")
        );
        var body = rows.Take(Longest)
            .Select(row =>
                Markup.Of(
                    $"<tr>{Markup.Join(row.Select((text, i) => Markup.Of($"""<td class="{columns[i].Class}" data-label="{columns[i].Name}">{text}</td>""")))}</tr>"
                )
            );
        return Markup.Of(
            $"""
            <table>
            <thead><tr>{Markup.Join(head)}</tr></thead>
            <tbody>
            {Markup.Join(body)}
            </tbody>
            </table>
            {(all > Longest ? Markup.Of($"<p>{Say(Texts.More, Number(all - Longest))}</p>") : Markup.Of($""))}
            """
        );
    }

    public static string Say(string template, params string[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, template, [.. arguments]);

    public string Number(decimal? number) =>
        number?.ToString("#,##0.############################", Texts.Numbers) ?? "";

    public string Signed(decimal number) => (number > 0 ? "+" : "") + Number(number);
}
