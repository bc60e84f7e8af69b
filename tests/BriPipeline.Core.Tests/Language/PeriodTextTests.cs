using BriPipeline.Core.Language;

namespace BriPipeline.Core.Tests.Language;

public sealed class PeriodTextTests
{
    [Theory]
    // Years.
    [InlineData("2022", "2022")]
    [InlineData("за 2022 год", "2022")]
    [InlineData("за  2021 год", "2021")]
    [InlineData("2022 г.", "2022")]
    [InlineData("2022年", "2022")]
    [InlineData("2023 жыл", "2023")]
    [InlineData("2023-yil", "2023")]
    [InlineData("2023 1", "2023")]
    [InlineData("2023*", "2023")]
    [InlineData("2023p", "2023")]
    [InlineData("2023 (p)", "2023")]
    [InlineData("2023¹", "2023")]
    [InlineData("2023 [note 1]", "2023")]
    [InlineData("Year", "m1-12")]
    [InlineData("1899", "")]
    [InlineData("2101", "")]
    // Years of other eras and calendars.
    [InlineData("令和5年", "2023")]
    [InlineData("平成元年", "1989")]
    [InlineData("民國112年", "2023")]
    [InlineData("112年 2023", "2023")]
    [InlineData("พ.ศ. 2566", "2023")]
    [InlineData("ปี 2566", "2023")]
    [InlineData("B.E. 2566", "2023")]
    [InlineData("2566", "")]
    [InlineData("ม.ค. 66", "2023 m1")]
    [InlineData("2015 E.C.", "")]
    [InlineData("2015 ዓ.ም", "")]
    [InlineData("112", "")]
    [InlineData("1402", "")]
    // A raised mark behind a full stop.
    [InlineData("2024.¹⁾", "2024")]
    [InlineData("I. – IX. 2024.", "2024 m1-9")]
    [InlineData("I. – IX. 2024.¹⁾", "2024 m1-9")]
    [InlineData("2024.1", "")]
    // Months behind their letter; "m2" and "m3" are metres too.
    [InlineData("M1", "m1")]
    [InlineData("M02", "m2")]
    [InlineData("M12", "m12")]
    [InlineData("M2", "")]
    [InlineData("m3", "")]
    // Quarters.
    [InlineData("1997Q1", "1997 q1")]
    [InlineData("Q1 1997", "1997 q1")]
    [InlineData("2019-Q3", "2019 q3")]
    [InlineData("1 квартал 2022", "2022 q1")]
    [InlineData("1-й квартал 2022 г.", "2022 q1")]
    [InlineData("I квартал", "q1")]
    [InlineData("IV квартал 2023 года", "2023 q4")]
    [InlineData("2022年第1季度", "2022 q1")]
    [InlineData("2023 жылғы 2 тоқсан", "2023 q2")]
    [InlineData("first quarter 2023", "2023 q1")]
    [InlineData("1. Halbjahr 2023", "2023 m1-6")]
    [InlineData("2.º semestre 2023", "2023 m7-12")]
    [InlineData("2023년 하반기", "2023 m7-12")]
    [InlineData("Trim. II 2023", "2023 q2")]
    [InlineData("Β' τρίμηνο 2023", "2023 q2")]
    [InlineData("KW 1 2024", "")]
    [InlineData("I kw. 2024", "2024 q1")]
    [InlineData("I-III кварталы 2023", "2023 m1-9")]
    [InlineData("Q5 2022", "")]
    [InlineData("первое полугодие 2023 г.", "2023 m1-6")]
    [InlineData("2023年上半年", "2023 m1-6")]
    // Months.
    [InlineData("1997Jan", "1997 m1")]
    [InlineData("Jan 1997", "1997 m1")]
    [InlineData("Jan-97", "1997 m1")]
    [InlineData("Jan-24", "2024 m1")]
    [InlineData("Aug. 2024", "2024 m8")]
    [InlineData("январь 2023", "2023 m1")]
    [InlineData("января 2023 г.", "2023 m1")]
    [InlineData("Қаңтар 2023", "2023 m1")]
    [InlineData("2023 жылғы қаңтар", "2023 m1")]
    [InlineData("2023年3月", "2023 m3")]
    [InlineData("三月", "m3")]
    [InlineData("十一月", "m11")]
    [InlineData("yanvar 2024", "2024 m1")]
    [InlineData("Août 2023", "2023 m8")]
    [InlineData("enero de 2023", "2023 m1")]
    [InlineData("令和5年12月", "2023 m12")]
    [InlineData("112年1月 Jan. 2023", "2023 m1")]
    [InlineData("2月 Feb.", "m2")]
    [InlineData("tháng 11 năm 2023", "2023 m11")]
    [InlineData("Tháng 11/2023", "2023 m11")]
    [InlineData("11 tháng năm 2023", "2023 m1-11")]
    [InlineData("11 tháng đầu năm 2023", "2023 m1-11")]
    [InlineData("tháng 1-11 năm 2023", "2023 m1-11")]
    [InlineData("2023 оны 11-р сар", "2023 m11")]
    [InlineData("Once meses 2023", "2023 m1-11")]
    [InlineData("девять месяцев 2023 года", "2023 m1-9")]
    [InlineData("3", "m3")]
    [InlineData("12", "m12")]
    [InlineData("13", "")]
    [InlineData("3月", "m3")]
    [InlineData("202401", "2024 m1")]
    [InlineData("202413", "")]
    [InlineData("2023-07", "2023 m7")]
    [InlineData("2023:07", "2023 m7")]
    [InlineData("07.2023", "2023 m7")]
    [InlineData("07/2023", "2023 m7")]
    [InlineData("12_2019", "2019 m12")]
    [InlineData("2019M01", "2019 m1")]
    [InlineData("2023 07", "2023 m7")]
    [InlineData("202408-Aug. 2024", "2024 m8")]
    // Ranges of months.
    [InlineData("январь-апрель 2024", "2024 m1-4")]
    [InlineData("Январь-апрель 2023", "2023 m1-4")]
    [InlineData("Январь-декабрь 2023 года", "2023 m1-12")]
    [InlineData("за январь-декабрь 2019 года", "2019 m1-12")]
    [InlineData("January–July 2023", "2023 m1-7")]
    [InlineData("January to July 2023", "2023 m1-7")]
    [InlineData("с января по июль 2023 года", "2023 m1-7")]
    [InlineData("January/February 2023", "2023 m1-2")]
    [InlineData("2023 жылғы қаңтар-шілде", "2023 m1-7")]
    [InlineData("2023-жылдын январь-июлу", "2023 m1-7")]
    [InlineData("2023-yil yanvar-iyul", "2023 m1-7")]
    [InlineData("1至11月", "m1-11")]
    [InlineData("2023年1-7月", "2023 m1-7")]
    [InlineData("1- to-3", "m1-3")]
    [InlineData("9 месяцев 2023 года", "2023 m1-9")]
    [InlineData("12 months", "m1-12")]
    [InlineData("201952-Jan.-Dec. 2019", "2019 m1-12")]
    [InlineData("201901-03", "2019 m1-3")]
    [InlineData("2023-01--2023-07", "2023 m1-7")]
    [InlineData("July-January 2023", "")]
    // Two years.
    [InlineData("2017/18", "2017-2018")]
    [InlineData("2017-18", "2017-2018")]
    [InlineData("2017-2018", "2017-2018")]
    [InlineData("1999/00", "1999-2000")]
    [InlineData("April 2017 - March 2018", "2017-2018 m4-3")]
    [InlineData("Mid July 2018 to Mid July 2019", "2018-2019 m7-7 d17")]
    [InlineData("FY 2075/76", "2018-2019 m7-7 d17")]
    [InlineData("FY24", "2023-2024")]
    [InlineData("FY25 (P)", "2024-2025")]
    [InlineData("Jul-Mar", "m7-3")]
    [InlineData("Apr 2019 (F)", "2019 m4")]
    [InlineData("enero a marzo de 2023", "2023 m1-3")]
    [InlineData("17 July 2018 - 16 July 2019", "2018-2019 m7-7 d17")]
    [InlineData("1992-2023", "")]
    // Read in two ways.
    [InlineData("2009-10", "2009 m10|2009-2010")]
    // No period.
    [InlineData("Китай", "")]
    [InlineData("13060205.47911", "")]
    [InlineData("2023.5", "")]
    [InlineData("31.12.2023", "")]
    [InlineData("", "")]
    public void Read_GivesCandidates(string label, string expected) =>
        Assert.Equal(expected, string.Join('|', PeriodText.Read(label).Select(Print)));

    [Theory]
    [InlineData("Exports by country, January-July 2023 (preliminary)", "2023 m1-7")]
    [InlineData("(4) China's Total Export & Import Values by Country/Region, Mar 2026 (in CNY)", "2026 m3")]
    [InlineData("Основные показатели внешней торговли по странам_2022.xls", "2022")]
    [InlineData("2024in.csv", "2024")]
    [InlineData("Экспорт за январь-апрель 2023 и 2024 гг.", "2023 m1-4|2024")]
    [InlineData("Торговля в I квартале 2023 года", "2023 q1")]
    // Never invented.
    [InlineData("страны042024.xlsx", "")]
    [InlineData("allcountriesjune2026.xlsx", "")]
    [InlineData("sdmx_data_1105.csv", "")]
    [InlineData("Relational_View_2024-11-16T06_38_12.719Z.csv", "")]
    [InlineData("published on Thursday 13 August 2026", "")]
    [InlineData("1 Данные имеются с 1992г.", "")]
    [InlineData("UK trade since 1997", "")]
    [InlineData("figures from 1997", "")]
    [InlineData("1992-жылдан берки маалыматтар", "")]
    [InlineData("в процентах к 2022 г.", "")]
    [InlineData("Exports by country, 1994-2023", "")]
    [InlineData("goods may be subject to revision", "")]
    [InlineData("Out of CIS countries", "")]
    [InlineData("4.03.00.17 Экспорт товаров по странам 1", "")]
    public void FindIn_GivesMentionedPeriods(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', PeriodText.FindIn(text).Select(Print)));

    [Fact]
    public void Read_GivesPlaceOfTheText_AfterACode()
    {
        var part = Assert.Single(PeriodText.Read("202408-Aug. 2024"));
        Assert.Equal("Aug. 2024", "202408-Aug. 2024".Substring(part.Start, part.Length));
    }

    private static string Print(PeriodPart part)
    {
        var years = part.LastYear is null ? $"{part.Year}" : $"{part.Year}-{part.LastYear}";
        var months =
            part.FirstMonth is null ? ""
            : part.FirstMonth == part.LastMonth && part.LastYear is null ? $" m{part.FirstMonth}"
            : $" m{part.FirstMonth}-{part.LastMonth}";
        var quarter = part.Quarter is null ? "" : $" q{part.Quarter}";
        return (years + quarter + months + (part.Day is null ? "" : $" d{part.Day}")).Trim();
    }
}
