using System.Net;
using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Web.Handlers;

namespace BriPipeline.Web.Tests.Handlers;

public sealed class UploadHandlersTests : PageTests
{
    [Fact]
    public async Task Waiting_SaysHowManyFilesOfTheSourceComeBefore()
    {
        Storage.Ledger.AddRange([
            Upload(UploadState.Received, "third.xlsx") with
            {
                Seen = 3,
            },
            Upload(UploadState.Received, "second.xlsx") with
            {
                Seen = 2,
            },
            Upload(UploadState.Reading, "first.xlsx") with
            {
                Seen = 1,
            },
            Upload(UploadState.Done, "done.xlsx") with
            {
                Seen = 0,
            },
            Upload(UploadState.Received, "other.xlsx") with
            {
                Source = "cn-gacc",
                Seen = 9,
            },
        ]);

        var list = await Client.GetStringAsync("/", Cancellation);

        Assert.Contains("Files of the source before it: 2", list, StringComparison.Ordinal);
        Assert.Contains("Files of the source before it: 1", list, StringComparison.Ordinal);
        Assert.Equal(3, list.Split("Files of the source before it: ").Length);
        Assert.Contains(
            "Files of the source before it: 2",
            await Client.GetStringAsync("/uploads/kz-bns/third.xlsx", Cancellation),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "before it",
            await Client.GetStringAsync("/uploads/cn-gacc/other.xlsx", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task List_SaysWhatToDoFirst_WhenNothingWasUploaded()
    {
        var html = await Client.GetStringAsync("/", Cancellation);

        Assert.Contains("Nothing uploaded yet", html, StringComparison.Ordinal);
        Assert.Contains("type=\"file\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Import the samples", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_DrawsHowTheFileWasUnderstood_WithinTheSizeOfAPage()
    {
        const string Report = "kz-bns/book.xlsx/1";
        var name = new string('Я', 30);
        var cells = Enumerable.Range(0, 10).Select(_ => new GridCell(new string('Ж', 24), "figure")).ToList();
        var grid = new GridReport(
            [.. Enumerable.Range(0, 10).Select(i => new GridColumn($"{(char)('A' + i)}", "exports, not <stored>"))],
            [.. Enumerable.Range(5, 20).Select(row => new GridRow(row, "figures", cells))],
            7,
            3
        );
        var words = Enumerable.Repeat(new string('Щ', 200), 30).ToList();
        var sheets = Enumerable
            .Range(0, 40)
            .Select(i => new SheetReport(name, false, [], [], words, i < 3 ? grid : null));
        Storage.Reports[$"{Report}/layout.json"] = new LayoutReport(1, "f", [.. sheets]).ToJson();
        var finding = new ReportFinding(
            "f",
            "warning",
            "c",
            name,
            "A1",
            name,
            new string('Ы', 200),
            new string('Ы', 90)
        );
        Storage.Reports[$"{Report}/findings.json"] = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            Enumerable.Repeat(finding, 1000),
            System.Text.Json.JsonSerializerOptions.Web
        );
        Storage.Ledger.Add(Upload(UploadState.Done, "book.xlsx") with { Report = Report, Findings = 1000 });

        var html = await Client.GetStringAsync("/uploads/kz-bns/book.xlsx", Cancellation);

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 10_000, 150_000);
        Assert.Contains("How it was understood", html, StringComparison.Ordinal);
        Assert.Contains("exports, not &lt;stored&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<i>figures</i>", html, StringComparison.Ordinal);
        Assert.Contains("7 rows below, 3 columns to the right", html, StringComparison.Ordinal);
        Assert.Contains("layout.json", html, StringComparison.Ordinal);
    }

    /// <summary>What the new version does not repeat is retracted: that is asked once more.</summary>
    [Theory]
    [InlineData(UploadState.Done, 1136, false, HttpStatusCode.Conflict)]
    [InlineData(UploadState.Done, 1136, true, HttpStatusCode.Redirect)]
    [InlineData(UploadState.Done, 0, false, HttpStatusCode.Redirect)]
    [InlineData(UploadState.Rejected, 1136, false, HttpStatusCode.Redirect)]
    public async Task Receive_AsksBeforeStoredFiguresAreReplaced(
        UploadState state,
        int figures,
        bool isTicked,
        HttpStatusCode expected
    )
    {
        Storage.Ledger.Add(Upload(state, "a.csv") with { Observations = figures });
        using var form = new MultipartFormDataContent
        {
            { new StringContent("kz-bns"), "source" },
            { new ByteArrayContent("b"u8.ToArray()), "files", "a.csv" },
        };
        if (isTicked)
        {
            form.Add(new StringContent("true"), "replace");
        }

        using var answer = await Client.PostAsync("/uploads", form, Cancellation);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.Redirect, Storage.Uploads.ContainsKey("kz-bns/a.csv"));
        Assert.Equal(
            expected == HttpStatusCode.Conflict,
            html.Contains("1136 figures of it are stored", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(UploadState.Received, "Waiting", true)]
    [InlineData(UploadState.Reading, "Reading", true)]
    [InlineData(UploadState.Applying, "Storing", true)]
    [InlineData(UploadState.Held, "Held", false)]
    [InlineData(UploadState.Done, "Done", false)]
    [InlineData(UploadState.Rejected, "Rejected", false)]
    [InlineData(UploadState.Superseded, "Superseded", false)]
    [InlineData(UploadState.Failed, "Failed", false)]
    public async Task List_NamesTheState_AndRefreshesWhileWorkGoesOn(UploadState state, string label, bool isLive)
    {
        Storage.Ledger.Add(Upload(state));

        var html = await Client.GetStringAsync("/", Cancellation);

        Assert.Contains($">{label}</span>", html, StringComparison.Ordinal);
        Assert.Equal(isLive, html.Contains("data-live", StringComparison.Ordinal));
        Assert.Equal(isLive, html.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_ShowsCounts_InLedgerOrder()
    {
        Storage.Ledger.Add(
            Upload(UploadState.Done, "newer.xlsx", hour: 12) with
            {
                Observations = 12345,
                Findings = 7,
            }
        );
        Storage.Ledger.Add(Upload(UploadState.Done, "older.xlsx"));

        var html = await Client.GetStringAsync("/", Cancellation);

        Assert.Contains("12,345", html, StringComparison.Ordinal);
        Assert.Contains("#findings\">7</a>", html, StringComparison.Ordinal);
        Assert.True(
            html.IndexOf("newer.xlsx", StringComparison.Ordinal) < html.IndexOf("older.xlsx", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task List_WritesNamesAsText_WhenTheyLookLikeMarkup()
    {
        Storage.Ledger.Add(Upload(UploadState.Done, "<script>alert(1)</script>.xlsx"));

        var html = await Client.GetStringAsync("/", Cancellation);

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OffersTheSources_ThatHaveAProfileOrAnUpload()
    {
        Storage.Profiles["uz-stat"] = new() { Name = "uz-stat" };
        Storage.Ledger.Add(Upload(UploadState.Done));

        var html = await Client.GetStringAsync("/", Cancellation);

        Assert.Contains("<option value=\"kz-bns\">", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"uz-stat\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_GivesCauseAndFindings_OfARejectedUpload()
    {
        Storage.Ledger.Add(
            Upload(UploadState.Rejected) with
            {
                Cause = "The table has no unit.",
                Findings = 1,
                Report = "kz-bns/partners-2022.xlsx/1",
            }
        );
        Storage.Reports["kz-bns/partners-2022.xlsx/1/findings.json"] = Encoding.UTF8.GetBytes(
            """[{"file":"a.xlsx","severity":"reject-workbook","code":"unit-missing","sheet":"1","cell":"B4","raw":"12,5","message":"No unit is said.","advice":"Add one."}]"""
        );

        var html = await Client.GetStringAsync("/uploads/kz-bns/partners-2022.xlsx", Cancellation);

        Assert.Contains("The table has no unit.", html, StringComparison.Ordinal);
        Assert.Contains("No unit is said. Add one.", html, StringComparison.Ordinal);
        Assert.Contains(">B4</td>", html, StringComparison.Ordinal);
        Assert.Contains("unit-missing", html, StringComparison.Ordinal);
        Assert.Contains("/reports/kz-bns/partners-2022.xlsx/1/report.html", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_GivesTheVersionAskedFor_WhenAPathHasSeveral()
    {
        var old = Upload(UploadState.Superseded) with { Cause = "This is the old one." };
        Storage.Ledger.Add(Upload(UploadState.Done, hour: 12));
        Storage.Ledger.Add(old);

        var newest = await Client.GetStringAsync("/uploads/kz-bns/partners-2022.xlsx", Cancellation);
        var asked = await Client.GetStringAsync(
            $"/uploads/kz-bns/partners-2022.xlsx?version={old.Version}",
            Cancellation
        );

        Assert.DoesNotContain("This is the old one.", newest, StringComparison.Ordinal);
        Assert.Contains("This is the old one.", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_FindsPaths_WithBlanksCyrillicAndFolders()
    {
        Storage.Ledger.Add(Upload(UploadState.Done, "2022/Экспорт по странам #1.xlsx"));

        var list = await Client.GetStringAsync("/", Cancellation);
        var start = list.IndexOf("href=\"/uploads/", StringComparison.Ordinal) + "href=\"".Length;
        var address = WebUtility.HtmlDecode(list[start..list.IndexOf('"', start)]);
        var html = await Client.GetStringAsync(address, Cancellation);

        Assert.Contains("Экспорт по странам #1.xlsx", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_GivesNotFound_WhenThereIsNoSuchUpload()
    {
        using var response = await Client.GetAsync("/uploads/kz-bns/none.xlsx", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("What to do", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_StoresTheFilesUnderTheirSource_AndGoesBackToTheList()
    {
        using var form = Form("kz-bns", ("a.xlsx", "one"), (@"C:\Users\b\Отчёт.csv", "two"));

        using var response = await Client.PostAsync("/uploads", form, Cancellation);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.StartsWith("/?source=kz-bns&sent=", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            ["kz-bns/a.xlsx", "kz-bns/Отчёт.csv"],
            Storage.Uploads.Keys.Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Assert.Equal("two", Encoding.UTF8.GetString(Storage.Uploads["kz-bns/Отчёт.csv"]));
        var list = await Client.GetStringAsync(response.Headers.Location, Cancellation);
        Assert.Contains("The files have arrived", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kz Bns", "a.xlsx", "x", "cannot name a source")]
    [InlineData("", "a.xlsx", "x", "cannot name a source")]
    [InlineData("kz-bns", "a.xlsx", "", "is empty")]
    public async Task Receive_RefusesTheWholeForm_WhenAPartIsWrong(
        string source,
        string name,
        string content,
        string why
    )
    {
        using var form = Form(source, ("good.xlsx", "good"), (name, content));

        using var response = await Client.PostAsync("/uploads", form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(why, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(Storage.Uploads);
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"source\"\r\n\r\nkz-te")]
    [InlineData("no part of a form")]
    [InlineData("--b\r\nthis is no heading\r\n\r\n--b--\r\n")]
    public async Task Receive_SaysThatTheFormIsBroken(string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };

        using var response = await Client.PostAsync("/uploads", content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(
            "arrived damaged or incomplete",
            await response.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        Assert.Empty(Storage.Uploads);
    }

    [Fact]
    public async Task Receive_RefusesWithoutReading_WhenTheFormIsTooLarge()
    {
        using var endless = new EndlessStream();
        using var content = new StreamContent(endless);
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        content.Headers.ContentLength = UploadLimits.FormBytes + 1;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads") { Content = content };
        request.Headers.ExpectContinue = true;

        using var response = await Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(0, endless.BytesRead);
    }

    [Fact]
    public async Task Receive_TakesNothing_WhenTheBrowserCountedAnotherHash()
    {
        using var form = Form("kz-bns", ("a.csv", "what arrived"));
        form.Add(new StringContent(new string('0', 64)), "sha256");

        using var response = await Client.PostAsync("/uploads", form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(
            "The file arrived changed",
            await response.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        Assert.Empty(Storage.Uploads);
    }

    [Fact]
    public async Task Receive_SaysThatTheDiskIsFull()
    {
        Storage.Refusal = new(UploadRefusal.NoRoom, "disk full: 3 MB are free, and 256 MB are needed");
        using var form = Form("kz-bns", ("a.csv", "words"));

        using var response = await Client.PostAsync("/uploads", form, Cancellation);

        Assert.Equal(HttpStatusCode.InsufficientStorage, response.StatusCode);
        Assert.Contains(
            "disk full: 3 MB are free",
            await response.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Show_GivesTheReceipt()
    {
        Storage.Ledger.Add(
            new()
            {
                Source = "kz-bns",
                Path = "a.csv",
                ETag = "e",
                State = UploadState.Received,
                LastModified = DateTimeOffset.UnixEpoch,
                Sha256 = "abc123",
                Size = 12345,
                Receipt = "7-20261130T050000.0000000Z",
            }
        );

        var html = await Client.GetStringAsync("/uploads/kz-bns/a.csv?sha256=abc123", Cancellation);

        Assert.Contains("id=\"receipt\"", html, StringComparison.Ordinal);
        Assert.Contains("12,345 bytes", html, StringComparison.Ordinal);
        Assert.Contains("abc123", html, StringComparison.Ordinal);
        Assert.Contains("7-20261130T050000", html, StringComparison.Ordinal);
    }

    private static MultipartFormDataContent Form(string source, params (string Name, string Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(source), "source" } };
        foreach (var (name, content) in files)
        {
            form.Add(new StringContent(content), "files", name);
        }

        return form;
    }

    private sealed class EndlessStream : Stream
    {
        public long BytesRead { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => BytesRead;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            BytesRead += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    [Fact]
    public async Task List_IsPagedAndFiltered()
    {
        Storage.Ledger.AddRange(
            Enumerable
                .Range(0, 150)
                .Select(i => Upload(i < 3 ? UploadState.Failed : UploadState.Done, $"book-{i:000}.xlsx"))
        );

        var first = await Client.GetStringAsync("/", Cancellation);
        var second = await Client.GetStringAsync("/?page=1", Cancellation);
        var failed = await Client.GetStringAsync("/?state=Failed&search=BOOK-00", Cancellation);
        var none = await Client.GetStringAsync("/?search=nothing&state=wrong&page=wrong", Cancellation);

        Assert.Contains("book-099.xlsx", first, StringComparison.Ordinal);
        Assert.DoesNotContain("book-100.xlsx", first, StringComparison.Ordinal);
        Assert.Contains("href=\"/?page=1\" rel=\"next\"", first, StringComparison.Ordinal);
        Assert.Contains("book-149.xlsx", second, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", second, StringComparison.Ordinal);
        Assert.Contains("book-002.xlsx", failed, StringComparison.Ordinal);
        Assert.DoesNotContain("book-003.xlsx", failed, StringComparison.Ordinal);
        Assert.Contains("No upload matches the filter.", none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_LeadsFromFindingToCellAndBack()
    {
        const string Report = "kz-bns/book.xlsx/1";
        var grid = new GridReport(
            [new("A", "partner"), new("B", "exports")],
            [new(5, "figures", [new("Atlantis", "refused"), new("1", "refused")])],
            0,
            0
        );
        Storage.Reports[$"{Report}/layout.json"] = new LayoutReport(
            1,
            "f",
            [new("Cover", false, [], [], [], null), new("2022", false, [], [], [], grid)]
        ).ToJson();
        Storage.Reports[$"{Report}/findings.json"] = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
            new[]
            {
                new ReportFinding("f", "note", "other", "2022", "Z99", null, "Far away.", ""),
                new ReportFinding("f", "reject-cell", "area-unknown", "2022", "A5:B5", "Atlantis", "Not known.", ""),
            },
            System.Text.Json.JsonSerializerOptions.Web
        );
        Storage.Ledger.Add(
            Upload(UploadState.Done, "book.xlsx") with
            {
                Report = Report,
                Findings = 2,
                Sha256 = "abc",
            }
        );

        var html = await Client.GetStringAsync("/uploads/kz-bns/book.xlsx", Cancellation);
        var pointed = await Client.GetStringAsync(
            "/uploads/kz-bns/book.xlsx?sha256=abc&sheet=2022&cell=B5",
            Cancellation
        );

        Assert.Contains("<tr id=\"f1\"", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#c1-A5\">A5:B5</a>", html, StringComparison.Ordinal);
        Assert.Contains("id=\"c1-A5\"><a href=\"#f1\"", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"cell\">Z99</td>", html, StringComparison.Ordinal);
        Assert.Contains("target\" id=\"cell\">1</td>", pointed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(88, "class=\"numbers\"")]
    [InlineData(87, "class=\"numbers low\"")]
    public async Task Show_SaysWhatBecameOfTheNumbers(int read, string mark)
    {
        const string Report = "kz-bns/book.xlsx/1";
        CoverageLine[] lines = [new(NumberFate.Waiting, "area-unknown", "Atlantis", 2)];
        Storage.Reports[$"{Report}/layout.json"] = (
            new LayoutReport(1, "f", []) with
            {
                Coverage = new(100, read, 0, 2, 0, 98 - read, lines),
            }
        ).ToJson();
        Storage.Ledger.Add(Upload(UploadState.Done, "book.xlsx") with { Report = Report });

        var html = await Client.GetStringAsync("/uploads/kz-bns/book.xlsx", Cancellation);

        Assert.Contains($"<section id=\"numbers\" {mark}>", html, StringComparison.Ordinal);
        Assert.Contains($"<dt>Read as figures</dt><dd>{read}</dd>", html, StringComparison.Ordinal);
        Assert.Contains("2 numbers, waiting for an answer: ", html, StringComparison.Ordinal);
        Assert.Contains("(“Atlantis”)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_SpeaksRussian()
    {
        Storage.Ledger.Add(Upload(UploadState.Held));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/uploads/kz-bns/partners-2022.xlsx");
        request.Headers.Add("Cookie", "language=ru");

        using var answer = await Client.SendAsync(request, Cancellation);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains("<html lang=\"ru\">", html, StringComparison.Ordinal);
        Assert.Contains(">Задержано</span>", html, StringComparison.Ordinal);
        Assert.Contains("Принять и сохранить", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "http://localhost/data?reporter=KAZ", "/data?reporter=KAZ&lang=ru", true)]
    [InlineData("ru", "http://localhost/data?lang=en&reporter=KAZ", "/data?reporter=KAZ&lang=ru", true)]
    [InlineData("ru", "http://elsewhere.example/data", "/", true)]
    [InlineData("ru", "http://localhost//evil.example/", "/", true)]
    [InlineData("ru", "http://localhost/\\evil.example/", "/", true)]
    [InlineData("xx", "", "/", false)]
    public async Task Language_IsKept_AndLeadsBackToTheOwnPage(string language, string from, string to, bool isKept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/language")
        {
            Content = new FormUrlEncodedContent([new("language", language)]),
        };
        if (from.Length > 0)
        {
            request.Headers.Referrer = new Uri(
                from.Replace("localhost", Client.BaseAddress!.Authority, StringComparison.Ordinal)
            );
        }

        using var answer = await Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location!.ToString());
        Assert.Equal(isKept, answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("?lang=ru", "", "ru", true)]
    [InlineData("?lang=ru", "language=en", "ru", false)]
    [InlineData("?lang=xx", "", "en", false)]
    [InlineData("", "", "en", false)]
    public async Task Page_SpeaksTheLanguageOfItsAddress(string query, string cookie, string language, bool isFollowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/status" + query);
        if (cookie.Length > 0)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var answer = await Client.SendAsync(request, Cancellation);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains($"<link rel=\"canonical\" href=\"/status?lang={language}\"", html, StringComparison.Ordinal);
        Assert.Equal(isFollowed, answer.Headers.Contains("Set-Cookie"));
    }
}
