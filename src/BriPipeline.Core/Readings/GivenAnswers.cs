using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Readings;

/// <summary>The choices that somebody made on the first sheet of an annotated workbook.</summary>
internal static class GivenAnswers
{
    /// <param name="fileName">Under which the workbook came back.</param>
    public static IReadOnlyList<AnswerChange> Of(Workbook workbook, string fileName) =>
        [
            .. workbook
                .Sheets.Where(FindingsSheetMark.IsOn)
                .SelectMany(sheet => Enumerable.Range(1, sheet.RowCount).SelectMany(row => Of(sheet, row, fileName)))
                .Distinct(),
        ];

    private static IEnumerable<AnswerChange> Of(Sheet sheet, int row, string fileName)
    {
        var choice = At(QuestionColumns.Answer);
        if (
            !At(1).StartsWith(QuestionColumns.Mark, StringComparison.Ordinal)
            || choice.Length == 0
            || !Enum.TryParse<QuestionKind>(At(QuestionColumns.Kind), ignoreCase: true, out var kind)
            || !Enum.IsDefined(kind)
        )
        {
            yield break;
        }

        var (about, files) = (At(QuestionColumns.About), At(QuestionColumns.Files));
        var isListed = Enumerable
            .Range(QuestionColumns.FirstChoice, QuestionColumns.LastChoice - QuestionColumns.FirstChoice + 1)
            .Any(column => At(column) == choice);
        // What is typed in must be a code or name of the free list.
        var code = isListed ? QuestionColumns.CodeOf(choice) : AnswerCodes.Find(kind, choice);
        if (code is null || AnswerCodes.Wrong(kind, code) is not null || about.Length == 0)
        {
            yield break;
        }

        yield return new(kind, about, code, files.Length == 0 ? null : files);
        // A copy of a .csv comes back as .xlsx.
        if (files.Length > 0 && !FilePattern.Matches(files, fileName))
        {
            yield return new(kind, about, code, FilePattern.ReachOf(kind, fileName));
        }

        string At(int column) => sheet[row, column].Raw.Trim();
    }
}
