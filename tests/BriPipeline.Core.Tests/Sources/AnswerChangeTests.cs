using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Workbooks;
using BriPipeline.Core.Workbooks;
using Reading = BriPipeline.Core.Readings.Reading;

namespace BriPipeline.Core.Tests.Sources;

public sealed class AnswerChangeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);

    private static readonly SourceProfile Profile = SourceProfile.Unknown("answers");

    [Fact]
    public void Apply_ReplacesTheAnswerToTheSameQuestionOfTheSameFiles()
    {
        var first = Apply(Profile, new(QuestionKind.Area, "Far abroad", "_NON_CIS"), "A");

        var second = Apply(first, new(QuestionKind.Area, "FAR  ABROAD", "_OTHER"), "B");

        Assert.Equal(("_OTHER", "B"), (Assert.Single(second.Answers!).Is, second.Answers![0].By));
    }

    [Fact]
    public void Apply_KeepsWhoAnswered_WhereTheAnswerIsTheSame()
    {
        var first = Apply(Profile, new(QuestionKind.Area, "Far abroad", "_NON_CIS"), "A");

        var second = Apply(first, new(QuestionKind.Area, "Far abroad", "_NON_CIS"), "B");

        Assert.Equal(first.ToJson(), second.ToJson());
    }

    [Fact]
    public void Apply_KeepsAnswersForOtherFilesApart()
    {
        var exports = Apply(Profile, new(QuestionKind.Flow, "Trade", "X", "exports_*.csv"), "A");

        var both = Apply(exports, new(QuestionKind.Flow, "Trade", "M", "imports_*.csv"), "A");

        Assert.Equal(["X", "M"], both.Answers!.Select(answer => answer.Is));
    }

    /// <summary>Answers, changes and withdrawals in any order: once all are withdrawn, figures and questions are as at first.</summary>
    [Fact]
    public void Apply_LeavesNoTrace_OnceEveryAnswerIsWithdrawn()
    {
        var before = Ask(Profile);
        var asked = Questions.Of(before);
        Assert.NotEmpty(asked);
        var (questions, figures) = (Written(before), before.Observations().ToList());
        for (var run = 0; run < 1_000; run++)
        {
            var random = new Random(run);
            var profile = Profile;
            for (var step = random.Next(1, 8); step > 0; step--)
            {
                var question = asked[random.Next(asked.Count)];
                string?[] answers = [.. question.Options.Select(option => option.Is), null];
                profile = Apply(profile, ChangeOf(question, answers[random.Next(answers.Length)]), "A");
                Assert.Equal(profile.ToJson(), SourceProfile.Parse(profile.ToJson()).ToJson());
            }

            foreach (var answer in (profile.Answers ?? []).OrderBy(_ => random.Next()))
            {
                profile = Apply(profile, new(answer.Kind, answer.About, null, answer.Files), "A");
            }

            Assert.Equal(Profile.ToJson(), profile.ToJson());
        }

        var after = Ask(Profile);
        Assert.Equal(questions, Written(after));
        Assert.Equal(figures, after.Observations());
    }

    private static AnswerChange ChangeOf(Question question, string? code) =>
        new(question.Kind, question.About, code, question.Files);

    private static SourceProfile Apply(SourceProfile profile, AnswerChange change, string by) =>
        AnswerChange.Apply(profile, [change], by, Now);

    private static Reading Ask(SourceProfile profile) =>
        Reading.Of(
            new Workbook(
                "trade.xlsx",
                WorkbookFormat.Xlsx,
                [
                    Grid.Draw(
                        """
                        Trade by country
                        Country | 2022 | 2023 | Blorp
                        Farland | 10 | 12 | 3
                        China | 1.5 | 2.5 | 4
                        """
                    ),
                ]
            ),
            profile
        );

    private static string Written(Reading reading) => QuestionJson.Write(new FileQuestions("a", Questions.Of(reading)));
}
