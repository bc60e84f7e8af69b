using System.Text;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Registers;
using BriPipeline.Core.Tests.Summaries.Documents;
using BriPipeline.Core.Tests.Workbooks;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Registers;

public sealed class RegisterReadingTests
{
    private const string Head = "id,subjects,name,amount,unit,year,date,source,source date\n";

    [Fact]
    public void Read_GivesEveryRowOfTheSample_EachWithSourceAndDate()
    {
        var rows = SampleTrade.Registers();

        Assert.Equal(
            [
                RegisterKind.Target,
                RegisterKind.Project,
                RegisterKind.Agreement,
                RegisterKind.Member,
                RegisterKind.Statement,
                RegisterKind.Transit,
            ],
            rows.Select(row => row.Kind).Distinct().Order()
        );
        Assert.All(
            rows,
            row =>
            {
                Assert.NotEmpty(row.Source);
                Assert.Equal(new DateOnly(2023, 9, 7), row.SourceDate);
                Assert.Equal(["en", "kk", "ru", "zh"], row.Names.Keys);
            }
        );
        var target = rows.Single(row => row.Kind == RegisterKind.Target);
        Assert.Equal((40_000_000_000m, "USD", 2023), (target.Amount, target.Unit, target.Year));
        Assert.Contains(rows, row => row is { Amount: 22_000_000_000, Qualifier: "more than" });
        Assert.Contains(rows, row => row is { Amount: 152, Unit: "countries" });
        Assert.Contains(rows, row => row is { Amount: 32, Unit: "international organisations" });
        Assert.Contains(rows, row => row is { Place: "Shymkent" });
        Assert.Equal("A2", target.Cell);
        Assert.Equal("2023-05", target.Date?.ToString());
    }

    /// <summary>Documents mark what a register gives in English only; the sample gives all four languages.</summary>
    [Fact]
    public void Sample_HasPlacesSectorsAndSpeakersInFourLanguages() =>
        Assert.All(
            SampleTrade.Registers(),
            row =>
                Assert.All(
                    new[] { ("place", row.Place), ("sector", row.Sector), ("speaker", row.Speaker) }.Where(word =>
                        word.Item2 is not null
                    ),
                    word =>
                        Assert.All(
                            RegisterColumns.Languages,
                            language => Assert.Contains($"{word.Item1} {language}", row.Words.Keys)
                        )
                )
        );

    [Fact]
    public void Read_LeavesADateOpen_ThatTheSourceDoesNotTell() =>
        Assert.Null(Assert.Single(Read("good,KAZ-CHN,Trade,40,USD,2023,,A paper,2023-09-07\n").Registers).Date);

    [Theory]
    [InlineData(5_001, "at most 5,000 characters")]
    [InlineData(32_000, "at most 5,000 characters")]
    [InlineData(40_000, "a value instead of an error")]
    public void Read_RefusesARowThatStorageCannotHold_AndKeepsTheOthers(int length, string advice)
    {
        var result = Read(
            "good,KAZ-CHN,Trade,40,USD,2023,2023-05-18,A paper,2023-09-07\n"
                + $"long,KAZ-CHN,{new string('n', length)},40,USD,2023,2023-05-18,A paper,2023-09-07\n"
        );

        Assert.Equal(ReadingOutcome.Accepted, result.Outcome);
        Assert.Equal(["good"], result.Registers.Select(row => row.Id));
        Assert.Contains(advice, result.Findings[^1].Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RefusesRowsThatLackOrSpoilAValue_AndKeepsTheOthers()
    {
        var result = Read(
            """
            good,KAZ-CHN,Trade,40,USD,2023,2023-05-18,A paper,2023-09-07
            ,KAZ-CHN,Trade,40,USD,2023,2023-05-18,A paper,2023-09-07
            good,KAZ-CHN,Trade,40,USD,2023,2023-05-18,A paper,2023-09-07
            bad,KAZ-CHN,Trade,forty,USD,2023,2023-05-18,A paper,2023-09-07
            worse,Kazakhstan,Trade,40,USD,2023,18 May 2023,A paper,2023-09-07
            """
        );

        Assert.Equal(ReadingOutcome.Accepted, result.Outcome);
        Assert.Equal("good", Assert.Single(result.Registers).Id);
        Assert.Equal(
            "register-value-missing A3; register-id-twice A4; register-value-unreadable D5; register-value-unreadable B6; register-value-unreadable G6",
            string.Join("; ", result.Findings.Select(finding => $"{finding.Code.Id} {finding.Place}"))
        );
        Assert.Equal("2023-09-07", result.Edition);
    }

    [Fact]
    public void Read_RejectsASheetThatIsNoRegister()
    {
        var result = RegisterReading.Read(new MemoryStream(Encoding.UTF8.GetBytes(Head)), "a.csv");

        Assert.Equal(ReadingOutcome.Rejected, result.Outcome);
        Assert.Equal("register-sheet-unknown", Assert.Single(result.Findings).Code.Id);
    }

    [Theory]
    [InlineData("id,subjects,name,amount,unit,year,date,source", "register-column-missing")]
    [InlineData("id,id,subjects,name,amount,unit,year,date,source,source date", "register-column-twice")]
    [InlineData("id,subjects,name,amount,unit,year,date,source,source date,colour", "register-column-unknown")]
    public void Read_SaysWhatIsWrongWithTheColumns(string head, string code) =>
        Assert.Contains(code, ReadAs("targets", head + "\n").Findings.Select(finding => finding.Code.Id));

    private static ReadingResult Read(string lines) => ReadAs("targets", Head + lines);

    /// <summary>Every value as text, as people type into a sheet.</summary>
    private static ReadingResult ReadAs(string sheet, string csv)
    {
        var rows = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(
                (line, row) =>
                    $"<row r=\"{row + 1}\">"
                    + string.Concat(
                        line.Trim()
                            .Split(',')
                            .Select(
                                (text, column) =>
                                    text.Length == 0
                                        ? ""
                                        : $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
                            )
                    )
                    + "</row>"
            );
        return RegisterReading.Read(new XlsxFile().Sheet(sheet, string.Concat(rows)).ToStream(), "a.xlsx");
    }
}
