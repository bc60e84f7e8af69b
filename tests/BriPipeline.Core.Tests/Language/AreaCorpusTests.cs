using System.Text;
using System.Text.RegularExpressions;
using BriPipeline.Core.Language;
using BriPipeline.Core.Trade;
using ExcelDataReader;

namespace BriPipeline.Core.Tests.Language;

/// <summary>The country labels of real publications, used where they lie.</summary>
public sealed class AreaCorpusTests
{
    private static readonly AreaCodeList Areas = AreaCodeList.Standard;

    [Theory]
    [InlineData("kz-bns-partners-2022", "*.xls", 1, "ru", "")]
    [InlineData("kg-nsc-export-partners", "*.xlsx", 1, "ky", "")]
    [InlineData("kg-nsc-export-partners", "*.xlsx", 2, "ru", "")]
    [InlineData("kg-nsc-export-partners", "*.xlsx", 3, "en", "")]
    [InlineData("uz-stat-export-csv", "*.csv", 2, "uz", "")]
    // Two Koreas; the code beside it decides.
    [InlineData("uz-stat-export-csv", "*.csv", 3, "ru", "Корея")]
    [InlineData("uz-stat-export-csv", "*.csv", 4, "en", "")]
    [InlineData("br-comexstat-csv", "*.csv", 3, "en", "")]
    [InlineData("uk-ons-allcountries", "*.xlsx", 2, "en", "")]
    // No area, no code in the closed list, or a part of a country.
    [InlineData(
        "us-census-country",
        "*.xlsx",
        3,
        "en",
        "NAFTA with Mexico (Consump)|NAFTA with Canada (Consump)|Advanced Technology Products|South and Central America|Pacific Rim|CAFTA-DR|USMCA with Mexico (Consump)|USMCA with Canada (Consump)|Gaza Strip admin. by Israel|West Bank admin. by Israel|International Organizations"
    )]
    [InlineData("eu-eurostat-comext-csv", "*.csv", 1, "en", "")]
    // Parts of Spain and no country.
    [InlineData("eu-eurostat-comext-csv", "*.csv", 2, "en", "Ceuta (incl. Melilla 'XL' -> 1998)|Melilla|High seas")]
    [InlineData("cn-gacc-csv-gbk", "*.csv", 3, "zh", "")]
    public void Find_GivesOneArea_ForEachCountryLabel(
        string folder,
        string pattern,
        int column,
        string language,
        string exceptions
    )
    {
        var labels =
            from row in Rows(folder, pattern)
            let label = row.ElementAtOrDefault(column - 1) ?? ""
            where IsData(row, label)
            select label;
        var unsettled =
            from label in labels.Distinct(StringComparer.Ordinal)
            let found = Areas.Find(label, [language])
            where found.Count != 1
            where !(folder.StartsWith("kz-", StringComparison.Ordinal) && IsGroupOfTwoMeanings(label))
            select $"{label}\t{string.Join(' ', found)}";
        var expected = exceptions.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            unsettled
                .Select(line => line[..line.IndexOf('\t', StringComparison.Ordinal)])
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Find_AgreesAcrossLanguages_InKyrgyzTables()
    {
        var differing =
            from row in Rows("kg-nsc-export-partners", "*.xlsx")
            where IsData(row, row[0])
            let codes = new[]
            {
                Areas.Find(row[0], ["ky"])[0],
                Areas.Find(row[1], ["ru"])[0],
                Areas.Find(row[2], ["en"])[0],
            }
            where codes.Distinct().Count() > 1
            select $"{row[0]}|{row[1]}|{row[2]} -> {string.Join(' ', codes)}";
        Assert.Equal("", string.Join('\n', differing));
    }

    [Fact]
    public void Find_AgreesWithTheCode_InUzbekTable()
    {
        var differing =
            from row in Rows("uz-stat-export-csv", "*.csv").Skip(1)
            let code = Areas.FindCode(AreaCodeScheme.Numeric, row[0]) ?? new Area("_OTHER")
            where
                !Areas.Find(row[1], ["uz"]).Contains(code)
                || !Areas.Find(row[2], ["ru"]).Contains(code)
                || !Areas.Find(row[3], ["en"]).Contains(code)
            select string.Join('|', row.Take(4)) + " -> " + code;
        Assert.Equal("", string.Join('\n', differing));
    }

    [Fact]
    public void Find_AgreesWithTheCode_InBritishTable()
    {
        var differing =
            from row in Rows("uk-ons-allcountries", "*.xlsx")
            where row.Count > 1 && row[0].Length == 2
            let code = Areas.FindCode(AreaCodeScheme.Alpha2, row[0])
            where code is not null && !Areas.Find(row[1], ["en"]).SequenceEqual([code.Value])
            select $"{row[0]} {row[1]}";
        Assert.Equal("", string.Join('\n', differing));
    }

    // "Outside the EAEU" and "outside the EU" are two groups each; the rows beneath decide.
    private static bool IsGroupOfTwoMeanings(string label) => label.Contains("Страны вне", StringComparison.Ordinal);

    private static bool IsData(IReadOnlyList<string> row, string label) =>
        !string.IsNullOrWhiteSpace(label)
        && row.Skip(1).Any(text => text == "-" || decimal.TryParse(text, CultureInvariant, out _))
        && !row.Any(text => text is "Klassifikator" or "CTYNAME" or "REPORTER" or "Country Name" or "贸易伙伴名称");

    private static System.Globalization.CultureInfo CultureInvariant =>
        System.Globalization.CultureInfo.InvariantCulture;

    private static List<IReadOnlyList<string>> Rows(string folder, string pattern)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "BriPipeline.sln")))
        {
            root = root.Parent;
        }

        var path = Path.Combine(root?.Parent?.FullName ?? "", "shared", "corpus", "files", folder);
        Assert.SkipUnless(Directory.Exists(path), "The sample spreadsheets are not here.");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return
        [
            .. Directory
                .EnumerateFiles(path, pattern)
                .SelectMany(file =>
                    pattern.EndsWith("csv", StringComparison.Ordinal) ? Records(file) : SheetRows(file)
                ),
        ];
    }

    private static IEnumerable<IReadOnlyList<string>> Records(string file)
    {
        var encoding = file.Contains("gbk", StringComparison.Ordinal) ? Encoding.GetEncoding("gb18030") : Encoding.UTF8;
        foreach (var line in File.ReadLines(file, encoding))
        {
            yield return
            [
                .. Regex
                    .Matches(line, @"(?:^|,)(?:""(?<text>[^""]*)""|(?<text>[^,]*))")
                    .Select(field => field.Groups["text"].Value),
            ];
        }
    }

    private static IEnumerable<IReadOnlyList<string>> SheetRows(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        do
        {
            while (reader.Read())
            {
                yield return
                [
                    .. Enumerable
                        .Range(0, Math.Min(reader.FieldCount, 8))
                        .Select(column => Convert.ToString(reader.GetValue(column), CultureInvariant) ?? ""),
                ];
            }
        } while (reader.NextResult());
    }
}
