using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Tests.Repository;
using BriPipeline.Core.Trade;

namespace BriPipeline.Core.Tests.Readings;

public sealed class QuestionsTests
{
    /// <summary>Larger published files take too long to read once for each option.</summary>
    private const int MaxBytes = 60_000;

    private const string Kazakhstan =
        """{ "name": "case", "reporter": "KAZ", "defaults": { "commodity": "TOTAL", "unit": "USD", "multiplier": 6 } }""";

    /// <summary>A file with one thing open, the profile, and the kind, the options and the number of figures of its one question.</summary>
    public static TheoryData<string, string, string, string, int> Open =>
        new()
        {
            {
                "Exports of Kazakhstan,,\nCountry,2022,2023\nChina,1.5,2.5\nRussia,3.5,4.5\n",
                """{ "name": "case", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }""",
                "Unit",
                "USD 3, USD 6, USD, USD 9, KZT 3, KZT 6, KZT, KZT 9, EUR 3, EUR 6, EUR, EUR 9",
                4
            },
            {
                "Exports by country (million USD),,\nCountry,2022,2023\nChina,1.5,2.5\n",
                """{ "name": "case", "defaults": { "commodity": "TOTAL" } }""",
                "Reporter",
                "",
                2
            },
            { "Trade by country,,\nCountry,2022,2023\nChina,1.5,2.5\n", Kazakhstan, "Flow", "X, M, T", 2 },
            { "Exports by country,,\nCountry,2022,2023\nChina,1.5,2.5\nFarland,3.5,4.5\n", Kazakhstan, "Area", "*", 2 },
            {
                "Exports by country,,,\nCountry,2022,2023,Blorp\nChina,1.5,2.5,3.5\nRussia,1,2,7\n",
                Kazakhstan,
                "Column",
                "figures, goods, share, commodity-code, period, note",
                2
            },
            { "Exports of carrots by country,,\nCountry,2022,2023\nChina,1.5,2.5\n", Kazakhstan, "Limit", "no", 2 },
            {
                "Trade by country,,\nCountry,2022,2023\nExports,,\nChina,1.5,2.5\nMiscellanea,,\nRussia,3.5,4.5\nItaly,1,2\n",
                Kazakhstan,
                "Limit",
                "no",
                4
            },
            {
                "Exports by country,,\nCountry,2022,2023\nChina,1.5,-\nRussia,1.5,2.5\n",
                Kazakhstan,
                "Mark",
                "nil, missing",
                1
            },
            { "Exports by country;;\nCountry;2022;2023\nChina;23,416;\n", Kazakhstan, "Decimal", "., ,", 1 },
            {
                "Exports by country,,\nCountry,2022,2023\nChina,1.5,2.5\nChina,1.5,3.5\n",
                Kazakhstan,
                "Duplicate",
                "C3, C4",
                2
            },
            {
                "Austria,Partner,Year,Blorp\nGermany,Austria,2010,1.5\nGermany,Belgium,2010,2.5\nFrance,Austria,2010,3.5\nFrance,Germany,2010,4.5\n",
                """{ "name": "case", "defaults": { "flow": "T", "commodity": "TOTAL", "unit": "USD", "multiplier": 3 } }""",
                "Column",
                "reporter; column \"Blorp\"=figures, reporter; column \"Blorp\"=goods, reporter, partner, note",
                4
            },
        };

    [Theory]
    [MemberData(nameof(Open))]
    public void Of_AsksOnce_AndStoresWhatItsPreviewShows(
        string text,
        string profile,
        string kind,
        string options,
        int figures
    )
    {
        var reading = Read(text, profile);

        var question = Assert.Single(Questions.Of(reading));

        Assert.Equal(kind, question.Kind.ToString());
        Assert.Equal(Ask.LeaveOut, question.Options[^1].Is);
        if (options != "*")
        {
            Assert.Equal(options, string.Join(", ", question.Options.SkipLast(1).Select(option => option.Is)));
        }

        Assert.Equal(figures, question.Figures);
        var before = Lines(reading);
        foreach (var option in question.Options)
        {
            var answered = Read(text, profile, question, option.Is);
            var added = answered.Observations().Where(one => !before.Contains(Line(one))).ToList();
            Assert.Equal(option.Adds, option.Is == Ask.LeaveOut ? 0 : added.Count);
            Assert.Equal(option.Preview!.Select(Line), added.Take(Questions.PreviewLength).Select(Line));
            Assert.DoesNotContain(Questions.Of(answered), other => other.Id == question.Id);
        }
    }

    /// <summary>Where a question may bring a table, the file is not said to have none.</summary>
    [Fact]
    public void Read_DoesNotSayThatThereIsNoTable_WhereAQuestionIsOpen()
    {
        const string text =
            "Austria,Partner,Year,Blorp\nGermany,Austria,2010,1.5\nFrance,Belgium,2010,2.5\nFrance,Austria,2010,3.5\n";

        var reading = Read(text, Kazakhstan);

        Assert.Equal(["area-columns-unclear"], reading.Findings.Select(finding => finding.Code.Id));
        Assert.Equal(ReadingOutcome.Rejected, reading.Outcome);
        var question = Assert.Single(Questions.Of(reading));
        Assert.Contains(
            Read(text, Kazakhstan, question, Ask.LeaveOut).Findings,
            finding => finding.Code == FindingCodes.NoTable
        );
    }

    /// <summary>That words limit nothing is no code that could be typed instead.</summary>
    [Fact]
    public void Of_OffersThatWordsLimitNothing_AloneAndTogether()
    {
        const string text = "Trade by country without oil (million USD),,\nCountry,2022,2023\nChina,1.5,2.5\n";

        var question = Assert.Single(Questions.Of(Read(text, Kazakhstan)));

        Assert.Equal(QuestionKind.Limit, question.Kind);
        Assert.Equal(
            ["no; flow=X", "no; flow=M", "no; flow=T", "no", Ask.LeaveOut],
            question.Options.Select(option => option.Is.Replace(" \"USD 6\"", "", StringComparison.Ordinal))
        );
        Assert.Equal([2, 2, 2, 0, 0], question.Options.Select(option => option.Adds));
    }

    /// <summary>Two numbers are a year where the profile says when it begins.</summary>
    [Fact]
    public void Of_OffersFiscalYears()
    {
        const string text = "Year,Period,Country,Exports\n2022-23,2023,China,1.5\n2022-23,2023,Russia,2.5\n";
        var profile = Kazakhstan.Replace(
            "\"defaults\"",
            "\"fiscalYearStartsIn\": 4, \"defaults\"",
            StringComparison.Ordinal
        );

        var question = Assert.Single(Questions.Of(Read(text, profile)));

        Assert.Equal(QuestionKind.Period, question.Kind);
        Assert.Equal("2022-04--2023-03", question.Options[0].Is);
        Assert.Equal(2, question.Options[0].Adds);
    }

    /// <summary>Blank rows of another sheet are of other periods.</summary>
    [Fact]
    public void Answer_OfABlankPeriod_HoldsForItsSheet()
    {
        const string rows =
            "<Row><Cell><Data ss:Type=\"String\">Country</Data></Cell><Cell><Data ss:Type=\"String\">Year</Data></Cell><Cell><Data ss:Type=\"String\">Exports</Data></Cell></Row>"
            + "<Row><Cell><Data ss:Type=\"String\">China</Data></Cell><Cell><Data ss:Type=\"Number\">2022</Data></Cell><Cell><Data ss:Type=\"Number\">1.5</Data></Cell></Row>"
            + "<Row><Cell><Data ss:Type=\"String\">France</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"Number\">2.5</Data></Cell></Row>"
            + "<Row><Cell><Data ss:Type=\"String\">Italy</Data></Cell><Cell><Data ss:Type=\"Number\">2022</Data></Cell><Cell><Data ss:Type=\"Number\">3.5</Data></Cell></Row>";
        const string text =
            "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
            + $"<Worksheet ss:Name=\"North\"><Table>{rows}</Table></Worksheet><Worksheet ss:Name=\"South\"><Table>{rows}</Table></Worksheet></Workbook>";

        var asked = Read(text, Kazakhstan, "case.xml").Findings.Select(finding => finding.Ask?.About).OfType<string>();

        Assert.Equal(["North Year", "South Year"], asked.Distinct());
    }

    /// <summary>A table whose totals and turnovers prove all of its figures.</summary>
    private const string Proved = """
        Foreign trade of Kazakhstan by country in 2022;;;
        Country;Turnover;Exports;Imports
        Total;1380.0;840.0;540.0
        Russia;400.0;220.0;180.0
        Uzbekistan;200.0;130.0;70.0
        China;480.0;300.0;180.0
        Italy;200.0;150.0;50.0
        France;100.0;40.0;60.0
        """;

    /// <summary>A fault of the file is one finding with one question, however many cells it spoils.</summary>
    [Theory]
    [InlineData("France;100.0;40.0;60.0", "France;100.0;40.0;60.0\nFrance;101.0;41.0;60.0", "B8:C9")]
    [InlineData("Italy;200.0;150.0;50.0", "Italy;200.0;150000.0;50.0", "C7")]
    [InlineData("Italy;200.0;150.0;50.0", "Italy;200.0;151.0;50.0", "B7:D7")]
    public void Fault_IsOneFinding(string right, string wrong, string places)
    {
        var reading = Read(Proved.Replace(right, wrong, StringComparison.Ordinal), Kazakhstan);

        Assert.Equal(
            places,
            string.Join(
                ", ",
                reading
                    .Findings.Where(finding => finding.Code.Severity == Severity.RejectCell)
                    .Select(finding => finding.Place)
            )
        );
        Assert.Equal(places.Count(letter => letter == ',') + 1, Questions.Of(reading).Count);
    }

    [Theory]
    [InlineData(QuestionKind.Area, "exports_2023.csv", null)]
    [InlineData(QuestionKind.Unit, "exports_2023.csv", null)]
    [InlineData(QuestionKind.Flow, "exports_2023.csv", "exports_*.csv")]
    [InlineData(QuestionKind.Partner, "Экспорт январь 2023.xlsx", "Экспорт *.xlsx")]
    [InlineData(QuestionKind.Commodity, "2024in.csv", "*in.csv")]
    [InlineData(QuestionKind.Period, "exports_2023.csv", "exports_2023.csv")]
    [InlineData(QuestionKind.Figure, "what?.csv", "what?.csv")]
    public void ReachOf_TakesTheFilesThatAskTheSame(QuestionKind kind, string file, string? pattern) =>
        Assert.Equal(pattern, FilePattern.ReachOf(kind, file));

    /// <summary>A file that asks each kind, the kind, and whether an answer given to "exports_1.csv" holds for "exports_2.csv" and
    /// for "imports_1.csv" of the same words.</summary>
    public static TheoryData<string, string, string, bool, bool> Reach =>
        new()
        {
            { Table("Exports by country in 2022"), "Reporter", Without("\"reporter\": \"KAZ\", "), true, true },
            {
                Table("Exports by country in 2022"),
                "Unit",
                Without(", \"unit\": \"USD\", \"multiplier\": 6"),
                true,
                true
            },
            { Table("Trade by country in 2022"), "Flow", Kazakhstan, true, false },
            { Table("Exports by country in 2022"), "Commodity", Without("\"commodity\": \"TOTAL\", "), true, false },
            { "Exports in 2022,\nMonth,Value\nJanuary,1.5\nFebruary,2.5\n", "Partner", Kazakhstan, true, false },
            { Table("Exports by country"), "Period", Kazakhstan, false, false },
            {
                Table("Exports by country in 2022").Replace("China", "Farland", StringComparison.Ordinal),
                "Area",
                Kazakhstan,
                true,
                true
            },
            { Table("Exports of carrots by country in 2022"), "Limit", Kazakhstan, true, true },
            {
                Table("Exports by country in 2022").Replace("2.5", "-", StringComparison.Ordinal),
                "Mark",
                Kazakhstan,
                true,
                true
            },
            {
                Table("Exports by country in 2022").Replace("Russia", "China", StringComparison.Ordinal),
                "Duplicate",
                Kazakhstan,
                false,
                false
            },
            {
                Proved.Replace("Italy;200.0;150.0", "Italy;200.0;150000.0", StringComparison.Ordinal),
                "Figure",
                Kazakhstan,
                false,
                false
            },
            {
                "Exports by country,,,\nCountry,2022,2023,Blorp\nChina,1.5,2.5,3.5\nRussia,1,2,7\n",
                "Column",
                Kazakhstan,
                true,
                true
            },
            { "Exports by country;;\nCountry;2022;2023\nChina;23,416;\n", "Decimal", Kazakhstan, true, true },
        };

    [Theory]
    [MemberData(nameof(Reach))]
    public void Answer_HoldsAsFarAsItsKindReaches(string text, string kind, string profile, bool next, bool other)
    {
        var asking = Questions.Of(Read(text, profile, "exports_1.csv")).Single(one => one.Kind.ToString() == kind);
        var answered = SourceProfile.Parse(profile) with
        {
            Answers = [new(asking.Kind, asking.About, asking.Options[0].Is, asking.Files)],
        };

        Assert.Equal((false, !next, !other), (Asks("exports_1.csv"), Asks("exports_2.csv"), Asks("imports_1.csv")));

        bool Asks(string file) => Questions.Of(Read(text, answered, file)).Any(one => one.Id == asking.Id);
    }

    /// <summary>Where no code can be offered for one of the things that figures lack, each is asked by itself, all at once, and each
    /// answer shows what it stores when the others are given.</summary>
    [Fact]
    public void Of_ShowsWhatAnAnswerStoresOnceTheOthersAreGiven()
    {
        const string Text = "Trade by country in 2022,\nCountry,Value\nChina,1.5\nRussia,2.5\n";
        const string Profile = """{ "name": "case", "defaults": { "commodity": "TOTAL" } }""";

        var questions = Questions.Of(Read(Text, Profile));

        Assert.Equal(
            [QuestionKind.Reporter, QuestionKind.Flow, QuestionKind.Unit],
            questions.Select(question => question.Kind).Order()
        );
        var flow = questions.Single(question => question.Kind == QuestionKind.Flow);
        Assert.All(flow.Options, option => Assert.Empty(option.Preview!));
        Assert.Equal(
            [" CHN X TOTAL  2022 B3", " RUS X TOTAL  2022 B4"],
            flow.Options.Single(option => option.Is == "X").Pending!.Select(Pending)
        );
        Assert.Null(flow.Options.Single(option => option.Is == Ask.LeaveOut).Pending);
        var unit = questions.Single(question => question.Kind == QuestionKind.Unit);
        Assert.Equal(
            [" CHN  TOTAL USD 2022 B3", " RUS  TOTAL USD 2022 B4"],
            unit.Options.Single(option => option.Is == "USD 3").Pending!.Select(Pending)
        );
        Assert.Equal("1500", unit.Options.Single(option => option.Is == "USD 3").Pending![0].Value);

        static string Pending(PendingFigure one) =>
            string.Join(' ', one.Reporter, one.Partner, one.Flow, one.Commodity, one.Unit, one.Period, one.Cell);
    }

    /// <summary>What the same figures lack is one question, whose choices say all of it.</summary>
    [Fact]
    public void Of_AsksTogetherWhatTheSameFiguresLack()
    {
        const string Text = "Trade by country in 2022,\nCountry,Value\nChina,1.5\nRussia,2.5\n";
        const string Profile = """{ "name": "case", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }""";

        var question = Assert.Single(Questions.Of(Read(Text, Profile)));

        Assert.Equal((QuestionKind.Flow, 2), (question.Kind, question.Figures));
        Assert.Equal(QuestionKind.Unit, Assert.Single(question.Also!).Kind);
        Assert.Equal(
            ["X; unit=USD 3", "X; unit=USD 6", "M; unit=USD 3", "X; unit=USD"],
            question.Options.Take(4).Select(option => option.Is)
        );
        Assert.Equal("Exports; thousand US dollars", question.Options[0].Text.En);
        Assert.Contains("exports or imports", question.Text.En, StringComparison.Ordinal);
        Assert.Contains("unit", question.Text.En, StringComparison.Ordinal);
        // Another unit can be given after the flow.
        Assert.Equal(["X", "M", "T", Ask.LeaveOut], question.Options.TakeLast(4).Select(option => option.Is));
        Assert.Equal(2, question.Options.Single(option => option.Is == "X").Pending!.Count);
        Assert.Equal(
            [("M", 1_500_000m), ("M", 2_500_000m)],
            Read(Text, Profile, question, "M; unit=USD 6")
                .Observations()
                .Select(one => (one.Key.Flow.ToString(), one.Value))
        );
        Assert.Equal(QuestionKind.Unit, Assert.Single(Questions.Of(Read(Text, Profile, question, "M"))).Kind);
    }

    /// <summary>Quantities beside values are asked apart, and counted in no money.</summary>
    [Fact]
    public void Of_AsksTheUnitOfEachColumn_WhereColumnsCountDifferently()
    {
        const string Text =
            "Exports by country,,,\nCountry,Year,Quantity,Value\nChina,2022,1.5,2.5\nItaly,2022,3.5,4.5\n";
        const string Profile = """{ "name": "case", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }""";

        var questions = Questions.Of(Read(Text, Profile));

        Assert.Equal([QuestionKind.Unit, QuestionKind.Unit], questions.Select(question => question.Kind));
        Assert.Equal(["quantity", "value"], questions.Select(question => question.About).Order(StringComparer.Ordinal));
        var quantity = questions.Single(question => question.About == "quantity");
        Assert.Equal(["KG 3", "KG", "KG 6", Ask.LeaveOut], quantity.Options.Select(option => option.Is));
        Assert.Equal([("C3", "KG", 1_500m), ("C4", "KG", 3_500m)], Stored(Read(Text, Profile, quantity, "KG 3")));
        var value = questions.Single(question => question.About == "value");
        Assert.Equal(
            [("D3", "KZT", 2_500_000m), ("D4", "KZT", 4_500_000m)],
            Stored(Read(Text, Profile, value, "KZT 6"))
        );

        static IEnumerable<(string, string, decimal)> Stored(Reading reading) =>
            reading.Observations().Select(one => (one.Provenance.Cell.ToString(), one.Key.Unit.Code, one.Value));
    }

    /// <summary>A column that a person says to hold units is read as them, and names that are none are asked.</summary>
    [Fact]
    public void Answer_ThatAColumnHoldsUnits_ReadsThem()
    {
        const string Text =
            "Exports by country,,,\nCountry,Year,Zorp,Exports\nChina,2022,thousand tonnes,1.5\nItaly,2022,thousand tonnes,2.5\nFrance,2022,glorps,3.5\nJapan,2022,glorps,4.5\n";
        var question = Questions.Of(Read(Text, Kazakhstan)).Single(one => one.Kind == QuestionKind.Column);

        Assert.Contains(question.Options, option => option.Is == "unit");
        var answered = Read(Text, Kazakhstan, question, "unit");

        Assert.Equal(
            [("CHN", "KG", 1_500_000m), ("ITA", "KG", 2_500_000m)],
            answered.Observations().Select(one => (one.Key.Partner.Code, one.Key.Unit.Code, one.Value))
        );
        Assert.Equal(QuestionKind.Unit, Assert.Single(Questions.Of(answered)).Kind);
    }

    /// <summary>Figures elsewhere that lack something else are another question.</summary>
    [Fact]
    public void Of_DoesNotAskTogetherWhatOtherFiguresLack()
    {
        const string Text =
            "Trade by country in 2022 (million USD),\nCountry,Value\nChina,1.5\nRussia,2.5\n,\nExports by country in 2022,\nCountry,Value\nItaly,1.5\nRussia,2.5\n";
        const string Profile = """{ "name": "case", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }""";

        Assert.All(Questions.Of(Read(Text, Profile)), question => Assert.Null(question.Also));
    }

    /// <summary>The same of a file of a documented format.</summary>
    [Fact]
    public void Of_AsksTogetherWhatAFileOfAFormatLacks()
    {
        const string Text = "Year,Month,Country,US$ FOB\n2025,10,China,1500\n2025,10,Italy,32\n";

        var question = Assert.Single(Questions.Of(Read(Text, SourceProfile.Unknown("case"), "case.csv")));

        Assert.Equal(
            ["X; commodity=TOTAL", "M; commodity=TOTAL", "X", "M", Ask.LeaveOut],
            question.Options.Select(option => option.Is)
        );
        Assert.Equal(
            ["BRA CHN X ", "BRA ITA X "],
            question
                .Options[2]
                .Pending!.Select(one => string.Join(' ', one.Reporter, one.Partner, one.Flow, one.Commodity))
        );
    }

    /// <summary>An office is offered where its tables have such headings.</summary>
    [Fact]
    public void Of_OffersTheOfficeWhoseTablesHaveTheHeadings()
    {
        const string Text =
            "country,year,Time Period,export,import (countries of origin),import (country of consignment)\nRussian Federation,2023,1,234.5,208.5,207.6\nRussian Federation,2023,2,235.5,209.5,208.6\n";

        var question = Questions
            .Of(Read(Text, SourceProfile.Unknown("case"), "case.csv"))
            .Single(one => one.Kind == QuestionKind.Reporter);

        Assert.Equal(("am-armstat", 6), (question.Options[0].Is, question.Options[0].Adds));
        Assert.Contains("import (countries of origin)", question.Options[0].Why.En, StringComparison.Ordinal);
    }

    private static string Table(string title) => $"{title},\nCountry,Value\nChina,1.5\nRussia,2.5\n";

    private static string Without(string key) => Kazakhstan.Replace(key, "", StringComparison.Ordinal);

    [Fact]
    public void Answer_HoldsForNextMonthsFile_AndNotForTheOtherFlow()
    {
        const string Text = "Trade by country in {0} 2023,\nCountry,{0} 2023\nChina,1.5\n";
        var january = Text.Replace("{0}", "January", StringComparison.Ordinal);
        var february = Text.Replace("{0}", "February", StringComparison.Ordinal);
        var question = Assert.Single(Questions.Of(Read(january, Kazakhstan, "exports_2023-01.csv")));
        var profile = SourceProfile.Parse(Kazakhstan) with
        {
            Answers = [new(question.Kind, question.About, "X", question.Files)],
        };

        Assert.Empty(Questions.Of(Read(february, profile, "exports_2023-02.csv")));
        Assert.Equal(
            QuestionKind.Flow,
            Assert.Single(Questions.Of(Read(february, profile, "imports_2023-02.csv"))).Kind
        );
    }

    [Fact]
    public void Answer_ThatTheFileContradicts_IsAQuestion()
    {
        const string Text = "Exports by country,\nCountry,2023\nChina,1.5\n";
        var profile = SourceProfile.Parse(Kazakhstan) with
        {
            Answers = [new(QuestionKind.Flow, "figures", "M", "*.csv")],
        };

        var question = Assert.Single(Questions.Of(Read(Text, profile, "a.csv")));

        Assert.Equal(QuestionKind.Contradiction, question.Kind);
        Assert.Equal(["X", "M", Ask.LeaveOut], question.Options.Select(option => option.Is));
        Assert.Equal([1, 1, 0], question.Options.Select(option => option.Adds));
    }

    /// <summary>Choosing an office fills in all that the gallery knows of it, and the preview shows what is stored then.</summary>
    /// <summary>The country that the title names, once it is the reporter, is not the partner too.</summary>
    [Theory]
    [InlineData("KAZ", 0)]
    [InlineData("CHN", 4)]
    public void Answer_OfTheReporter_IsNoPartnerOfItself(string reporter, int figures)
    {
        const string Text = "Trade of Kazakhstan (million USD),,\nYear,Exports,Imports\n2022,1.5,2.5\n2023,3.5,4.5\n";
        const string Profile = """{ "name": "case", "defaults": { "commodity": "TOTAL" } }""";
        var question = Questions.Of(Read(Text, Profile)).Single(one => one.Kind == QuestionKind.Reporter);

        var answered = Read(Text, Profile, question, reporter);

        Assert.Equal(figures, answered.Observations().Count());
        Assert.DoesNotContain(answered.Observations(), one => one.Key.Partner == one.Key.Reporter);
    }

    [Fact]
    public void Of_OffersTheOfficesOfCountriesThatTheFileMentions()
    {
        const string Text = "Exports by country,,\nCountry,2022,2023\nChina,1.5,2.5\n";

        var question = Questions
            .Of(Read(Text, SourceProfile.Unknown("case"), "armenia_trade.csv"))
            .Single(one => one.Kind == QuestionKind.Reporter);

        Assert.Equal("am-armstat", question.Options[0].Is);
        Assert.Contains("Armenia", question.Options[0].Text.En, StringComparison.Ordinal);
        Assert.Equal(
            ["ARM-CHN USD 1500", "ARM-CHN USD 2500"],
            question
                .Options[0]
                .Preview!.Select(one => $"{one.Key.Reporter}-{one.Key.Partner} {one.Key.Unit} {one.Value:0}")
        );
    }

    [Fact]
    public void Write_GivesTheContractsKeys()
    {
        var reading = Read("Trade by country,\nCountry,2023\nChina,1.5\n", Kazakhstan);

        var json = QuestionJson.Write([new("case.csv", Questions.Of(reading))]);

        foreach (
            var key in new[]
            {
                "file",
                "questions",
                "id",
                "kind",
                "about",
                "files",
                "text",
                "sheet",
                "cells",
                "figures",
                "options",
                "free",
                "is",
                "why",
                "preview",
            }
        )
        {
            Assert.Contains($"\"{key}\":", json, StringComparison.Ordinal);
        }

        Assert.Contains("\"kind\": \"flow\"", json, StringComparison.Ordinal);
        Assert.Contains("\"value\": \"1500000\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadAnswers_TakesWhatTheProfileHolds()
    {
        var answers = QuestionJson.ReadAnswers(
            """[{ "kind": "area", "about": "Far abroad", "is": "_NON_CIS", "files": null, "by": "A. Name", "at": "2026-11-29T10:00:00Z" }]"""
        );
        Assert.Equal((QuestionKind.Area, "_NON_CIS"), (answers[0].Kind, answers[0].Is));
    }

    public static TheoryData<string> Golden => [.. GoldenReading.Names];

    /// <summary>What every option of every question over the golden workbooks promises is what its answer stores.</summary>
    [Theory]
    [MemberData(nameof(Golden))]
    public void Of_ShowsInPreviewsWhatIsStored(string name)
    {
        var golden = GoldenReading.Of(name);
        AssertPreviews(golden.Workbook, golden.Profile);
    }

    /// <summary>The same over a published file of every set, by an office of which nothing is known.</summary>
    [Fact]
    public void Of_ShowsInPreviewsWhatIsStored_OfPublishedFiles()
    {
        string[] folders = [Corpus.Root, RepositoryFiles.Corpus + "-2"];
        var files = folders
            .Select(folder => Path.Combine(folder, "files"))
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .Select(entry => Directory.EnumerateFiles(entry).Order(StringComparer.Ordinal).FirstOrDefault(IsSmall))
            .OfType<string>();

        Assert.NotEmpty(files.SelectMany(file => AssertPreviews(file, SourceProfile.Unknown("first-day"))));

        static bool IsSmall(string file) =>
            new FileInfo(file).Length is > 0 and < MaxBytes && !file.EndsWith(".json", StringComparison.Ordinal);
    }

    private static IReadOnlyList<Question> AssertPreviews(string path, SourceProfile profile)
    {
        var reading = Read(profile);
        var questions = Questions.Of(reading);
        var before = reading.Outcome == ReadingOutcome.Accepted ? Lines(reading) : [];
        foreach (var question in questions)
        {
            foreach (var option in question.Options)
            {
                var answered = Read(
                    profile with
                    {
                        Answers =
                        [
                            .. profile.Answers ?? [],
                            new(question.Kind, question.About, option.Is, question.Files),
                        ],
                    }
                );
                var added =
                    answered.Outcome == ReadingOutcome.Accepted && option.Is != Ask.LeaveOut
                        ? answered.Observations().Select(Line).Where(line => !before.Contains(line)).ToList()
                        : [];
                Assert.Equal(added.Take(Questions.PreviewLength), option.Preview!.Select(Line));
            }
        }

        return questions;

        Reading Read(SourceProfile with)
        {
            using var content = File.OpenRead(path);
            return Reading.Read(content, Path.GetFileName(path), with);
        }
    }

    private static Reading Read(string text, string profile, Question question, string answer) =>
        Read(
            text,
            SourceProfile.Parse(profile) with
            {
                Answers = [new(question.Kind, question.About, answer, question.Files)],
            },
            "case.csv"
        );

    private static Reading Read(string text, string profile, string file = "case.csv") =>
        Read(text, SourceProfile.Parse(profile), file);

    private static Reading Read(string text, SourceProfile profile, string file)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Reading.Read(content, file, profile);
    }

    private static HashSet<string> Lines(Reading reading) => [.. reading.Observations().Select(Line)];

    private static string Line(Observation one) => $"{one.Key} {one.Value} {one.Provenance.Cell}";
}
