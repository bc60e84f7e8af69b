using System.Globalization;
using System.Xml;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Trade;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Reports.Annotation;

/// <summary>The open questions as rows of the first sheet of an annotated workbook, each with a drop-down list of its choices.</summary>
internal sealed class QuestionRows(IReadOnlyList<Question> questions, IReadOnlyDictionary<string, string> sheetNames)
{
    private readonly List<(string Cell, string List, bool IsFree)> lists = [];

    public static IReadOnlyList<string> Headings { get; } =
    [
        AnnotationTexts.Of("heading.number"),
        "",
        AnnotationTexts.Of("heading.sheet"),
        AnnotationTexts.Of("heading.cell"),
        AnnotationTexts.Of("heading.answer"),
        .. AnnotationTexts.OfEach("heading.question", "heading.choices"),
        AnnotationTexts.Of("heading.kind"),
    ];

    /// <summary>The texts of each row, to the last hidden column that it needs.</summary>
    public IEnumerable<string[]> Texts() => questions.Select((question, index) => TextsOf(question, index + 1));

    /// <summary>Tells where a row of <see cref="Texts"/> was written.</summary>
    public void Place(int index, int row)
    {
        var choices = questions[index].Options.Count;
        var first = CellAddress.ColumnLetters(QuestionColumns.FirstChoice);
        var last = CellAddress.ColumnLetters(
            Math.Min(QuestionColumns.FirstChoice + choices - 1, QuestionColumns.LastChoice)
        );
        lists.Add(
            (
                new CellAddress(row, QuestionColumns.Answer).ToString(),
                string.Create(CultureInfo.InvariantCulture, $"${first}${row}:${last}${row}"),
                questions[index].Free is not null
            )
        );
    }

    /// <summary>The drop-down lists; behind the filter of the sheet and before its links.</summary>
    public void WriteLists(XmlWriter writer, string main)
    {
        if (lists.Count == 0)
        {
            return;
        }

        writer.WriteStartElement("dataValidations", main);
        writer.WriteAttributeString("count", lists.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var (cell, list, isFree) in lists)
        {
            writer.WriteStartElement("dataValidation", main);
            writer.WriteAttributeString("type", "list");
            writer.WriteAttributeString("allowBlank", "1");
            writer.WriteAttributeString("showInputMessage", "1");
            if (!isFree)
            {
                writer.WriteAttributeString("showErrorMessage", "1");
            }

            writer.WriteAttributeString("sqref", cell);
            writer.WriteElementString("formula1", main, list);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private string[] TextsOf(Question question, int number)
    {
        var texts = new string[
            Math.Min(QuestionColumns.FirstChoice + question.Options.Count - 1, QuestionColumns.LastChoice)
        ];
        Array.Fill(texts, "");
        Set(1, QuestionColumns.Mark + number.ToString(CultureInfo.InvariantCulture));
        Set(2, AnnotationTexts.Of("question"));
        Set(3, question.Sheet is { } sheet ? sheetNames.GetValueOrDefault(sheet, sheet) : "");
        Set(4, question.Cells?.Split(' ')[0] ?? "");
        Set(6, question.Text.En);
        Set(7, ChoicesIn("en"));
        Set(8, question.Text.Ru);
        Set(9, ChoicesIn("ru"));
        Set(QuestionColumns.Kind, question.Kind.ToString().ToLowerInvariant());
        Set(QuestionColumns.About, question.About);
        Set(QuestionColumns.Files, question.Files ?? "");
        foreach (
            var (index, option) in question
                .Options.Take(QuestionColumns.LastChoice - QuestionColumns.FirstChoice + 1)
                .Index()
        )
        {
            var text = option.Text.En == option.Text.Ru ? option.Text.En : $"{option.Text.En} · {option.Text.Ru}";
            Set(QuestionColumns.FirstChoice + index, QuestionColumns.ChoiceOf(option.Is, text));
        }

        return texts;

        void Set(int column, string text) => texts[column - 1] = text;

        string ChoicesIn(string language) =>
            string.Join(
                '\n',
                question
                    .Options.Select(option => $"{option.Text.In(language)}: {option.Why.In(language)}")
                    .Append(question.Free is null ? "" : AnnotationTexts.In(language, "free"))
                    .Where(line => line.Length > 0)
            );
    }
}
