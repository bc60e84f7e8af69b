using BriPipeline.Core.Findings;
using BriPipeline.Core.Sources;

namespace BriPipeline.Core.Tests.Sources;

public sealed class CombinedAnswerTests
{
    [Theory]
    [InlineData("CHN", "Reporter figures CHN")]
    [InlineData("CHN; flow=M", "Reporter figures CHN, Flow figures M")]
    [InlineData(
        "co-banrep; partner=001; unit \"dollars = a; b\"=USD 6",
        "Reporter figures co-banrep, Partner figures 001, Unit dollars = a; b USD 6"
    )]
    [InlineData("CHN; column \"Blorp\"=figures", "Reporter figures CHN, Column Blorp figures")]
    [InlineData("CHN; period=2022", "Reporter figures CHN; period=2022")]
    [InlineData("CHN; nonsense=M", "Reporter figures CHN; nonsense=M")]
    [InlineData("CHN; flow=", "Reporter figures CHN; flow=")]
    [InlineData("B31; B32", "Reporter figures B31; B32")]
    public void PartsOf_GivesTheAnswersThatAChoiceStandsFor(string choice, string parts) =>
        Assert.Equal(
            parts,
            string.Join(
                ", ",
                CombinedAnswer
                    .PartsOf(new(QuestionKind.Reporter, "figures", choice))
                    .Select(part => $"{part.Kind} {part.About} {part.Is}")
            )
        );

    [Fact]
    public void Of_WritesWhatPartsOfReads()
    {
        Answer[] parts =
        [
            new(QuestionKind.Flow, "trade", "X", "*.csv"),
            new(QuestionKind.Unit, "other; words", "USD 3", "*.csv"),
        ];

        Assert.Equal("X; unit \"other; words\"=USD 3", CombinedAnswer.Of(parts));
        Assert.Equal(parts, CombinedAnswer.PartsOf(parts[0] with { Is = CombinedAnswer.Of(parts)! }));
    }

    /// <summary>Nothing is written that could be read otherwise.</summary>
    [Theory]
    [InlineData(QuestionKind.Unit, "a \"quoted\" word", "USD 3")]
    [InlineData(QuestionKind.Period, "trade", "2022")]
    [InlineData(QuestionKind.Unit, "trade", "a=b")]
    public void Of_GivesNothing_WhereItCannotBeWritten(QuestionKind kind, string about, string code) =>
        Assert.Null(CombinedAnswer.Of([new(QuestionKind.Flow, "trade", "X"), new(kind, about, code)]));

    [Theory]
    [InlineData(QuestionKind.Reporter, "CHN; flow=M", true)]
    [InlineData(QuestionKind.Reporter, "CHN; flow=exports", false)]
    [InlineData(QuestionKind.Reporter, "China; flow=M", false)]
    [InlineData(QuestionKind.Flow, "X; commodity=TOTAL", true)]
    [InlineData(QuestionKind.Flow, "X; commodity=leave-out", true)]
    public void Wrong_ChecksEachPart(QuestionKind kind, string answer, bool isRight) =>
        Assert.Equal(isRight, AnswerCodes.Wrong(kind, answer) is null);
}
