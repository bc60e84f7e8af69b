using System.Text;
using Azure.Data.Tables;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;

namespace BriPipeline.Storage.Tests;

/// <summary>Questions and answers through a real reading, ledger, profile and tables.</summary>
public sealed class QuestionImportTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const string Partners = """
        Exports by country,,
        Country,2022,2023
        Farland,10,12
        China,1.5,2.5
        """;

    /// <summary>Columns that say when a row was written: a figure that went and came back names the import that brought it back.</summary>
    private static readonly string[] OfTheFeed = ["odata.etag", "Timestamp", "Seq", "LastChanged"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private StoragePorts Ports { get; } = new(azurite.Account);

    private WorkbookImport Import =>
        new(Ports.Import, (content, name, source) => Reading.Read(content, name, source).ToResult(), new Clock());

    private Answering Answering => new(Ports.Import, Import, new Clock());

    [Fact]
    public async Task Import_StoresWhatIsCertain_AndAsksTheRest()
    {
        await Ports.Reference.PutProfileAsync(
            SourceProfile.Parse(
                """{"name":"ask-part","reporter":"KAZ","defaults":{"unit":"USD","multiplier":6,"commodity":"TOTAL"}}"""
            ),
            Cancellation
        );

        var record = await ImportAsync("ask-part", "partners.csv", Partners);

        Assert.Equal(
            (UploadState.Done, 2, 1, 2),
            (record.State, record.Observations, record.Questions, record.FiguresWaiting)
        );
        var question = Assert.Single(await UploadQuestions.FindAsync(Ports.Reports, record.Report, Cancellation));
        Assert.Equal((QuestionKind.Area, "Farland", 2), (question.Kind, question.About, question.Figures));
    }

    [Fact]
    public async Task Answer_ReadsARejectedFileAgain_AndLeavesNoQuestion()
    {
        var rejected = await ImportAsync("ask-all", "partners.csv", Partners);
        Assert.Equal((UploadState.Rejected, 0), (rejected.State, rejected.Observations));
        var asked = await UploadQuestions.FindAsync(Ports.Reports, rejected.Report, Cancellation);
        Assert.Equal(rejected.Questions, asked.Count);
        Assert.True(rejected.FiguresWaiting is > 0 and <= 4, $"{rejected.FiguresWaiting} figures wait of 4.");

        var answered = await AnswerAsync("ask-all", rejected);

        Assert.Equal(
            (UploadState.Done, 4, 0, 0),
            (answered.State, answered.Observations, answered.Questions, answered.FiguresWaiting)
        );
        Assert.Empty(await UploadQuestions.FindAsync(Ports.Reports, answered.Report, Cancellation));
        var profile = await Ports.Reference.FindProfileAsync("ask-all", Cancellation);
        Assert.All(profile!.Answers!, answer => Assert.Equal("A. Name", answer.By));
        Assert.All(profile.Answers!, answer => Assert.NotNull(answer.At));
    }

    [Fact]
    public async Task Withdraw_AsksWhatWasAskedBefore_AndTakesTheFiguresBack()
    {
        var before = await ImportAsync("ask-back", "partners.csv", Partners);
        var asked = await QuestionsOfAsync(before);
        await AnswerAsync("ask-back", before);
        var answers = (await Ports.Reference.FindProfileAsync("ask-back", Cancellation))!.Answers!;

        await Answering.RememberAsync(
            "ask-back",
            [.. answers.Select(answer => new AnswerChange(answer.Kind, answer.About, null, answer.Files))],
            "A. Name",
            Cancellation
        );
        await Answering.ReadAgainAsync("ask-back", ["partners.csv"], Cancellation);

        var after = await NewestAsync("ask-back");
        Assert.Equal(
            (before.State, before.Questions, before.FiguresWaiting),
            (after.State, after.Questions, after.FiguresWaiting)
        );
        Assert.Equal(asked, await QuestionsOfAsync(after));
        Assert.Equal(before.ProfileSha256, after.ProfileSha256);
    }

    /// <summary>Answers, changes and withdrawals in any order, each read at once: when all are withdrawn, tables, questions and profile are
    /// byte for byte as before. <c>BRI_ROUNDS=250</c> makes 1,000 runs of it.</summary>
    [Fact]
    public async Task Withdraw_LeavesNoTrace_AfterAnyAnswersAndChanges()
    {
        const string Source = "ask-runs";
        await Ports.Reference.PutProfileAsync(
            SourceProfile.Parse(
                $$$"""{"name":"{{{Source}}}","reporter":"KAZ","defaults":{"unit":"USD","multiplier":6,"commodity":"TOTAL"}}"""
            ),
            Cancellation
        );
        var upload = await ImportAsync(
            Source,
            "partners.csv",
            "Exports by country,,\nCountry,2022,2023\nFarland,10,12\nKorea,3,4\nRussia,3,-\nChina,1.5,2.5\nChina,1.5,2.7\n"
        );
        var asked = await UploadQuestions.FindAsync(Ports.Reports, upload.Report, Cancellation);
        Assert.Equal(4, asked.Count);
        var before = await StateAsync(Source);
        for (var run = 0; run < Rounds.Times(4); run++)
        {
            var random = new Random(run);
            for (var step = random.Next(1, 4); step > 0; step--)
            {
                await ChangeAsync(
                    Source,
                    [
                        .. asked
                            .Where(_ => random.Next(2) == 0)
                            .Select(question =>
                                Change(
                                    question,
                                    random.Next(4) == 0
                                        ? null
                                        : question.Options[random.Next(question.Options.Count)].Is
                                )
                            ),
                    ]
                );
            }

            await ChangeAsync(Source, [.. asked.Select(question => Change(question, null))]);

            Assert.Equal(before, await StateAsync(Source));
        }

        static AnswerChange Change(Question question, string? answer) =>
            new(question.Kind, question.About, answer, question.Files);
    }

    private async Task ChangeAsync(string source, IReadOnlyList<AnswerChange> changes)
    {
        await Answering.RememberAsync(source, changes, "A. Name", Cancellation);
        await Answering.ReadAgainAsync(source, ["partners.csv"], Cancellation);
    }

    /// <summary>All that a person or an app sees of a source but the record of what happened.</summary>
    private async Task<string> StateAsync(string source)
    {
        var rows = new StringBuilder();
        foreach (var table in new[] { "Trade", "TradeByPeriod" })
        {
            await foreach (
                var row in azurite
                    .Account.Tables.GetTableClient(table)
                    .QueryAsync<TableEntity>($"Source eq '{source}'", cancellationToken: Cancellation)
            )
            {
                var columns = row.Where(column => !OfTheFeed.Contains(column.Key))
                    .OrderBy(column => column.Key, StringComparer.Ordinal)
                    .Select(column => FormattableString.Invariant($"{column.Key}={column.Value}"));
                rows.Append(string.Join(' ', columns)).Append('\n');
            }
        }

        var profile = await Ports.Reference.FindProfileAsync(source, Cancellation);
        return $"{rows}{await QuestionsOfAsync(await NewestAsync(source))}{profile!.ToJson()}";
    }

    [Fact]
    public async Task FindOthers_NamesTheUploadsThatAskTheSame()
    {
        var first = await ImportAsync("ask-others", "partners-2023.csv", Partners);
        await ImportAsync(
            "ask-others",
            "more/partners-2024.csv",
            Partners.Replace("2023", "2024", StringComparison.Ordinal)
        );
        var asked = await UploadQuestions.FindAsync(Ports.Reports, first.Report, Cancellation);

        var others = await Answering.FindOthersAsync("ask-others", "partners-2023.csv", asked, Cancellation);

        Assert.Equal(["more/partners-2024.csv"], others);
    }

    [Fact]
    public async Task Remember_KeepsEveryAnswer_WhenSeveralComeAtOnce()
    {
        var names = Enumerable.Range(0, 8).Select(i => $"Land of {(char)('A' + i)}s").ToList();

        await Task.WhenAll(
            names.Select(name =>
                Answering.RememberAsync("ask-race", [new(QuestionKind.Area, name, "CHN")], name, Cancellation)
            )
        );

        var profile = await Ports.Reference.FindProfileAsync("ask-race", Cancellation);
        Assert.Equal(names, profile!.Answers!.Select(answer => answer.About).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Import_TakesTheChoicesOfAnAnnotatedWorkbook_AtItsFirstReadingOnly()
    {
        var upload = await ImportAsync("ask-book", "partners.csv", Partners);
        for (var round = 0; round < 2 && upload.Questions > 0; round++)
        {
            var name = $"{upload.Report}/{ImportReport.AnnotatedName(upload.Path)}";
            var annotated = await Ports.Reports.FindAsync(name, Cancellation);
            var chosen = AnsweredWorkbook.Choose(annotated!, kind => CodeFor(kind, "X"));
            upload = await ImportAsync("ask-book", "partners.xlsx", chosen);
        }

        Assert.Equal((UploadState.Done, 4, 0), (upload.State, upload.Observations, upload.Questions));
        var answers = (await Ports.Reference.FindProfileAsync("ask-book", Cancellation))!.Answers!;
        Assert.All(answers, answer => Assert.Equal("partners.xlsx", answer.By));
        await Answering.RememberAsync(
            "ask-book",
            [.. answers.Select(answer => new AnswerChange(answer.Kind, answer.About, null, answer.Files))],
            "A. Name",
            Cancellation
        );
        await Answering.ReadAgainAsync("ask-book", ["partners.xlsx"], Cancellation);
        Assert.Null((await Ports.Reference.FindProfileAsync("ask-book", Cancellation))!.Answers);
        Assert.NotEqual(0, (await NewestAsync("ask-book")).Questions);
    }

    private async Task<UploadRecord> AnswerAsync(string source, UploadRecord upload)
    {
        // What depends on another answer is asked in a second round.
        for (var round = 0; round < 2 && upload.Questions > 0; round++)
        {
            var asked = await UploadQuestions.FindAsync(Ports.Reports, upload.Report, Cancellation);
            await Answering.RememberAsync(
                source,
                [
                    .. asked.Select(question => new AnswerChange(
                        question.Kind,
                        question.About,
                        CodeFor(question),
                        question.Files
                    )),
                ],
                "A. Name",
                Cancellation
            );
            Assert.Equal(1, await Answering.ReadAgainAsync(source, [upload.Path], Cancellation));
            upload = await NewestAsync(source);
        }

        return upload;
    }

    private static string CodeFor(Question question) => CodeFor(question.Kind, question.Options[0].Is);

    private static string CodeFor(QuestionKind kind, string other) =>
        kind switch
        {
            QuestionKind.Reporter => "KAZ",
            QuestionKind.Unit => "USD 6",
            QuestionKind.Area => "_NON_CIS",
            QuestionKind.Commodity => "TOTAL",
            _ => other,
        };

    private async Task<string> QuestionsOfAsync(UploadRecord upload) =>
        Encoding.UTF8.GetString(
            (await Ports.Reports.FindAsync($"{upload.Report}/{UploadQuestions.FileName}", Cancellation))!
        );

    private Task<UploadRecord> ImportAsync(string source, string path, string text) =>
        ImportAsync(source, path, Encoding.UTF8.GetBytes(text));

    private async Task<UploadRecord> ImportAsync(string source, string path, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        await Ports.Uploads.PutAsync(source, path, content, Cancellation);
        await Import.NotifyAsync(source, path, Cancellation);
        return await NewestAsync(source);
    }

    private async Task<UploadRecord> NewestAsync(string source) =>
        await Ports.Ledger.ListAsync(source, Cancellation).FirstAsync(Cancellation);
}
