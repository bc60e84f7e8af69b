using BriPipeline.Core.Office;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BriPipeline.Core.Summaries.Documents;

/// <summary>A document as DOCX: real headings, tables with captions and repeated headings, charts with their series, links to the sources.</summary>
public sealed class DocxDocument
{
    private const int TableTwips = 9638;

    /// <summary>With its heading: some half of a page.</summary>
    private const int MaxKeptRows = 20;

    private readonly SummaryDocument document;
    private readonly SummaryTexts texts;
    private readonly DocumentLinks links;
    private readonly DocumentNumbers numbers;
    private readonly MainDocumentPart main;
    private readonly DocxDrawings drawings;
    private uint ids;

    private DocxDocument(SummaryDocument document, SummaryTexts texts, MainDocumentPart main)
    {
        (this.document, this.texts, this.main) = (document, texts, main);
        links = new DocumentLinks(document);
        numbers = new DocumentNumbers(texts);
        drawings = new DocxDrawings(main, texts["group"], () => ++ids);
    }

    /// <summary>The same arguments give the same bytes.</summary>
    public static byte[] Write(SummaryDocument document, SummaryTexts texts)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = document.Title;
            package.PackageProperties.Language = document.Language;
            var part = package.AddMainDocumentPart();
            part.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocxStyles.Of(document.Language);
            part.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = DocxStyles.Bullets;
            new DocxDocument(document, texts, part).Write();
        }

        return OfficePackage.Normalise(stream.ToArray());
    }

    private void Write()
    {
        var body = new Body();
        body.Append(Office());
        foreach (var block in document.Blocks)
        {
            body.Append(Block(block));
        }

        var footer = main.AddNewPart<FooterPart>("footer");
        footer.Footer = new Footer(
            new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Right }),
                new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" }
            )
        );
        body.Append(
            new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = "footer" },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin
                {
                    Top = 1134,
                    Bottom = 1134,
                    Left = 1134,
                    Right = 1134,
                    Header = 567,
                    Footer = 567,
                }
            )
        );
        main.Document = new Document(body);
    }

    private IEnumerable<OpenXmlElement> Office()
    {
        if (drawings.Logo(document.Office, document.Language) is { } logo)
        {
            yield return logo;
        }

        if (document.Office.NameIn(document.Language) is { } name)
        {
            yield return Paragraph("Office", name);
        }
    }

    private IEnumerable<OpenXmlElement> Block(DocumentBlock block) =>
        block switch
        {
            HeadingBlock { Level: 1 } heading => [Paragraph("Title", heading.Text)],
            HeadingBlock { IsAnnex: true } annex =>
            [
                new Paragraph(
                    new ParagraphProperties(new ParagraphStyleId { Val = "Heading1" }, new PageBreakBefore()),
                    new Run(Text(annex.Text))
                ),
            ],
            HeadingBlock heading => [Paragraph("Heading1", heading.Text)],
            TextBlock text =>
            [
                Paragraph(
                    text.Kind switch
                    {
                        TextKind.State => "State",
                        TextKind.Watermark => "Watermark",
                        _ => null,
                    },
                    [.. text.Runs.SelectMany(Run)]
                ),
            ],
            ListBlock list => list.Items.Select(item => Paragraph("ListBullet", [.. item.SelectMany(Run)])),
            TableBlock table => Table(table),
            ChartBlock chart => [drawings.Chart(chart), Paragraph("Caption", numbers.Caption(chart))],
            _ => throw new InvalidOperationException($"No document prints {block.GetType().Name}."),
        };

    private IEnumerable<OpenXmlElement> Run(TextRun run) =>
        run.Mark is { } mark ? [Link(run.Rows ?? [], run.Text), Mark(mark)] : [Link(run.Rows ?? [], run.Text)];

    private static Run Mark(SummaryMark mark) =>
        new(new RunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }), Text(mark.Sign));

    private IEnumerable<OpenXmlElement> Table(TableBlock table)
    {
        var isSources = IsSources(table);
        yield return new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "Caption" }, new KeepNext()),
            new Run(Text(numbers.Caption(table)))
        );
        var widths = WidthsOf(table);
        var isText = table.TextColumns();
        var element = new Table(
            new TableProperties(
                new TableStyle { Val = "Figures" },
                new TableWidth { Width = Twips(TableTwips), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { FirstRow = true, Val = "0020" },
                new TableCaption { Val = table.Caption }
            ),
            new TableGrid(widths.Select(width => new GridColumn { Width = Twips(width) }))
        );
        element.Append(
            new TableRow([
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. table.Headings.Select(
                    (heading, column) =>
                        Cell(
                            heading.Length == 0 ? [] : [new Run(Text(heading))],
                            isText[column],
                            isSources,
                            widths[column]
                        )
                ),
            ])
        );
        element.Append(table.Lines.Select((line, index) => Line(table, line, index + 1, isText, widths)));
        KeepTogether(element);
        yield return element;
        yield return new Paragraph();
    }

    /// <summary>A short table on one page, of a longer one the heading with its first row.</summary>
    private static void KeepTogether(Table table)
    {
        var rows = table.Elements<TableRow>().ToList();
        foreach (var row in rows.Take(rows.Count > MaxKeptRows ? 1 : rows.Count - 1))
        {
            foreach (var paragraph in row.Descendants<Paragraph>())
            {
                paragraph.ParagraphProperties!.KeepNext = new KeepNext();
            }
        }
    }

    private static bool IsSources(TableBlock table) => table.Id is SourceSection.Id or SourceSection.SumsId;

    private TableRow Line(TableBlock table, IReadOnlyList<DocumentCell> line, int number, bool[] isText, int[] widths)
    {
        var isSources = IsSources(table);
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        foreach (var (cell, column) in line.Select((cell, column) => (cell, column)))
        {
            List<OpenXmlElement> content =
                cell.Kind == CellKind.Links
                    ?
                    [
                        .. links
                            .RangesOf(cell.Rows)
                            .SelectMany(
                                (range, index) =>
                                    new OpenXmlElement[]
                                    {
                                        new Run(Text(index == 0 ? "" : ", ")),
                                        Link([range.First], range.Text),
                                    }
                            ),
                    ]
                    : [Link(cell.Rows, cell.Text)];
            content.AddRange(cell.Marks.Select(Mark));
            if (column == 0 && isSources)
            {
                var name = DocumentLinks.Anchor(table.Id == SourceSection.Id ? "r" : "s", number);
                var id = (++ids).ToString(System.Globalization.CultureInfo.InvariantCulture);
                content.Insert(0, new BookmarkStart { Id = id, Name = name });
                content.Add(new BookmarkEnd { Id = id });
            }

            row.Append(Cell(content, isText[column], isSources, widths[column]));
        }

        return row;
    }

    private static TableCell Cell(IReadOnlyList<OpenXmlElement> content, bool isText, bool isSmall, int width) =>
        new(
            new TableCellProperties(new TableCellWidth { Width = Twips(width), Type = TableWidthUnitValues.Dxa }),
            new Paragraph([
                new ParagraphProperties(
                    new ParagraphStyleId { Val = isSmall ? "Small" : "Cell" },
                    new Justification { Val = isText ? JustificationValues.Left : JustificationValues.Right }
                ),
                .. content,
            ])
        );

    /// <summary>The text's width shared out: to each column its longest word, what is left by how much its longest text lacks.</summary>
    private static int[] WidthsOf(TableBlock table)
    {
        var columns = table.Headings.Select(
            (heading, column) => DocumentWidths.Of(heading, table.Lines.Select(line => line[column]))
        );
        return [.. DocumentWidths.Share([.. columns]).Select(share => (int)(TableTwips * share))];
    }

    private static string Twips(int twips) => twips.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private OpenXmlElement Link(IReadOnlyList<string> rows, string text) =>
        links.AnchorOf(rows) is { } anchor
            ? new Hyperlink(new Run(Text(text)))
            {
                Anchor = anchor,
                Tooltip = Tooltip(rows),
                History = true,
            }
            : new Run(Text(text));

    /// <summary>Tooltips are short by the format.</summary>
    private static string Tooltip(IReadOnlyList<string> rows)
    {
        const int Longest = 250;
        var text = string.Join(" + ", rows.Take(2));
        return text.Length > Longest ? text[..Longest] : text;
    }

    private static Paragraph Paragraph(string style, string text) => Paragraph(style, [new Run(Text(text))]);

    private static Paragraph Paragraph(string? style, IReadOnlyList<OpenXmlElement> content) =>
        style is null
            ? new Paragraph(content)
            : new Paragraph([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    private static Text Text(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };
}
