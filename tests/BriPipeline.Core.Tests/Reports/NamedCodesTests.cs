using BriPipeline.Core.Findings;
using BriPipeline.Core.Reports;

namespace BriPipeline.Core.Tests.Reports;

public sealed class NamedCodesTests
{
    [Theory]
    [InlineData(
        "duplicate-differs",
        "KAZ-FRA M TOTAL USD 2022",
        "France, imports, 2022 (KAZ-FRA M TOTAL USD 2022) stands"
    )]
    [InlineData(
        "duplicate-differs",
        "KAZ-001 X 2022-M01-M07",
        "World, exports, 2022-M01-M07 (KAZ-001 X 2022-M01-M07) stands"
    )]
    [InlineData(
        "duplicate-differs",
        "KAZ T 2022-Q3",
        "Kazakhstan, exports and imports together, 2022-Q3 (KAZ T 2022-Q3) stands"
    )]
    [InlineData("area-unclear", "Korea|KOR, PRK", "\"Korea\" may mean South Korea (KOR), North Korea (PRK)")]
    [InlineData("figures-missing", "150|150", "\"150\" stands in place of 150 figures")]
    public void SentenceIn_PutsNamesBesideCodes(string code, string arguments, string start) =>
        Assert.StartsWith(start, Finding(code, arguments).SentenceIn(FindingTexts.English), StringComparison.Ordinal);

    [Fact]
    public void SentenceIn_NamesInTheLanguageOfTheReport() =>
        Assert.StartsWith(
            "Франция, импорт, 2022 (KAZ-FRA M 2022)",
            Finding("duplicate-differs", "KAZ-FRA M 2022").SentenceIn(FindingTexts.Russian),
            StringComparison.Ordinal
        );

    private static ReportFinding Finding(string code, string arguments) =>
        ReportFinding.Of(
            "file.csv",
            Core.Findings.Finding.OfFile(FindingCodes.All[code], [.. arguments.Split('|'), "0", "0"])
        );
}
