using System.Globalization;
using System.Text;
using BriPipeline.Core.Sources;
using BriPipeline.Core.Tests.Workbooks;

namespace BriPipeline.Core.Tests.Readings;

/// <summary>One and the same table in other shapes, languages, orders, sheets and formats gives the same observations.</summary>
public sealed class SameTableTests
{
    private static readonly SourceProfile Profile = SourceProfile.Parse(
        """{ "name": "same", "reporter": "KAZ", "defaults": { "commodity": "TOTAL" } }"""
    );

    /// <summary>The words of the tables: English, Russian, Chinese, Kazakh.</summary>
    private static readonly string[][] Words =
    [
        ["Partner", "Страна", "国家", "Ел"],
        ["Exports", "Экспорт", "出口", "Экспорт"],
        ["Imports", "Импорт", "进口", "Импорт"],
        ["Flow", "Поток", "进出口", "Ағын"],
        ["Period", "Период", "时间", "Кезең"],
        ["thousand USD", "тыс. долл. США", "千美元", "мың АҚШ доллары"],
        ["Value, thousand USD", "Стоимость, тыс. долл. США", "金额（千美元）", "Құны, мың АҚШ доллары"],
        ["China", "Китай", "中国", "Қытай"],
        ["Germany", "Германия", "德国", "Германия"],
        ["Turkey", "Турция", "土耳其", "Түркия"],
        ["World", "Всего", "总值", "Барлығы"],
    ];

    /// <summary>Tables as lines of cells; a text that is a number is one.</summary>
    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["long"] = """
            Partner;Flow;Period;Value, thousand USD
            China;Exports;2021;110
            China;Imports;2021;220
            Germany;Exports;2021;31
            Germany;Imports;2021;42
            Turkey;Exports;2021;9
            Turkey;Imports;2021;8
            China;Exports;2022;120
            China;Imports;2022;230
            Germany;Exports;2022;33
            Germany;Imports;2022;44
            Turkey;Exports;2022;7
            Turkey;Imports;2022;6
            """,
        ["flows across"] = """
            2022
            thousand USD

            Partner;Exports;Imports
            World;160;280
            China;120;230
            Germany;33;44
            Turkey;7;6
            """,
        ["years across"] = """
            Exports
            thousand USD

            Partner;2021;2022
            World;150;160
            China;110;120
            Germany;31;33
            Turkey;9;7
            """,
        ["months across"] = """
            Imports
            thousand USD

            Partner;2022-01;2022-02;2022-03
            World;110;120;130
            China;80;85;95
            Germany;20;22;23
            Turkey;10;13;12
            """,
    };

    public static TheoryData<string> Names => [.. Shapes.Keys];

    public static TheoryData<string, int> InOtherLanguages
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var name in Shapes.Keys)
            {
                for (var language = 1; language < Words[0].Length; language++)
                {
                    cases.Add(name, language);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_GivesEveryFigure(string name) =>
        Assert.Equal(
            Table(name)
                .SkipWhile(line => line.Length < 3)
                .Skip(1)
                .SelectMany(line => line)
                .Count(text => IsNumber(text) && !IsYear(text)),
            Read(Table(name)).Count
        );

    [Theory]
    [MemberData(nameof(InOtherLanguages))]
    public void Read_IsTheSame_InAnotherLanguage(string name, int language) =>
        Assert.Equal(
            Read(Table(name)),
            Read([
                .. Table(name)
                    .Select(line =>
                        line.Select(text => Words.FirstOrDefault(word => word[0] == text)?[language] ?? text).ToArray()
                    ),
            ])
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_IsTheSame_WhenColumnsChangePlaces(string name)
    {
        // Titles stand where they stood.
        var (above, table) = Parts(name);
        int[][] orders =
            name == "long"
                ?
                [
                    [3, 2, 1, 0],
                    [2, 0, 3, 1],
                    [1, 3, 0, 2],
                ]
                :
                [
                    [0, 2, 1],
                ];
        foreach (var order in orders)
        {
            var all = order.Concat(Enumerable.Range(0, table[0].Length).Except(order)).ToArray();
            Assert.Equal(
                Read(Table(name)),
                Read([.. above, .. table.Select(line => all.Select(column => line[column]).ToArray())])
            );
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_IsTheSame_WhenRowsChangePlaces(string name)
    {
        var (above, table) = Parts(name);

        Assert.Equal(Read(Table(name)), Read([.. above, table[0], .. table.Skip(1).Reverse()]));
    }

    [Theory]
    [InlineData("flows across")]
    [InlineData("years across")]
    [InlineData("months across")]
    public void Read_IsTheSame_WhenRowsAndColumnsAreExchanged(string name)
    {
        var (above, table) = Parts(name);
        // The corner says what stands below it.
        table[0][0] = name == "flows across" ? "Flow" : "Period";
        var exchanged = Enumerable
            .Range(0, table[0].Length)
            .Select(column => table.Select(line => line[column]).ToArray());

        Assert.Equal(Read(Table(name)), Read([.. above, .. exchanged]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_IsTheSame_WhenItIsSplitOverSheets(string name)
    {
        var (above, table) = Parts(name);
        var half = (table.Count + 1) / 2;

        Assert.Equal(
            Read(Table(name)),
            ReadSheets([.. above, .. table.Take(half)], [.. above, table[0], .. table.Skip(half)])
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_IsTheSame_InEveryFormat(string name)
    {
        var table = Table(name);
        var expected = Read(table);

        Assert.Equal(expected, ReadFile(Xls(table), "table.xls"));
        Assert.Equal(expected, ReadFile(Text(table, ','), "table.csv"));
        Assert.Equal(expected, ReadFile(Text(table, ';'), "table.csv"));
        Assert.Equal(expected, ReadFile(Text(table, '\t'), "table.txt"));
        Assert.Equal(expected, ReadFile(Html(table), "table.html"));
        Assert.Equal(expected, ReadFile(Html(table), "table.xls"));
    }

    private static List<string[]> Table(string name) =>
        [.. Shapes[name].Split('\n').Select(line => line.TrimEnd('\r').Split(';'))];

    /// <summary>What stands above the table, and the table.</summary>
    private static (List<string[]> Above, List<string[]> Table) Parts(string name)
    {
        var lines = Table(name);
        var start = lines.FindIndex(line => line.Length > 1);
        return (lines[..start], lines[start..]);
    }

    private static List<string> Read(List<string[]> table) => ReadSheets(table);

    private static List<string> ReadSheets(params List<string[]>[] sheets)
    {
        var file = new XlsxFile();
        foreach (var (number, sheet) in sheets.Index())
        {
            file.Sheet($"Sheet{number + 1}", string.Concat(sheet.Select((line, row) => Row(line, row + 1))));
        }

        return ReadFile(file.ToStream(), "table.xlsx");
    }

    private static string Row(string[] line, int row) =>
        $"""<row r="{row}">{string.Concat(line.Select((text, column) => Cell(text, row, column)))}</row>""";

    private static string Cell(string text, int row, int column) =>
        text.Length == 0 ? ""
        : IsNumber(text) ? $"""<c r="{(char)('A' + column)}{row}"><v>{text}</v></c>"""
        : $"""<c r="{(char)('A' + column)}{row}" t="inlineStr"><is><t>{text}</t></is></c>""";

    private static MemoryStream Xls(List<string[]> table)
    {
        var file = new XlsFile();
        foreach (var (row, line) in table.Index())
        {
            foreach (var (column, text) in line.Index().Where(cell => cell.Item.Length > 0))
            {
                _ = IsNumber(text)
                    ? file.Number(row + 1, column + 1, double.Parse(text, CultureInfo.InvariantCulture))
                    : file.Text(row + 1, column + 1, text);
            }
        }

        return file.Sheet("Sheet1").ToStream();
    }

    private static MemoryStream Text(List<string[]> table, char separator) =>
        new(
            Encoding.UTF8.GetBytes(
                string.Join(
                    "\r\n",
                    table.Select(line =>
                        string.Join(
                            separator,
                            line.Select(text =>
                                text.Contains(separator, StringComparison.Ordinal) ? $"\"{text}\"" : text
                            )
                        )
                    )
                )
            )
        );

    private static MemoryStream Html(List<string[]> table) =>
        new(
            Encoding.UTF8.GetBytes(
                "<html><head><meta charset=\"utf-8\"></head><body><table>"
                    + string.Concat(
                        table.Select(line => $"<tr>{string.Concat(line.Select(text => $"<td>{text}</td>"))}</tr>")
                    )
                    + "</table></body></html>"
            )
        );

    private static List<string> ReadFile(MemoryStream content, string name) =>
        [
            .. Core
                .Readings.Reading.Read(content, name, Profile)
                .ToResult()
                .Observations.Select(observation => $"{observation.Key} {observation.Value}")
                .Order(StringComparer.Ordinal),
        ];

    private static bool IsNumber(string text) =>
        decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsYear(string text) => text is "2021" or "2022";
}
