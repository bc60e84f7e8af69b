using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Reading = BriPipeline.Core.Readings.Reading;

namespace BriPipeline.Core.Tests.Reports.Annotation;

/// <summary>The questions on the first sheet of an annotated workbook, and the choices that come back with it.</summary>
public sealed class AnnotatedQuestionsTests
{
    private const string Table = "Trade by country,,\nCountry,2022,2023\nFarland,10,12\nChina,1.5,2.5\n";

    private static readonly SourceProfile Profile = SourceProfile.Unknown("annotated");

    [Fact]
    public void Sheet_ListsEveryQuestion_WithADropDownListOfItsChoices()
    {
        using var copy = Annotate(out var questions);

        Assert.Empty(copy.Errors());
        var lists = copy.Part(copy.SheetNames[0]).Worksheet!.Descendants<DataValidation>().ToList();
        Assert.Equal(questions.Count, lists.Count);
        foreach (var (list, question) in lists.Zip(questions))
        {
            var row = list.SequenceOfReferences!.InnerText![1..];
            Assert.Equal("E" + row, list.SequenceOfReferences!.InnerText);
            Assert.Equal(question.Text.En, Text(copy, "F" + row));
            Assert.Equal(question.About, Text(copy, "L" + row));
            Assert.Equal("FFFFEC9A", copy.Colour(copy.Cell(copy.SheetNames[0], "E" + row)!));
            // What is typed in may be another code only where a list of codes stands behind the question.
            Assert.Equal(question.Free is null, list.ShowErrorMessage?.Value ?? false);
            Assert.EndsWith($"[{question.Options[0].Is}]", Text(copy, "N" + row), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_TakesNothing_WhereNothingWasChosen()
    {
        using var copy = Annotate(out var questions);

        var reading = Read(copy.Bytes);

        Assert.Empty(reading.Given);
        Assert.Equal(questions.Select(Subject), Questions.Of(reading).Select(Subject));
    }

    [Fact]
    public void Read_TakesWhatWasChosenOrTyped_ForBothNamesOfTheFile()
    {
        using var copy = Annotate(out var questions);
        var flow = questions.Single(question => question.Kind == QuestionKind.Flow);
        var area = questions.Single(question => question.Kind == QuestionKind.Area);

        var reading = Read(Choose(copy, (flow, Text(copy, "N" + RowOf(copy, flow))), (area, "Uzbekistan")));

        Assert.Equal(
            [
                (QuestionKind.Flow, flow.Options[0].Is, flow.Files),
                (QuestionKind.Flow, flow.Options[0].Is, "trade_*.xlsx"),
                (QuestionKind.Area, "UZB", null),
            ],
            reading
                .Given.OrderByDescending(given => given.Kind == QuestionKind.Flow)
                .Select(given => (given.Kind, given.Is, given.Files))
        );
        Assert.DoesNotContain(
            Questions.Of(reading.WithGiven()),
            question => question.Kind is QuestionKind.Flow or QuestionKind.Area
        );
    }

    [Fact]
    public void Read_TakesNoTextThatIsNoAnswer()
    {
        using var copy = Annotate(out var questions);
        var area = questions.Single(question => question.Kind == QuestionKind.Area);

        Assert.Empty(Read(Choose(copy, (area, "=1+1"))).Given);
        Assert.Empty(Read(Choose(copy, (area, "Nowhere [ZZZ]"))).Given);
    }

    private static AnnotatedCopy Annotate(out IReadOnlyList<Question> questions)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(Table));
        var (reading, findings) = AnnotatedCopy.Read(content, "trade_2023.csv", Profile);
        questions = Questions.Of(reading);
        Assert.NotEmpty(questions);
        content.Position = 0;
        return new(content, "trade_2023.csv", findings, questions);
    }

    private static (QuestionKind, string) Subject(Question question) => (question.Kind, question.About);

    private static Reading Read(byte[] book)
    {
        using var content = new MemoryStream(book);
        return Reading.Read(content, "trade_2023.xlsx", Profile);
    }

    private static byte[] Choose(AnnotatedCopy copy, params (Question Question, string Choice)[] choices)
    {
        using var book = new MemoryStream();
        book.Write(copy.Bytes);
        using (var document = SpreadsheetDocument.Open(book, isEditable: true))
        {
            var id = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().First().Id!.Value!;
            var sheet = ((WorksheetPart)document.WorkbookPart.GetPartById(id)).Worksheet!;
            foreach (var (question, choice) in choices)
            {
                var cell = sheet.Descendants<Cell>().Single(one => one.CellReference == "E" + RowOf(copy, question));
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(choice));
            }
        }

        return book.ToArray();
    }

    private static string RowOf(AnnotatedCopy copy, Question question) =>
        copy.Part(copy.SheetNames[0])
            .Worksheet!.Descendants<Cell>()
            .First(cell =>
                cell.CellReference!.Value!.StartsWith('J')
                && string.Equals(copy.TextOf(cell), question.Kind.ToString(), StringComparison.OrdinalIgnoreCase)
            )
            .CellReference!.Value![1..];

    private static string Text(AnnotatedCopy copy, string cell) => copy.TextOf(copy.Cell(copy.SheetNames[0], cell)!);
}
