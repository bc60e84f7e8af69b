using System.Text;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Summaries;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Summaries;

public sealed class SummaryRunTests
{
    private const string World = """
        001 X 2022 84_000_000
        001 M 2022 50_000_000
        001 X 2023-07 6_000_000
        001 M 2023-07 5_000_000
        """;

    private static readonly DateOnly Today = new(2023, 8, 1);
    private static readonly TimePeriod Year = TimePeriod.OfYear(2022);

    private readonly InMemoryTrade trade = new();
    private readonly InMemorySummaries summaries = new();
    private readonly InMemoryReference reference = new();
    private readonly InMemoryRegisters registers = new();
    private readonly SummaryRun run;

    public SummaryRunTests()
    {
        trade.Rows.AddRange(TradeTable.Read(World));
        run = new SummaryRun(trade, trade, summaries, reference, registers, TimeProvider.System);
    }

    [Fact]
    public async Task CompileDue_LeavesARecordOfTheRun()
    {
        var before = await run.FindLastAsync(CancellationToken.None);
        summaries.Mark("KAZ", "2022", 7);

        await run.CompileDueAsync(Today, CancellationToken.None);
        var after = await run.FindLastAsync(CancellationToken.None);

        Assert.Null(before);
        Assert.Equal(1, after!.Summaries);
        Assert.Empty(after.Failures);
    }

    [Fact]
    public async Task CompileDue_WritesAnEditionOfEveryMarkedMonthAndYearThatIsOver()
    {
        summaries.Mark("KAZ", "2022", 7);
        summaries.Mark("KAZ", "2023-07", 8);
        summaries.Mark("KAZ", "2023-08", 8);
        summaries.Mark("KAZ", "2023-Q2", 8);
        summaries.Mark("KAZ-CHN", "2022", 8);

        await run.CompileDueAsync(Today, CancellationToken.None);

        Assert.Equal(
            "en.docx en.html en.xlsx facts.json kk.docx kk.html kk.xlsx ru.docx ru.html ru.xlsx zh.docx zh.html zh.xlsx",
            string.Join(
                ' ',
                summaries
                    .Documents.Keys.Where(name => name.StartsWith("KAZ/2022/1/", StringComparison.Ordinal))
                    .Select(name => name["KAZ/2022/1/".Length..])
            )
        );
        Assert.Equal(1, summaries["KAZ", "2023-07"].Edition);
        Assert.Equal(2 * 13, summaries.Documents.Count);
        var record = summaries["KAZ", "2022"];
        Assert.Equal((7, 7, 1), (record.DirtySeq, record.CompiledSeq, record.Edition));
        Assert.False(record.Approved);
        Assert.Equal(
            summaries.Documents.Keys.Where(name => name.StartsWith("KAZ/2022/", StringComparison.Ordinal)),
            record.Documents.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Compile_ReadsCommoditiesOfTheCoarsestLevelOnly()
    {
        foreach (var code in new[] { "HS.27", "HS.72", "HS.270900", "HS.720110", "SITC.3" })
        {
            trade.Rows.AddRange(TradeTable.Read("001 X 2022 9_000_000\n001 X 2021 8_000_000", commodity: code));
        }

        await run.CompileAsync("KAZ", Year, CancellationToken.None);

        Assert.Equal(4, trade.CommodityRows);
        var facts = SummaryFacts.Read(summaries.Documents["KAZ/2022/1/facts.json"]);
        Assert.Equal(["HS.27", "HS.72"], Assert.Single(facts.Commodities!).Largest.Select(one => one.Code));
    }

    [Fact]
    public async Task CompileDue_GivesOneEdition_WhenItRunsTwice()
    {
        summaries.Mark("KAZ", "2022", 7);

        await run.CompileDueAsync(Today, CancellationToken.None);
        await run.CompileDueAsync(Today.AddDays(1), CancellationToken.None);

        Assert.Equal(1, summaries["KAZ", "2022"].Edition);
        Assert.Equal(13, summaries.Documents.Count);
    }

    [Fact]
    public async Task CompileDue_GivesNoNewEdition_WhenAnImportChangedNothingThatIsShown()
    {
        summaries.Mark("KAZ", "2022", 7);
        await run.CompileDueAsync(Today, CancellationToken.None);
        summaries.Mark("KAZ", "2022", 9);

        await run.CompileDueAsync(Today, CancellationToken.None);

        var record = summaries["KAZ", "2022"];
        Assert.Equal((9, 1), (record.CompiledSeq, record.Edition));
    }

    [Fact]
    public async Task CompileDue_GivesNoNewEdition_WhenEqualFiguresWereReprintedElsewhere()
    {
        summaries.Mark("KAZ", "2022", 7);
        await run.CompileDueAsync(Today, CancellationToken.None);
        trade.Rows[0] = trade.Rows[0] with
        {
            Upload = "kz-bns/later.xlsx",
            Sha256 = "0d",
            Edition = "2024-02-15",
            Sheet = "Exports",
            Cell = "C9",
        };
        summaries.Mark("KAZ", "2022", 9);

        await run.CompileDueAsync(Today, CancellationToken.None);

        var record = summaries["KAZ", "2022"];
        Assert.Equal((9, 1), (record.CompiledSeq, record.Edition));
    }

    [Fact]
    public async Task CompileDue_GivesANewEdition_WhenAFigureBecameFinal()
    {
        trade.Rows[0] = trade.Rows[0] with { Status = ObservationStatus.P };
        summaries.Mark("KAZ", "2022", 7);
        await run.CompileDueAsync(Today, CancellationToken.None);
        trade.Rows[0] = trade.Rows[0] with { Status = ObservationStatus.A };
        summaries.Mark("KAZ", "2022", 9);

        await run.CompileDueAsync(Today, CancellationToken.None);

        Assert.Equal(2, summaries["KAZ", "2022"].Edition);
    }

    [Fact]
    public async Task CompileDue_AddsADraftAndKeepsPastEditions_WhenAFigureWasRevised()
    {
        summaries.Mark("KAZ", "2022", 7);
        await run.CompileDueAsync(Today, CancellationToken.None);
        await summaries.PutAsync(summaries["KAZ", "2022"] with { Approved = true }, CancellationToken.None);
        var first = summaries.Documents["KAZ/2022/1/facts.json"];
        trade.Rows[0] = trade.Rows[0] with { Value = 85_000_000 };
        summaries.Mark("KAZ", "2022", 9);

        await run.CompileDueAsync(Today, CancellationToken.None);

        var record = summaries["KAZ", "2022"];
        Assert.Equal((9, 2, false), (record.CompiledSeq, record.Edition, record.Approved));
        Assert.Same(first, summaries.Documents["KAZ/2022/1/facts.json"]);
        Assert.Contains(
            "Edition 2.",
            Encoding.UTF8.GetString(summaries.Documents["KAZ/2022/2/en.html"]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task CompileDue_CompilesTheOthersAndThrows_WhenOneSubjectFails()
    {
        trade.Broken = new Area("AAA");
        summaries.Mark("AAA", "2022", 7);
        summaries.Mark("KAZ", "2022", 7);

        var failure = await Assert.ThrowsAsync<AggregateException>(() =>
            run.CompileDueAsync(Today, CancellationToken.None)
        );

        Assert.Equal("The summary AAA 2022 failed.", Assert.Single(failure.InnerExceptions).Message);
        Assert.Equal(["The summary AAA 2022 failed."], (await run.FindLastAsync(CancellationToken.None))!.Failures);
        Assert.Equal(1, summaries["KAZ", "2022"].Edition);
        Assert.Equal(0, summaries["AAA", "2022"].CompiledSeq);
    }

    [Fact]
    public async Task CompileDue_StaysDueAndSaysWhy_UntilTheFiguresAreComplete()
    {
        trade.Rows.RemoveAt(1);
        summaries.Mark("KAZ", "2022", 7);

        await run.CompileDueAsync(Today, CancellationToken.None);

        var awaiting = summaries["KAZ", "2022"];
        Assert.Equal((0, 0), (awaiting.CompiledSeq, awaiting.Edition));
        Assert.StartsWith(
            "Awaiting 2022: kz-bns in USD has no World imports",
            awaiting.Reason,
            StringComparison.Ordinal
        );
        Assert.Empty(summaries.Documents);

        trade.Rows.AddRange(TradeTable.Read("001 M 2022 50_000_000"));
        await run.CompileDueAsync(Today, CancellationToken.None);

        var compiled = summaries["KAZ", "2022"];
        Assert.Equal((7, 1), (compiled.CompiledSeq, compiled.Edition));
        Assert.Null(compiled.Reason);
    }

    [Fact]
    public async Task Compile_SpeaksFromTheNamedSource_AndNamesItsPublisher()
    {
        trade.Rows.AddRange(TradeTable.Read("001 X 2022 80_000_000\n001 M 2022 49_000_000", source: "kz-nb"));
        var undecided = await run.CompileAsync("KAZ", Year, CancellationToken.None);
        await reference.PutTextAsync(
            "summaries/KAZ.json",
            """{ "source": "kz-nb", "unit": "USD" }""",
            CancellationToken.None
        );
        await reference.PutProfileAsync(
            new SourceProfile { Name = "kz-nb", Publisher = "The <National> Bank" },
            CancellationToken.None
        );

        var decided = await run.CompileAsync("KAZ", Year, CancellationToken.None);

        Assert.Contains("reference/summaries/KAZ.json", undecided.Reason, StringComparison.Ordinal);
        Assert.Null(decided.Reason);
        var html = Encoding.UTF8.GetString(summaries.Documents["KAZ/2022/1/en.html"]);
        Assert.Contains(
            "All figures come from one source: The &lt;National&gt; Bank (kz-nb, USD).",
            html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task CompileDue_FollowsThePairsThatATargetNames_AndThoseOfChoices()
    {
        trade.Rows.AddRange(
            TradeTable.Read(
                """
                CHN X 2022 13_000_000
                CHN M 2022 11_000_000
                RUS X 2022 9_000_000
                RUS M 2022 17_000_000
                UZB X 2022 1_000_000
                UZB M 2022 1_000_000
                """
            )
        );
        registers.Rows.Add(Target("KAZ-CHN"));
        await reference.PutTextAsync(
            "summaries/KAZ-RUS.json",
            """{ "source": "kz-bns", "unit": "USD" }""",
            CancellationToken.None
        );
        summaries.Mark("KAZ", "2022", 7);

        await run.CompileDueAsync(Today, CancellationToken.None);

        Assert.Equal(1, summaries["KAZ-CHN", "2022"].Edition);
        Assert.Equal(1, summaries["KAZ-RUS", "2022"].Edition);
        Assert.Equal(7, summaries["KAZ-CHN", "2022"].CompiledSeq);
        Assert.DoesNotContain(summaries.Documents.Keys, name => name.StartsWith("KAZ-UZB/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CompileDue_GivesANewEdition_WhenARegisterThatNamesTheSummaryChanged()
    {
        trade.Rows.AddRange(TradeTable.Read("CHN X 2022 13_000_000\nCHN M 2022 11_000_000"));
        registers.Rows.Add(Target("KAZ-CHN"));
        summaries.Mark("KAZ", "2022", 7);
        await run.CompileDueAsync(Today, CancellationToken.None);

        registers.Rows[0] = Target("KAZ-CHN") with { Amount = 45_000_000_000 };
        registers.Number = 8;
        await run.CompileDueAsync(Today, CancellationToken.None);
        await run.CompileDueAsync(Today, CancellationToken.None);

        Assert.Equal(2, summaries["KAZ-CHN", "2022"].Edition);
        Assert.Equal(1, summaries["KAZ", "2022"].Edition);
    }

    [Fact]
    public async Task CompileDue_CompilesTheMonthsThatShowARevisedMonth_AndNoOthers()
    {
        trade.Rows.AddRange(
            TradeTable.Read(
                """
                001 X 2023-01 1_000_000
                001 M 2023-01 1_000_000
                001 X 2020-07 1_000_000
                001 M 2020-07 1_000_000
                """
            )
        );
        foreach (var month in new[] { "2020-07", "2023-01", "2023-07" })
        {
            summaries.Mark("KAZ", month, 7);
        }

        await run.CompileDueAsync(Today, CancellationToken.None);
        summaries.Mark("KAZ", "2023-01", 9);
        await run.CompileDueAsync(Today, CancellationToken.None);

        Assert.Equal(9, summaries["KAZ", "2023-07"].CompiledSeq);
        Assert.Equal(7, summaries["KAZ", "2020-07"].CompiledSeq);
    }

    [Fact]
    public async Task Approve_PutsNameAndTimeOnEveryDocument_AndKeepsTheFacts()
    {
        summaries.Mark("KAZ", "2022", 7);
        await run.CompileDueAsync(Today, CancellationToken.None);
        var facts = summaries.Documents["KAZ/2022/1/facts.json"];

        var approved = await run.ApproveAsync("KAZ", Year, "A. Statistician", null, CancellationToken.None);

        Assert.Equal(
            (true, 1, "A. Statistician"),
            (approved!.Approved, approved.ApprovedEdition, approved.Approval!.Name)
        );
        Assert.Equal(facts, summaries.Documents["KAZ/2022/1/facts.json"]);
        foreach (var language in new[] { "en", "ru", "kk", "zh" })
        {
            Assert.Contains(
                "A. Statistician",
                Encoding.UTF8.GetString(summaries.Documents[$"KAZ/2022/1/{language}.html"]),
                StringComparison.Ordinal
            );
        }

        Assert.Null(
            await run.ApproveAsync("KAZ", TimePeriod.OfYear(1999), "A. Statistician", null, CancellationToken.None)
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public async Task Approve_LeavesADraft_WhereFindingsAreOpenAndNoReasonIsGiven(string? reason)
    {
        await CompileDoubtedAsync();

        var record = await run.ApproveAsync("KAZ", Year, "A. Statistician", reason, CancellationToken.None);

        Assert.Equal((false, 0), (record!.Approved, record.ApprovedEdition));
        Assert.False(summaries["KAZ", "2022"].Approved);
    }

    [Fact]
    public async Task Approve_KeepsTheReasonAndPrintsIt_WhereFindingsAreOpen()
    {
        await CompileDoubtedAsync();

        await run.ApproveAsync("KAZ", Year, "A. Statistician", " The source confirmed it. ", CancellationToken.None);

        Assert.Equal("The source confirmed it.", summaries["KAZ", "2022"].Approval!.Reason);
        foreach (var language in new[] { "en", "ru", "kk", "zh" })
        {
            Assert.Contains(
                "The source confirmed it.",
                Encoding.UTF8.GetString(summaries.Documents[$"KAZ/2022/1/{language}.html"]),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Approve_KeepsNoReason_WhereNothingIsOpen()
    {
        await run.CompileAsync("KAZ", Year, CancellationToken.None);

        var record = await run.ApproveAsync("KAZ", Year, "A. Statistician", "Why not", CancellationToken.None);

        Assert.Null(record!.Approval!.Reason);
    }

    [Fact]
    public async Task Compile_LeavesADraft_WhereFindingsAreOpenThoughTheChoiceApprovesAtOnce()
    {
        await reference.PutTextAsync(
            "summaries/KAZ.json",
            """{ "source": "kz-bns", "unit": "USD", "autoApprove": true }""",
            CancellationToken.None
        );

        await CompileDoubtedAsync();

        Assert.False(summaries["KAZ", "2022"].Approved);
    }

    private async Task CompileDoubtedAsync()
    {
        trade.Rows[0] = trade.Rows[0] with { Doubt = "large-revision" };
        await run.CompileAsync("KAZ", Year, CancellationToken.None);
    }

    [Fact]
    public async Task Compile_ApprovesAtOnce_WhereTheChoiceSaysSo()
    {
        await reference.PutTextAsync(
            "summaries/KAZ.json",
            """{ "source": "kz-bns", "unit": "USD", "autoApprove": true }""",
            CancellationToken.None
        );

        var record = await run.CompileAsync("KAZ", Year, CancellationToken.None);

        Assert.Equal((true, 1, "automatic"), (record.Approved, record.ApprovedEdition, record.Approval!.Name));
    }

    private static RegisterRow Target(string subject) =>
        new()
        {
            Kind = RegisterKind.Target,
            Id = "target",
            Subjects = [subject],
            Names = new Dictionary<string, string> { ["en"] = "Trade" },
            Amount = 40_000_000_000,
            Unit = "USD",
            Year = 2022,
            Date = PartialDate.Of(new(2022, 5, 18)),
            Source = "A newspaper",
            SourceDate = new(2022, 9, 7),
            Upload = "registers/a.xlsx",
            Sheet = "targets",
            Cell = "A2",
        };

    [Theory]
    [InlineData("KAZ", "2022", "kz-bns", "No edition: reference/summaries/KAZ.json cannot be read:")]
    [InlineData("KAZ-CHN", "2022", null, "Awaiting 2022: no source has figures of KAZ with CHN for it.")]
    [InlineData("CHN-143", "2022", null, "No edition: CHN-143 is no subject")]
    [InlineData("_BRI-CHN", "2022", null, "No edition: no members of _BRI are known")]
    [InlineData("KAZ", "2022-Q1", null, "No edition: 2022-Q1 is neither a month nor a year.")]
    public async Task Compile_SaysWhy_WhereItCannot(string subject, string period, string? choice, string reason)
    {
        if (choice is not null)
        {
            await reference.PutTextAsync($"summaries/{subject}.json", choice, CancellationToken.None);
        }

        var record = await run.CompileAsync(subject, TimePeriod.Parse(period), CancellationToken.None);

        Assert.StartsWith(reason, record.Reason, StringComparison.Ordinal);
        Assert.Equal(0, record.Edition);
        Assert.Empty(summaries.Documents);
    }
}
