using BriPipeline.Core.Checks;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Observations;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>A refusal that a person could lift is a question (DESIGN section 10); every other one gives its reason.</summary>
public sealed class RefusalTests
{
    private static readonly Lazy<Dictionary<string, HashSet<QuestionKind>>> Asked = new(() =>
    {
        var asked = new Dictionary<string, HashSet<QuestionKind>>(StringComparer.Ordinal);
        foreach (var finding in GoldenReading.Names.SelectMany(Findings).Where(finding => finding.Ask is not null))
        {
            (asked.TryGetValue(finding.Code.Id, out var kinds) ? kinds : asked[finding.Code.Id] = []).Add(
                finding.Ask!.Kind
            );
        }

        return asked;
    });

    private static readonly Lazy<Dictionary<string, string>> Documented = new(() => Table("| refused until answered"));
    private static readonly Lazy<Dictionary<string, string>> Faults = new(() => Table("| refused, not asked"));

    public static TheoryData<string> Refusals =>
        [.. FindingCodes.All.Values.Where(code => code.Severity >= Severity.RejectCell).Select(code => code.Id)];

    /// <summary>A new code must decide: a row of docs/questions.md with the kinds of its questions, all of which are seen, or with the
    /// reason why nobody is asked.</summary>
    [Theory]
    [MemberData(nameof(Refusals))]
    public void Refusal_IsAskedOrSaysWhyNot(string code)
    {
        var reason = Faults.Value.GetValueOrDefault(code);
        var kinds = Documented.Value.GetValueOrDefault(code, "");

        Assert.Equal(string.Join(", ", Seen(code).Order(StringComparer.Ordinal)), kinds);
        Assert.True(
            kinds.Length > 0 || reason is { Length: > 10 },
            $"{code} is neither asked nor in docs/questions.md."
        );
        // What is asked in some files and not in others says in which it is not.
        Assert.True(
            kinds.Length == 0 || reason is null || reason.StartsWith("Where ", StringComparison.Ordinal),
            $"{code} is asked, and docs/questions.md says that it is not."
        );
    }

    [Fact]
    public void Tables_NameOnlyRefusals() =>
        Assert.Empty(
            Documented
                .Value.Keys.Concat(Faults.Value.Keys)
                .Except(Refusals.Select(row => row.Data), StringComparer.Ordinal)
        );

    private static IEnumerable<string> Seen(string id)
    {
        var kinds = Asked.Value.GetValueOrDefault(id, []);
        var code = FindingCodes.All[id];
        if (Doubts.Contains(code))
        {
            var doubt = new Doubt(code, new("", new(2, 2), "1"), 1, "", "", "", "", "", "", "");
            kinds = [.. kinds, DoubtQuestions.Settle([doubt], AnswerBook.Empty).Findings[0].Ask!.Kind];
        }

        if (code == FindingCodes.PeriodConflict)
        {
            kinds = [.. kinds, PlaceText.Refuse(code, "A1", "2022", "the sheet's name", "2023").Ask!.Kind];
        }

        return kinds.Select(kind => kind.ToString().ToLowerInvariant()).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Refusals that checks raise about figures; no small workbook has each of them.</summary>
    private static IReadOnlyList<FindingCode> Doubts =>
        [
            .. FindingCodes.Gate,
            FindingCodes.QuantityOfNothing,
            FindingCodes.CurrencyRedenominated,
            FindingCodes.GroupOfOtherDays,
            FindingCodes.MonthsCumulative,
            FindingCodes.PeriodRepeated,
            FindingCodes.TotalIsNone,
            FindingCodes.TotalOfOneGroup,
            FindingCodes.YearIncomplete,
        ];

    private static Dictionary<string, string> Table(string head) =>
        File.ReadLines(Path.Combine(RepositoryFiles.Root, "docs", "questions.md"))
            .SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .ToDictionary(
                cells => cells[1].Trim('`'),
                cells => cells[2].Replace("`", "", StringComparison.Ordinal),
                StringComparer.Ordinal
            );

    /// <summary>A golden workbook, the refusal in it, the kind of its question, and how many figures the best answer stores.</summary>
    [Theory]
    [InlineData("two-columns-of-partners", "area-columns-unclear", QuestionKind.Column, 5)]
    [InlineData("total-below-a-group", "area-labels-disagree", QuestionKind.Contradiction, 1)]
    [InlineData("status-codes-of-no-format", "status-not-modelled", QuestionKind.Limit, 1)]
    [InlineData("scaled-format", "value-scaled", QuestionKind.Contradiction, 9)]
    [InlineData("two-years-or-a-month", "dimension-unclear", QuestionKind.Period, 2)]
    [InlineData("format-conflict", "format-conflict", QuestionKind.Contradiction, 1)]
    public void Question_StoresWhatWasRefused(string name, string code, QuestionKind kind, int figures)
    {
        var golden = GoldenReading.Of(name);
        var reading = Read(golden);
        var asks = reading
            .Findings.Where(finding => finding.Code.Id == code)
            .Select(finding => finding.Ask)
            .OfType<Ask>()
            .ToList();

        var question = Questions.Of(reading).First(one => asks.Exists(ask => ask.About == one.About));

        Assert.Equal(kind, question.Kind);
        Assert.Equal(figures, question.Options.Max(option => option.Adds));
    }

    private const string Sdmx =
        "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,FLOW,COMMODITY,UNIT_MEASURE,UNIT_MULT,TIME_PERIOD,OBS_VALUE\n"
        + "KZ:TRADE(1.0),A,KAZ,CHN,X,_T,USD,3,2022,13165.8\n";

    /// <summary>A text, the refusal of its last row, and the answer that stores the figure of that row.</summary>
    [Theory]
    [InlineData(
        Sdmx + "KZ:TRADE(1.0),A,KAZ,RUS,X,_T,SOUMS,3,2022,9.9\n",
        "format-code-unknown",
        QuestionKind.Unit,
        "SOUMS",
        "UZS",
        "KAZ RUS X TOTAL UZS 2022"
    )]
    [InlineData(
        Sdmx + "KZ:TRADE(1.0),A,KAZ,RUS,X,OILSEEDS,USD,3,2022,9.9\n",
        "format-code-unknown",
        QuestionKind.Commodity,
        "OILSEEDS",
        "HS.12",
        "KAZ RUS X HS.12 USD 2022"
    )]
    [InlineData(
        "Exports of Kazakhstan by country (million USD),,\nCountry,Seasonal adjustment,2022\n"
            + "China,Seasonally adjusted,1.5\nItaly,Seasonally adjusted,2.5\nRussia,,3.5\n",
        "variant-unclear",
        QuestionKind.Limit,
        "Seasonal adjustment",
        "no",
        "KAZ RUS X TOTAL USD 2022"
    )]
    public void Answer_StoresTheRowThatWasRefused(
        string text,
        string code,
        QuestionKind kind,
        string about,
        string answer,
        string stored
    )
    {
        var profile = SourceProfile.Parse(
            """{ "name": "case", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }"""
        );
        var before = Read(text, profile);
        var finding = Assert.Single(before.Findings, finding => finding.Code.Id == code);
        Assert.Equal((kind, about), (finding.Ask!.Kind, finding.Ask.About));

        var after = Read(text, profile with { Answers = [new(kind, about, answer)] });

        Assert.DoesNotContain(after.Findings, finding => finding.Code.Id == code);
        Assert.Equal(before.Observations().Count() + 1, after.Observations().Count());
        var key = after.Observations().Last().Key;
        Assert.Equal(
            stored,
            string.Join(' ', key.Reporter, key.Partner, key.Flow, key.Commodity, key.Unit, key.Period)
        );
    }

    private static Reading Read(string text, SourceProfile profile)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return Reading.Read(content, "case.csv", profile);
    }

    private static IReadOnlyList<Finding> Findings(string name) => Read(GoldenReading.Of(name)).Findings;

    private static Reading Read(GoldenReading golden)
    {
        using var content = File.OpenRead(golden.Workbook);
        return Reading.Read(content, Path.GetFileName(golden.Workbook), golden.Profile);
    }
}
