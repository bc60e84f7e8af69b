using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Imports;
using BriPipeline.Core.Readings;
using BriPipeline.Core.Reports;
using BriPipeline.Core.Tests.Vintages;

namespace BriPipeline.Core.Tests.Imports;

public sealed class ImportReportTests
{
    [Fact]
    public void Html_ListsTheLargestChangeFirst_AndSumsBySeries()
    {
        var plan = History.Of("a/08 1=10 2=20 3=30; a/09 1=11 2=15 3=30 4=2").Last;

        var html = Encoding.UTF8.GetString(ImportReport.Of(plan).Html(ReportTexts.English));

        var (large, small) = (
            html.IndexOf(">-5,000</td>", StringComparison.Ordinal),
            html.IndexOf(">+1,000</td>", StringComparison.Ordinal)
        );
        Assert.InRange(large, 0, small);
        // 1 - 5 + 2 thousand in three periods.
        Assert.Matches(">3</td>\\s*<td[^>]*>-2,000</td>", html);
        Assert.Contains("<dt>Revised</dt><dd>2</dd>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_IsTheSameEachTime_AndEncodesWhatTheFileSays()
    {
        var finding = new ReportFinding("a", "warning", "odd", "<s>", "A1", "\"&", "Odd <b>.", "Look.");
        var plan = History.Of("<x>/08 1=10").Last with { Findings = [finding] };

        var report = ImportReport.Of(plan);

        Assert.Equal(report.Html(ReportTexts.English), ImportReport.Of(plan).Html(ReportTexts.English));
        var html = Encoding.UTF8.GetString(report.Html(ReportTexts.English));
        Assert.Contains("<h1>&lt;x&gt;</h1>", html, StringComparison.Ordinal);
        Assert.Matches(">&lt;s&gt;!A1</td>\\s*<td[^>]*>&quot;&amp;</td>\\s*<td[^>]*>Odd &lt;b&gt;.</td>", html);
    }

    [Fact]
    public void Html_SaysInRussian_WhatIsWrong_TheGravestFirst()
    {
        var findings = new Finding[]
        {
            new(FindingCodes.FiguresMissing, "Лист", new(new(2, 2)), "…", ["…", "1"]),
            new(FindingCodes.ValueNegative, "Лист", new(new(3, 2)), "-5", ["-5"]),
            new(FindingCodes.AreaUnknown, "Лист", new(new(4, 1)), "Атлантида", ["Атлантида", "7", "5", "none"])
            {
                Figures = 7,
            },
        };
        var plan = History.Of("a/08 1=10000").Last with
        {
            Findings = [.. findings.Select(finding => ReportFinding.Of("a.xlsx", finding))],
        };

        var html = Encoding.UTF8.GetString(ImportReport.Of(plan).Html(ReportTexts.Russian));

        Assert.Contains("<html lang=\"ru\">", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Не сохранено цифр</dt><dd>8</dd>", html, StringComparison.Ordinal);
        string[] order =
        [
            "Неизвестное название страны: мест 1, цифр 7",
            "-5 — отрицательное число, каким стоимость торговли быть не может.",
            "«…» стоит вместо 1 цифр; они сочтены пропущенными.",
        ];
        var places = order.Select(text => html.IndexOf(text, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Html_SaysWhatBecameOfTheNumbers_AndMarksAFileOfWhichTooFewAreAccountedFor()
    {
        CoverageLine[] lines =
        [
            new(NumberFate.NotUnderstood, "no-header", "", 15),
            new(NumberFate.Explained, "label", "", 5),
        ];
        var low = new Coverage(120, 80, 20, 3, 2, 15, lines);
        var plan = History.Of("a/08 1=10000").Last;

        var html = Html(low, ReportTexts.English);

        Assert.Matches("<section class=\"warning\">\\s*<h2>What happened to the numbers</h2>", html);
        Assert.Contains(
            "The file holds 120 numbers; 87.5 % of them are accounted for.",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("<dt>Not understood</dt><dd>15</dd>", html, StringComparison.Ordinal);
        Assert.Contains("<li>15 numbers, not understood: Columns without names</li>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("codes and years", html, StringComparison.Ordinal);
        Assert.Contains("чисел: 15, не понято: ", Html(low, ReportTexts.Russian), StringComparison.Ordinal);
        var enough = Html(low with { Read = 83, NotUnderstood = 12 }, ReportTexts.English);
        Assert.Contains("<section class=\"numbers\">", enough, StringComparison.Ordinal);
        Assert.DoesNotContain("Less than 90 %", enough, StringComparison.Ordinal);

        string Html(Coverage coverage, ReportTexts texts) =>
            Encoding.UTF8.GetString((ImportReport.Of(plan) with { Coverage = coverage }).Html(texts));
    }

    [Fact]
    public void FindingsJson_HasAStableSchema()
    {
        var finding = new ReportFinding("файл.xlsx", "reject-cell", "odd", "Лист", "A1:C3", "x", "Odd.", "Look.")
        {
            Cells = "A1,C3",
            Figures = 2,
            Arguments = ["x"],
        };
        var plan = History.Of("a/08 1=10").Last with { Findings = [finding] };

        Assert.Equal(
            """
            [
              {
                "file": "файл.xlsx",
                "severity": "reject-cell",
                "code": "odd",
                "sheet": "Лист",
                "cell": "A1:C3",
                "raw": "x",
                "message": "Odd.",
                "advice": "Look.",
                "cells": "A1,C3",
                "figures": 2,
                "arguments": [
                  "x"
                ]
              }
            ]
            """,
            Encoding.UTF8.GetString(ImportReport.Of(plan).FindingsJson())
        );
    }
}
