using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Language;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks.Text;

public sealed class TextEncodingTests
{
    private const string Russian = "Страна;Экспорт;Импорт\nКитай;13060205,5;11143739,7\nРоссия;9091390,9;17344112,3\n";
    private const string Chinese =
        "数据年月,贸易伙伴名称,商品名称,人民币\n202401,阿根廷,大豆,639240426\n202401,巴西,大豆,16536067327\n";

    private static readonly Dictionary<string, Func<Encoding>> Encodings = new()
    {
        ["utf-8"] = () => new UTF8Encoding(false),
        ["utf-8 with mark"] = () => new UTF8Encoding(true),
        ["utf-16le"] = () => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        ["utf-16le with mark"] = () => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        ["utf-16be"] = () => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        ["utf-16be with mark"] = () => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        ["windows-1251"] = () => Encoding.GetEncoding("windows-1251"),
        ["gb18030"] = () => Encoding.GetEncoding("GB18030"),
    };

    public static TheoryData<string, string> Texts
    {
        get
        {
            var texts = new TheoryData<string, string>();
            foreach (var name in Encodings.Keys)
            {
                texts.Add(name, name == "gb18030" ? Chinese : Russian);
            }

            texts.Add("utf-8", Chinese);
            texts.Add("utf-16le", Chinese);
            return texts;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Detect_FindsTheEncoding(string name, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encodings[name]();
        var sheet = Reading.Text(text, encoding);
        var lines = text.Split('\n');
        Assert.Equal(lines[0].Split(';', ','), sheet.Row(1));
        Assert.Equal(lines[1].Split(text == Russian ? ';' : ','), sheet.Row(2));
    }

    [Fact]
    public void Detect_IsNotMisledByDigits()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = "Страна;2021;2022\n" + string.Concat(Enumerable.Repeat("398;13060205,5;11143739,7\n", 5000));
        Assert.Equal("Страна", Reading.Text(text, Encoding.GetEncoding("windows-1251"))[1, 1].Text);
    }

    [Fact]
    public void Detect_LooksBeyondTheFirstBytes()
    {
        var text = string.Concat(Enumerable.Repeat("398;13060205,5;11143739,7\n", 5000)) + "Қытай;1;2\n";
        Assert.Equal("Қытай", Reading.Text(text)[5001, 1].Text);
    }

    [Theory]
    [InlineData("windows-1252", "País;2022\nEspaña;1\nPerú;2\n")]
    [InlineData("windows-1250", "Kraj;2022\nWęgry;1\nWłochy;2\nŁotwa;3\n")]
    [InlineData("windows-1254", "Ülke;2022\nÇin;1\nİtalya;2\nÖzbekistan;3\n")]
    [InlineData("windows-1251", Russian)]
    [InlineData("cp866", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("GB18030", Chinese)]
    [InlineData("shift_jis", "国,2022\nロシア,1\nイタリア,2\n")]
    [InlineData("euc-kr", "국가,2022\n러시아,1\n이탈리아,2\n")]
    [InlineData("big5", "國家,2022\n俄羅斯,1\n義大利,2\n")]
    public void Detect_TellsOldEncodingsApart_ByTheWordsTheyMake(string name, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var content = Reading.Bytes(text, Encoding.GetEncoding(name));
        var (workbook, findings) = WorkbookReader.Read(content, "a.csv", KnownWords.Standard);
        Assert.Empty(findings);
        Assert.Equal(text.Split('\n')[1].Split(';', ',')[0], workbook!.Sheets[0][2, 1].Text);
    }

    [Fact]
    public void Detect_SaysSo_WhereANameMayBeAnother()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var content = Reading.Bytes("Zboží;2022\nOřechy a sůl;1\n", Encoding.GetEncoding("windows-1250"));
        var (_, findings) = WorkbookReader.Read(content, "a.csv", KnownWords.Standard);
        Assert.Equal(FindingCodes.EncodingDoubtful, Assert.Single(findings).Code);
    }
}
