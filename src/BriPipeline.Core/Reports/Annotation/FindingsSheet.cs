using System.Globalization;
using System.Xml;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>The first sheet of an annotated workbook: every finding in the order in which one would correct it, each linked to
/// its cell.</summary>
internal sealed class FindingsSheet
{
    /// <summary>Rows that are written at most; the report says how many more there are.</summary>
    public const int MaxRows = 100_000;

    /// <summary>Of one cell.</summary>
    private const int MaxLetters = 1_000;

    /// <summary>A sheet holds no more links.</summary>
    private const int MaxLinks = 65_000;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const int WrongWidth = 48;
    private const int AdviceWidth = 40;

    private static readonly (string Heading, int Width)[] Columns =
    [
        (AnnotationTexts.Of("heading.number"), 9),
        (AnnotationTexts.Of("heading.severity"), 16),
        (AnnotationTexts.Of("heading.sheet"), 16),
        (AnnotationTexts.Of("heading.cell"), 12),
        (AnnotationTexts.Of("heading.found"), 24),
        .. AnnotationTexts
            .OfEach("heading.wrong", "heading.advice")
            .Select((heading, index) => (heading, index % 2 == 0 ? WrongWidth : AdviceWidth)),
        (AnnotationTexts.Of("heading.code"), 22),
    ];

    private readonly List<(string Cell, string Location)> links = [];
    private readonly XmlWriter writer;
    private readonly int plain;
    private readonly int bold;
    private readonly int heading;
    private readonly int text;
    private readonly int quoted;
    private readonly int link;
    private readonly int answer;
    private readonly int[] toned;
    private int row;

    private FindingsSheet(XmlWriter writer, PackageStyles styles)
    {
        this.writer = writer;
        plain = styles.Add();
        bold = styles.Add(styles.Bold());
        heading = styles.Add(styles.Bold(), isWrapped: true);
        text = styles.Add(isWrapped: true);
        quoted = styles.Add(isWrapped: true, isText: true);
        link = styles.Add(styles.Link(), isWrapped: true);
        answer = styles.Marked(styles.Add(isWrapped: true, format: "@"), Tone.Warning);
        toned = [.. Enum.GetValues<Tone>().Select(tone => styles.Marked(text, tone))];
    }

    /// <summary>A name that no other sheet has.</summary>
    public static string NameAmong(IReadOnlyCollection<string> names)
    {
        var name = "Findings";
        for (var i = 2; names.Contains(name, StringComparer.OrdinalIgnoreCase); i++)
        {
            name = FormattableString.Invariant($"Findings {i}");
        }

        return name;
    }

    /// <param name="findings">In the order of repairs.</param>
    /// <param name="remarks">What is to be said of the file as a whole.</param>
    /// <param name="sheetNames">The sheets of this workbook by the names that findings use.</param>
    public static void Write(
        Stream part,
        PackageStyles styles,
        IReadOnlyList<ReportFinding> findings,
        IReadOnlyList<Question> questions,
        IEnumerable<string> remarks,
        IReadOnlyDictionary<string, string> sheetNames
    )
    {
        using var xml = XmlWriter.Create(part);
        new FindingsSheet(xml, styles).Write(findings, new(questions, sheetNames), remarks, sheetNames);
    }

    private void Write(
        IReadOnlyList<ReportFinding> findings,
        QuestionRows questions,
        IEnumerable<string> remarks,
        IReadOnlyDictionary<string, string> sheetNames
    )
    {
        string[] head = [FindingsSheetMark.Text, .. remarks];
        writer.WriteStartDocument(true);
        writer.WriteStartElement("worksheet", Main);
        var asked = questions.Texts().ToList();
        WriteView(asked.Count == 0 ? head.Length + 1 : 0);
        writer.WriteStartElement("sheetData", Main);
        foreach (var line in head)
        {
            Row([(line, row == 0 ? bold : plain)], isTable: false);
        }

        if (asked.Count > 0)
        {
            Row([.. QuestionRows.Headings.Select(text => (text, heading))]);
            foreach (var (index, texts) in asked.Index())
            {
                Row([.. texts.Select((one, i) => (one, i + 1 == QuestionColumns.Answer ? answer : quoted))]);
                questions.Place(index, row);
            }
        }

        Row([.. Columns.Select(column => (column.Heading, heading))]);
        var headingRow = row;
        for (var i = 0; i < Math.Min(findings.Count, MaxRows); i++)
        {
            Finding(i + 1, findings[i], sheetNames);
        }

        writer.WriteEndElement();
        WriteFoot(headingRow, questions);
        writer.WriteEndElement();
    }

    private void Finding(int number, ReportFinding finding, IReadOnlyDictionary<string, string> sheetNames)
    {
        var place = finding.Cell ?? "";
        var sheet = finding.Sheet is { } name ? sheetNames.GetValueOrDefault(name, name) : "";
        var isLinked = links.Count < MaxLinks && finding.Sheet is not null && sheetNames.ContainsKey(finding.Sheet);
        Row([
            (number.ToString(CultureInfo.InvariantCulture), text),
            (AnnotationTexts.Of($"severity.{finding.Severity}"), toned[(int)Tones.Of(finding)]),
            (sheet, quoted),
            (place.Length == 0 && isLinked ? "→" : place, isLinked ? link : text),
            (finding.Raw ?? "", quoted),
            (finding.SentenceIn(FindingTexts.English), quoted),
            (finding.Advice, quoted),
            (finding.SentenceIn(FindingTexts.Russian), quoted),
            (finding.AdviceIn(FindingTexts.Russian), quoted),
            (finding.Code, text),
        ]);
        if (isLinked)
        {
            var target = place.Length == 0 ? "A1" : place;
            links.Add(
                (new CellAddress(row, 4).ToString(), $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{target}")
            );
        }
    }

    private void Row((string Text, int Style)[] cells, bool isTable = true)
    {
        row++;
        writer.WriteStartElement("row", Main);
        writer.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
        if (isTable)
        {
            // Not every program finds the height of wrapped text itself.
            var lines = cells.Take(Columns.Length).Select((cell, i) => LinesOf(cell.Text, Columns[i].Width)).Max();
            writer.WriteAttributeString("ht", Math.Min(400, 16 * lines).ToString(CultureInfo.InvariantCulture));
            writer.WriteAttributeString("customHeight", "1");
        }

        for (var i = 0; i < cells.Length; i++)
        {
            writer.WriteStartElement("c", Main);
            writer.WriteAttributeString("r", new CellAddress(row, i + 1).ToString());
            writer.WriteAttributeString("s", cells[i].Style.ToString(CultureInfo.InvariantCulture));
            if (cells[i].Text.Length > 0)
            {
                WriteText(writer, CellText.Clean(cells[i].Text, isTable ? MaxLetters : CellText.MaxLetters));
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static int LinesOf(string text, int width) =>
        text.Length == 0
            ? 1
            : text[..Math.Min(text.Length, MaxLetters)].Split('\n').Sum(line => (line.Length / width) + 1);

    /// <summary>A cell's text, which no program takes for a formula.</summary>
    internal static void WriteText(XmlWriter writer, string clean)
    {
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", Main);
        writer.WriteStartElement("t", Main);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(clean);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    /// <param name="frozen">Rows that stay in view; 0 for none.</param>
    private void WriteView(int frozen)
    {
        writer.WriteRaw(
            FormattableString.Invariant(
                $"""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0">{(frozen == 0 ? "" : FormattableString.Invariant($"""<pane ySplit="{frozen}" topLeftCell="A{frozen + 1}" activePane="bottomLeft" state="frozen"/>"""))}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>"""
            )
        );
        for (var i = 0; i < Columns.Length; i++)
        {
            writer.WriteRaw(
                FormattableString.Invariant(
                    $"""<col min="{i + 1}" max="{i + 1}" width="{Columns[i].Width}" customWidth="1"/>"""
                )
            );
        }

        writer.WriteRaw(
            FormattableString.Invariant(
                $"""<col min="{QuestionColumns.About}" max="{QuestionColumns.LastChoice}" width="9" hidden="1" customWidth="1"/></cols>"""
            )
        );
    }

    private void WriteFoot(int headingRow, QuestionRows questions)
    {
        var last = new CellAddress(Math.Max(row, headingRow), Columns.Length);
        writer.WriteRaw(FormattableString.Invariant($"""<autoFilter ref="A{headingRow}:{last}"/>"""));
        questions.WriteLists(writer, Main);
        if (links.Count > 0)
        {
            writer.WriteStartElement("hyperlinks", Main);
            foreach (var (cell, location) in links)
            {
                writer.WriteStartElement("hyperlink", Main);
                writer.WriteAttributeString("ref", cell);
                writer.WriteAttributeString("location", location);
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        writer.WriteRaw("""<pageSetup orientation="landscape" fitToHeight="0"/>""");
    }
}
