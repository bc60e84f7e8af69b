using System.Text;
using BriPipeline.Core.Layouts;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Golden;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Layouts;

/// <summary>Every rule decides somewhere and is silent elsewhere, and none depends on its place in the table.</summary>
public sealed class RoleRulesTests
{
    private static readonly Lazy<IReadOnlyList<(string Case, IReadOnlyList<ColumnRole> Roles)>> Golden = new(() =>
        [.. GoldenReading.Names.SelectMany(name => Tables(name, RoleRules.All).Select(roles => (name, roles)))]
    );

    /// <summary>Tables in which a rule decides that decides in no golden case, with the column.</summary>
    private static readonly Dictionary<string, (char Column, string Csv)> Drawn = new(StringComparer.Ordinal)
    {
        ["header-shifted"] = (
            'B',
            "Country,,2021,2022,2023\nChina,1.5,2.5,3.5\nItaly,4.5,5.5,6.5\nJapan,7.5,8.5,9.5\n"
        ),
        ["flows-differ"] = (
            'C',
            "Country,Imports,Imports\n,Value,Share of exports\nChina,1.5,2.5\nItaly,4.5,5.5\nJapan,7.5,8.5\n"
        ),
        ["shares-named-figures"] = (
            'B',
            "Country,Share in exports,Exports\nTotal,200.5,100\nChina,150.5,75.06\nItaly,30,14.96\nJapan,20,9.98\n"
        ),
        ["months-beside-years"] = (
            'C',
            "Country,Year,Quux,Exports\nChina,2021,1,1.5\nChina,2021,2,2.5\nChina,2021,3,3.5\nChina,2021,4,4.5\nChina,2021,5,5.5\nChina,2021,6,6.5\nChina,2021,7,7.5\nChina,2021,8,8.5\nChina,2021,9,9.5\nChina,2021,10,10.5\nChina,2021,11,11.5\nChina,2021,12,12.5\n"
        ),
        ["codes-of-no-list"] = ('B', "Country,HS code,Exports\nChina,7700,10.5\nItaly,0000,20.5\nJapan,2799,30.5\n"),
        ["fiscal-numbers"] = ('B', "Country,Fiscal year,Exports\nChina,2021,10.5\nItaly,2022,20.5\nJapan,2022,30.5\n"),
        ["padded-numbers"] = ('B', "Country,Quux,Exports\nChina,0210,10.5\nItaly,0220,20.5\nJapan,0230,30.5\n"),
        ["codes-of-lines"] = (
            'C',
            "Partner,Flow,Quux,Value\nChina,Exports,1,10\nChina,Exports,2,20\nChina,Imports,1,30\nChina,Imports,2,40\n"
        ),
        ["powers-beside-units"] = (
            'C',
            "Partner,Unit,Quux,Value\nChina,USD,3,10\nItaly,USD,6,20\nJapan,KG,0,30\nIndia,KG,0,40\n"
        ),
        ["multiplier-heading"] = (
            'B',
            "Partner,Unit multiplier,Exports\nChina,quux,10\nItaly,quux,20\nJapan,corge,30\n"
        ),
        ["area-code-heading"] = ('B', "Partner,Country code,Exports\nChina,Q1X,10\nItaly,Q2X,20\nJapan,Q3X,30\n"),
        ["valuation-heading"] = ('B', "Partner,Customs procedure,Exports\nChina,FOB,10\nItaly,FOB,20\nJapan,FOB,30\n"),
        ["reporter-heading"] = (
            'A',
            "Reporter,Partner,Exports\nQuuxland,China,10\nCorgeland,Italy,20\nGarplyland,Japan,30\n"
        ),
        ["flow-heading"] = ('B', "Partner,Trade flow,Value\nChina,quux,10\nItaly,corge,20\nJapan,quux,30\n"),
        ["flow-numbers"] = ('B', "Partner,Trade flow,Exports\nChina,1,10.5\nItaly,2,20.5\nJapan,2,30.5\n"),
        ["quarters"] = ('C', "Partner,Year,Quarter,Exports\nChina,2021,1,10.5\nItaly,2021,2,20.5\nJapan,2021,2,30.5\n"),
        ["period-numbers"] = ('B', "Partner,Period,Exports\nChina,202101,10.5\nItaly,202102,20.5\nJapan,202102,30.5\n"),
        ["commodity-codes-with-zeros"] = (
            'B',
            "Partner,Commodity,Exports\nChina,0101,10.5\nItaly,0102,20.5\nJapan,2701,30.5\n"
        ),
        ["status-texts"] = (
            'C',
            "Country,Year,Garply,Exports\nChina,2022,final,10.5\nItaly,2022,final,20.5\nChina,2023,provisional,30.5\nItaly,2023,provisional,40.5\n"
        ),
        ["month-lacking"] = (
            'D',
            ",2021,,\nCountry,January,February,Exports\nChina,1.5,2.5,3.5\nItaly,4.5,5.5,6.5\nJapan,7.5,8.5,9.5\n"
        ),
        ["multiplier-lacking"] = (
            'C',
            "Country,2021,2022,2023\n,USD thousand,USD,USD thousand\nChina,1.5,2.5,3.5\nItaly,4.5,5.5,6.5\nJapan,7.5,8.5,9.5\n"
        ),
    };

    public static TheoryData<string> Names => [.. RoleRules.All.Select(rule => rule.Name)];

    [Fact]
    public void Names_AreAllDifferent() =>
        Assert.Equal(
            RoleRules.All.Count,
            RoleRules.All.Select(rule => rule.Name).Distinct(StringComparer.Ordinal).Count()
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_DecidesInOneTable_AndNotInAnother(string name)
    {
        var golden = Golden.Value.ToLookup(table => table.Roles.Any(role => IsBy(role, name)));

        Assert.NotEmpty(golden[false]);
        if (Drawn.TryGetValue(name, out var drawn))
        {
            Assert.True(IsBy(Role(drawn.Csv, drawn.Column), name), Role(drawn.Csv, drawn.Column).ToString());
        }
        else
        {
            Assert.NotEmpty(golden[true]);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Order_OfTheRules_ChangesNoRole(int seed)
    {
        var rules = RoleRules.All.ToArray();
        new Random(seed).Shuffle(rules);

        var shuffled = GoldenReading.Names.SelectMany(name => Tables(name, rules));

        Assert.Equal(
            Golden.Value.SelectMany(table => table.Roles).Select(Said),
            shuffled.SelectMany(roles => roles).Select(Said)
        );
    }

    private static string Said(ColumnRole role) =>
        $"{role.Column} {role.Use} {role.Dimension} {role.Kind} {role.Heading} {role.Reason} {role.Rule}";

    private static bool IsBy(ColumnRole role, string name) =>
        role.Rule.Split([", ", " / "], StringSplitOptions.None).Contains(name, StringComparer.Ordinal);

    private static ColumnRole Role(string csv, char column)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var workbook = WorkbookReader.Read(content, "a.csv").Workbook!;
        return DrawnTable
            .Tables(workbook, SourceProfile.Unknown("a"), RoleRules.All)
            .SelectMany(roles => roles)
            .Single(role => role.Column == column - 'A' + 1);
    }

    private static IEnumerable<IReadOnlyList<ColumnRole>> Tables(string name, IReadOnlyCollection<RoleRule> rules)
    {
        var golden = GoldenReading.Of(name);
        return golden.Read() is { } workbook ? DrawnTable.Tables(workbook, golden.Profile, rules) : [];
    }
}
