using System.Text;
using BriPipeline.Core.Pipeline;
using BriPipeline.Core.Tests.Vintages;

namespace BriPipeline.Core.Tests.Pipeline;

public sealed class ImportReportTests
{
    [Fact]
    public void Html_ListsTheLargestChangeFirst_AndSumsBySeries()
    {
        var plan = History.Of("a/08 1=10 2=20 3=30; a/09 1=11 2=15 3=30 4=2").Last;

        var html = Encoding.UTF8.GetString(ImportReport.Of(plan).Html());

        var (large, small) = (
            html.IndexOf("<td class=\"n\">-5,000</td>", StringComparison.Ordinal),
            html.IndexOf("<td class=\"n\">+1,000</td>", StringComparison.Ordinal)
        );
        Assert.InRange(large, 0, small);
        // 1 - 5 + 2 thousand in three periods.
        Assert.Contains("<td class=\"n\">3</td><td class=\"n\">-2,000</td>", html, StringComparison.Ordinal);
        Assert.Contains("<dt>Revised</dt><dd>2</dd>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_IsTheSameEachTime_AndEncodesWhatTheFileSays()
    {
        var finding = new ReportFinding("a", "warning", "odd", "<s>", "A1", "\"&", "Odd <b>.", "Look.");
        var plan = History.Of("<x>/08 1=10").Last with { Findings = [finding] };

        var report = ImportReport.Of(plan);

        Assert.Equal(report.Html(), ImportReport.Of(plan).Html());
        var html = Encoding.UTF8.GetString(report.Html());
        Assert.Contains("<h1>&lt;x&gt;</h1>", html, StringComparison.Ordinal);
        Assert.Contains(
            "<td>&lt;s&gt;</td><td>A1</td><td>&quot;&amp;</td><td>Odd &lt;b&gt;.</td>",
            html,
            StringComparison.Ordinal
        );
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
