using System.Text;
using BriPipeline.Core.Office;
using BriPipeline.Core.Summaries.Documents;

namespace BriPipeline.Core.Summaries.Html;

/// <summary>A document as one HTML page: no script, nothing loaded from elsewhere.</summary>
public sealed class HtmlDocument
{
    private readonly SummaryDocument document;
    private readonly SummaryTexts texts;
    private readonly SummaryFormat format;
    private readonly DocumentLinks links;
    private readonly DocumentNumbers numbers;

    private HtmlDocument(SummaryDocument document, SummaryTexts texts)
    {
        (this.document, this.texts) = (document, texts);
        format = new SummaryFormat(texts);
        links = new DocumentLinks(document);
        numbers = new DocumentNumbers(texts);
    }

    /// <summary>The page in UTF-8; the same arguments give the same bytes.</summary>
    public static byte[] Write(SummaryDocument document, SummaryTexts texts) =>
        Encoding.UTF8.GetBytes(new HtmlDocument(document, texts).Page() + "\n");

    private string Page() =>
        Markup
            .Of(
                $"""
                <!DOCTYPE html>
                <html lang="{document.Language}">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>{document.Title}</title>
                <style>
                {HtmlStyle.Sheet}
                </style>
                </head>
                <body>
                {Office()}
                <main>
                {Markup.Join(document.Blocks.TakeWhile(block => !IsAnnex(block)).Select(Block))}
                {Annex([.. document.Blocks.SkipWhile(block => !IsAnnex(block))])}
                </main>
                </body>
                </html>
                """
            )
            .ToString();

    private static bool IsAnnex(DocumentBlock block) => block is HeadingBlock { IsAnnex: true };

    /// <summary>Folded: a link to one of its lines opens it.</summary>
    private Markup Annex(DocumentBlock[] blocks) =>
        blocks is [HeadingBlock heading, .. var rest]
            ? Markup.Of(
                $"""
                <details>
                <summary><h2>{heading.Text}</h2></summary>
                {Markup.Join(rest.Select(Block))}
                </details>
                """
            )
            : default;

    private Markup Office()
    {
        var name = document.Office.NameIn(document.Language);
        var logo = document.Office.LogoSize is null
            ? default
            : Markup.Of(
                $"""<img alt="{name ?? ""}" src="data:image/png;base64,{Convert.ToBase64String(document.Office.Logo.Span)}">"""
            );
        return name is null && document.Office.LogoSize is null
            ? default
            : Markup.Of($"""<header class="office">{logo}<span>{name ?? ""}</span></header>""");
    }

    private Markup Block(DocumentBlock block) =>
        block switch
        {
            HeadingBlock { Level: 1 } heading => Markup.Of($"<h1>{heading.Text}</h1>"),
            HeadingBlock heading => Markup.Of($"<h2>{heading.Text}</h2>"),
            TextBlock { Kind: TextKind.State } text => Markup.Of($"""<p class="draft">{Runs(text.Runs)}</p>"""),
            TextBlock { Kind: TextKind.Watermark } text => Markup.Of($"""<p class="watermark">{Runs(text.Runs)}</p>"""),
            TextBlock text => Markup.Of($"<p>{Runs(text.Runs)}</p>"),
            ListBlock list => Markup.Of(
                $"<ul>\n{Markup.Join(list.Items.Select(item => Markup.Of($"<li>{Runs(item)}</li>")))}\n</ul>"
            ),
            TableBlock table => Table(table),
            ChartBlock chart => Chart(chart),
            _ => throw new InvalidOperationException($"No page prints {block.GetType().Name}."),
        };

    private Markup Runs(IReadOnlyList<TextRun> runs) =>
        Markup.Concatenate(
            runs.Select(run =>
                Markup.Of($"{Link(run.Rows ?? [], run.Text)}{Marks(run.Mark is { } mark ? [mark] : [])}")
            )
        );

    private static Markup Marks(IReadOnlyList<SummaryMark> marks) =>
        Markup.Concatenate(marks.Select(mark => Markup.Of($"""<sup title="{mark.Meaning}">{mark.Sign}</sup>""")));

    private Markup Chart(ChartBlock chart) =>
        Markup.Of(
            $"""
            <figure>
            <div role="img" aria-label="{chart.Title}. {chart.Description}">
            {Markup.OfSvg(ChartSvg.Write(chart, format))}
            </div>
            <figcaption>{numbers.Caption(chart)}</figcaption>
            </figure>
            """
        );

    private Markup Table(TableBlock table)
    {
        var caption = numbers.Caption(table);
        var isText = table.TextColumns();
        return Markup.Of(
            $"""
            <div class="wide" role="region" aria-label="{caption}" tabindex="0">
            <table class="{ClassOf(table)}">
            <caption><span>{caption}</span></caption>
            <thead><tr>{Markup.Concatenate(
                table.Headings.Select((heading, column) =>
                    isText[column]
                        ? Markup.Of($"""<th scope="col" class="text">{heading}</th>""")
                        : Markup.Of($"""<th scope="col">{heading}</th>""")
                )
            )}</tr></thead>
            <tbody>
            {Markup.Join(table.Lines.Select((line, index) => Line(table, isText, line, index + 1)))}
            </tbody>
            </table>
            </div>
            """
        );
    }

    private Markup Line(TableBlock table, bool[] isText, IReadOnlyList<DocumentCell> line, int number)
    {
        var anchor = table.Id switch
        {
            SourceSection.Id => DocumentLinks.Anchor("r", number),
            SourceSection.SumsId => DocumentLinks.Anchor("s", number),
            SourceSection.WorkbooksId => DocumentLinks.Anchor("w", number),
            _ => null,
        };
        var cells = Markup.Concatenate(
            line.Select((cell, column) => Cell(column == table.LabelColumn, isText[column], cell))
        );
        return anchor is null ? Markup.Of($"<tr>{cells}</tr>") : Markup.Of($"""<tr id="{anchor}">{cells}</tr>""");
    }

    private Markup Cell(bool isLabel, bool isText, DocumentCell cell)
    {
        var content =
            cell.Kind == CellKind.Links
                ? Markup.Concatenate(
                    links
                        .RangesOf(cell.Rows)
                        .Select(
                            (range, index) => Markup.Of($"{(index == 0 ? "" : ", ")}{Link([range.First], range.Text)}")
                        )
                )
            : cell.Workbook is { } workbook
                ? Markup.Of($"""<a href="#{DocumentLinks.Anchor("w", workbook)}">{cell.Text}</a>""")
            : cell.Figure is { } figure ? Markup.Of($"""<a href="{AddressOf(figure)}" target="_top">{cell.Text}</a>""")
            : Link(cell.Rows, cell.Text);
        var marks = Marks(cell.Marks);
        return isLabel ? Markup.Of($"""<th scope="row">{content}{marks}</th>""")
            : isText ? Markup.Of($"""<td class="text">{content}{marks}</td>""")
            : Markup.Of($"<td>{content}{marks}</td>");
    }

    /// <summary>The page of a figure: the frame round the document is left for it.</summary>
    private static string AddressOf(string row)
    {
        var bar = row.IndexOf('|', StringComparison.Ordinal);
        return $"/data/figure?pair={row[..bar]}&row={Uri.EscapeDataString(row[(bar + 1)..])}";
    }

    private Markup Link(IReadOnlyList<string> rows, string text) =>
        links.AnchorOf(rows) is { } anchor
            ? Markup.Of($"""<a href="#{anchor}" title="{string.Join(" + ", rows.Take(ShownRows))}">{text}</a>""")
            : Markup.Of($"{text}");

    private const int ShownRows = 2;

    private static string ClassOf(TableBlock table) =>
        table.Id is SourceSection.Id or SourceSection.SumsId ? "sources" : "figures";
}
