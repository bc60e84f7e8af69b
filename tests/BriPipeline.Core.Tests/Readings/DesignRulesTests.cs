using System.Globalization;
using System.Text.RegularExpressions;
using BriPipeline.Core.Tests.Checks;
using BriPipeline.Core.Tests.Repository;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>Rules of DESIGN section 4 in small tables: each decides in one, and is silent in another that differs only in what the
/// rule is about. The page on recognition names the tests of all rules.</summary>
public sealed partial class DesignRulesTests
{
    private const int Rules = 14;

    [Theory]
    // A name with a word before it is another name.
    [InlineData(
        1,
        "Exports\nPartner | Exports\nChina | 10.5\nNew Mexico | 20.5\nBrazil | 30.5",
        "area-unknown@A4",
        "CHN 10500 BRA 30500"
    )]
    [InlineData(1, "Exports of New Mexico\nPartner | Exports\nChina | 10.5\nBrazil | 30.5", "caption-limits@A1", "")]
    // The unit above a table.
    [InlineData(
        2,
        "Exports, million USD\nPartner | Exports\nChina | 10.5\nBrazil | 30.5\n\nPartner | Exports\nItaly | 1.5\nSpain | 3.5",
        "header-repeated@A6 multiplier-over-profile",
        "CHN 10500000 BRA 30500000 ITA 1500000 ESP 3500000"
    )]
    // A column that differs where all that is understood does not.
    [InlineData(
        5,
        "Partner | Quux | Exports\nChina | a | 10.5\nChina | b | 20.5\nBrazil | a | 30.5\nBrazil | b | 40.5",
        "dimension-not-modelled@B2 dimension-not-modelled@B3 dimension-not-modelled@B4 dimension-not-modelled@B5",
        ""
    )]
    // Over one column, in one name, in a title beside the flow.
    [InlineData(
        6,
        "Partner | Quux | Exports\nChina | 10.5 | 1.5\nGermany | 20.5 | 2.5\nBrazil | 30.5 | 3.5",
        "header-unexplained@B1",
        "CHN 1500 DEU 2500 BRA 3500"
    )]
    [InlineData(
        6,
        "Partner | Exports\nChina | 10.5\nQuuxland | 20.5\nBrazil | 30.5",
        "area-unknown@A3",
        "CHN 10500 BRA 30500"
    )]
    [InlineData(6, "Quux exports\nPartner | Exports\nChina | 10.5\nBrazil | 30.5", "caption-limits@A1", "")]
    // Marks whose meaning is not said, and marks that mean nothing else.
    [InlineData(
        10,
        "Partner | Exports\nChina | 10.5\nGermany | -\nBrazil | 30.5",
        "mark-unclear@B3",
        "CHN 10500 BRA 30500"
    )]
    [InlineData(
        10,
        "Partner | Exports\nChina | 10.5\nGermany | na\nBrazil | …",
        "figures-missing@B3 figures-missing@B4",
        "CHN 10500"
    )]
    [InlineData(12, "Partner | Exports\nChina | -10.5\nBrazil | 30.5", "value-negative@B2", "BRA 30500")]
    [InlineData(
        12,
        "Partner | Exports\nKazakhstan | 10.5\nBrazil | 30.5",
        "partner-is-reporter@B2",
        "KAZ 10500 BRA 30500"
    )]
    public void Rule_Decides(int rule, string table, string findings, string figures) =>
        Assert.Equal((rule, findings, figures), Read(rule, table));

    [Theory]
    [InlineData(
        1,
        "Exports\nPartner | Exports\nChina | 10.5\nMexico | 20.5\nBrazil | 30.5",
        "CHN 10500 MEX 20500 BRA 30500"
    )]
    // What a mark points to belongs to the table above.
    [InlineData(
        2,
        "Partner | Exports\nChina | 10.5\nBrazil | 30.5\n* Values in million EUR\n\nPartner | Exports\nItaly | 1.5\nSpain | 3.5",
        "CHN 10500 BRA 30500 ITA 1500 ESP 3500"
    )]
    [InlineData(
        5,
        "Partner | Quux | Exports\nChina | a | 10.5\nGermany | a | 20.5\nBrazil | a | 30.5",
        "CHN 10500 DEU 20500 BRA 30500"
    )]
    // The office's own line limits nothing.
    [InlineData(
        6,
        "Bureau of National Statistics of Kazakhstan\nPartner | Exports\nChina | 10.5\nBrazil | 30.5",
        "CHN 10500 BRA 30500"
    )]
    // Figures a thousand times smaller are stored as they are printed.
    [InlineData(
        7,
        "Partner | 2021 | 2022\nTotal | 100 | 0.105\nChina | 60 | 0.063\nGermany | 40 | 0.042",
        "001 100000 001 105 CHN 60000 CHN 63 DEU 40000 DEU 42"
    )]
    // A blank is no figure and no heading, and a printed zero is trade.
    [InlineData(10, "Partner | Exports\nChina | 10.5\nGermany |\nBrazil | 0", "CHN 10500 BRA 0")]
    [InlineData(12, "Partner | Exports\nChina | 10.5\nBrazil | 30.5", "CHN 10500 BRA 30500")]
    public void Rule_IsSilent(int rule, string table, string figures) =>
        Assert.Equal((rule, "", figures), Read(rule, table));

    [Theory]
    [InlineData("Country | 2022 | 2023\n | 12 | 22", "dimension-missing@B2:C2")]
    [InlineData("Country | 2022 | 2023\n2023 | 12 | 22", "area-unknown@A2")]
    [InlineData("Country | 2022 | 2023\n2023 | 2012 | 2022", "area-unknown@A2")]
    [InlineData("Country | 2022 | 2023\n | 2012 | 2022\n2023 | 2010 | 2020", "dimension-missing@B2:C2 area-unknown@A3")]
    [InlineData("Country | 2022 | 2023\nItaly | 5% | 6%", "value-not-number@B2 value-not-number@C2")]
    [InlineData("Country | 2022 | 2023\nItaly | 5% | 50", "value-not-number@B2")]
    [InlineData("Country | 2022 | 2023\n | 5% | 6%", "dimension-missing@B2:C2")]
    [InlineData("Country | 2022 | 2023\n2023 | 5% | 6%", "area-unknown@A2")]
    public void FirstRecord_WhateverIsOddInIt_IsFound_AndThoseBelowAreRead(string table, string findings)
    {
        var (_, found, figures) = Read(10, table + "\nChina | 10.5 | 20.5\nBrazil | 30.5 | 40.5");

        Assert.Equal(findings, found);
        Assert.EndsWith("CHN 10500 CHN 20500 BRA 30500 BRA 40500", figures, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_NamesTestsOfEveryRule()
    {
        var tests = typeof(DesignRulesTests)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}"))
            .ToHashSet(StringComparer.Ordinal);
        var rows = Row().Matches(RepositoryFiles.Read("docs/recognition.md")).ToList();

        Assert.Equal(
            Enumerable.Range(1, Rules),
            rows.Select(row => int.Parse(row.Groups["rule"].Value, CultureInfo.InvariantCulture))
        );
        Assert.All(
            rows.SelectMany(row => row.Groups["test"].Captures),
            test => Assert.True(tests.Contains(test.Value), $"no test {test.Value}")
        );
        Assert.All(rows, row => Assert.True(row.Groups["test"].Captures.Count > 1, row.Value));
    }

    private static (int Rule, string Findings, string Figures) Read(int rule, string table)
    {
        var reading = Checked.Read(table);
        return (
            rule,
            Checked.Show(reading),
            string.Join(
                ' ',
                reading
                    .Observations()
                    .Select(figure =>
                        string.Create(CultureInfo.InvariantCulture, $"{figure.Key.Partner.Code} {figure.Value:0.#}")
                    )
            )
        );
    }

    [GeneratedRegex(
        @"^\| (?<rule>\d+)\. [^|]+\|(?:[^|\n]*?`(?<test>\w+\.\w+)`)+[^|\n]*\|(?:[^|\n]*?`(?<test>\w+\.\w+)`)+",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Row();
}
