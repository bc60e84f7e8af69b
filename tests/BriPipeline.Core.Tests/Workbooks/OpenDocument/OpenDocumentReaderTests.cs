using System.Text;
using BriPipeline.Core.Findings;
using BriPipeline.Core.Workbooks;

namespace BriPipeline.Core.Tests.Workbooks.OpenDocument;

public sealed class OpenDocumentReaderTests
{
    [Theory]
    [InlineData(
        "<table:table-cell office:value-type='float' office:value='13165.8'><text:p>13 165,8</text:p></table:table-cell>",
        "13165.8"
    )]
    [InlineData(
        "<table:table-cell office:value-type='float' office:value='13165,8'><text:p>1</text:p></table:table-cell>",
        "#DAMAGED!"
    )]
    [InlineData(
        "<table:table-cell office:value-type='string'><text:p>a<text:s text:c='2'/>b</text:p><text:p>c</text:p></table:table-cell>",
        "a  b\nc"
    )]
    [InlineData(
        "<table:table-cell office:value-type='string'><office:annotation><text:p>note</text:p></office:annotation><text:p>a</text:p></table:table-cell>",
        "a"
    )]
    [InlineData(
        "<table:table-cell office:value-type='string'><text:p>2022<text:span text:style-name='up'>1</text:span></text:p></table:table-cell>",
        "2022¹"
    )]
    [InlineData(
        "<table:table-cell office:value-type='float' office:value='9778.13'><text:p>9778.1<text:span text:style-name='up'>3</text:span></text:p></table:table-cell>",
        "9778.1³"
    )]
    [InlineData(
        "<table:table-cell office:value-type='string'><text:p><text:span text:style-name='out'>14</text:span> 15</text:p></table:table-cell>",
        " 15"
    )]
    [InlineData(
        "<table:table-cell table:style-name='gone' office:value-type='float' office:value='14'><text:p>14</text:p></table:table-cell>",
        "#STRUCK-OUT!"
    )]
    [InlineData(
        "<table:table-cell table:style-name='code' office:value-type='float' office:value='101'><text:p>0101</text:p></table:table-cell>",
        "0101"
    )]
    [InlineData("<table:table-cell office:value-type='date' office:date-value='2023-01-31'/>", "2023-01-31")]
    [InlineData("<table:table-cell office:value-type='boolean' office:boolean-value='true'/>", "TRUE")]
    [InlineData("<table:table-cell office:value-type='string'><text:p>#N/A</text:p></table:table-cell>", "#N/A")]
    [InlineData("<table:covered-table-cell office:value-type='float' office:value='1'/>", "")]
    public void Cell_IsWhatIsShown(string cell, string raw) => Assert.Equal(raw, Read(Row(cell))[1, 1].Raw);

    [Fact]
    public void Format_SaysPercentAndPowersOfTen()
    {
        var sheet = Read(
            Row(
                "<table:table-cell office:value-type='percentage' office:value='0.5'/><table:table-cell table:style-name='k' office:value-type='float' office:value='5000'/><table:table-cell table:style-name='secret' office:value-type='float' office:value='5'/>"
            )
        );
        Assert.Equal(["0%", "#,##0,", "\"c\""], Enumerable.Range(1, 3).Select(column => sheet[1, column].NumberFormat));
    }

    [Fact]
    public void RowsAndCells_AreRepeated()
    {
        var sheet = Read(
            "<table:table-row table:number-rows-repeated='2'><table:table-cell table:number-columns-repeated='2'/><table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='1'/></table:table-row><table:table-row table:number-rows-repeated='1048574'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
        );
        Assert.Equal((2, 4), (sheet.RowCount, sheet.ColumnCount));
        Assert.Equal(["", "", "1", "1"], sheet.Row(2));
    }

    [Fact]
    public void WhatIsHidden_IsMarked()
    {
        var sheet = Read(
            $"<table:table-column/><table:table-column table:visibility='collapse'/><table:table-row table:visibility='filter'>{Number}{Number}</table:table-row><table:table-row>{Number}</table:table-row>",
            "unseen"
        );
        Assert.True(sheet.IsHidden);
        Assert.Equal([true, false], Enumerable.Range(1, 2).Select(sheet.IsRowHidden));
        Assert.Equal([false, true], Enumerable.Range(1, 2).Select(sheet.IsColumnHidden));
    }

    [Fact]
    public void Spans_AreMergedRanges() =>
        Assert.Equal(
            "A1:B2",
            Assert
                .Single(
                    Read(
                        Row(
                            "<table:table-cell table:number-columns-spanned='2' table:number-rows-spanned='2' office:value-type='float' office:value='1'/>"
                        )
                    ).MergedRanges
                )
                .ToString()
        );

    [Theory]
    [InlineData("<table:table-row table:number-rows-repeated='2000000'>" + Number + "</table:table-row>")]
    [InlineData(
        "<table:table-row><table:table-cell table:number-columns-repeated='20000' office:value-type='float' office:value='1'/></table:table-row>"
    )]
    [InlineData("<table:table-row>")]
    public void Read_RefusesWhatNoSheetCanHold(string rows) =>
        Assert.Equal(FindingCodes.WorkbookDamaged, Reading.Refusal(Flat(rows, "s")).Code);

    private const string Number = "<table:table-cell office:value-type='float' office:value='1'/>";

    private static string Row(string cells) => $"<table:table-row>{cells}</table:table-row>";

    private static Sheet Read(string rows, string style = "seen") =>
        WorkbookReader.Read(Flat(rows, style), "a.fods").Workbook!.Sheets[0];

    private static MemoryStream Flat(string rows, string style) =>
        new(
            Encoding.UTF8.GetBytes(
                $"""
                <?xml version="1.0"?><office:document xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:number="n"><office:automatic-styles>
                <number:number-style style:name="N1"><number:number number:min-integer-digits="4" number:decimal-places="0"/></number:number-style>
                <number:number-style style:name="N2"><number:number number:min-integer-digits="1" number:decimal-places="0" number:grouping="true" number:display-factor="1000"/></number:number-style>
                <number:number-style style:name="N3"><number:text>c</number:text></number:number-style>
                <style:style style:name="code" style:family="table-cell" style:data-style-name="N1"/>
                <style:style style:name="k" style:family="table-cell" style:data-style-name="N2"/>
                <style:style style:name="secret" style:family="table-cell" style:data-style-name="N3"/>
                <style:style style:name="gone" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>
                <style:style style:name="up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
                <style:style style:name="out" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>
                <style:style style:name="unseen" style:family="table"><style:table-properties table:display="false"/></style:style>
                </office:automatic-styles><office:body><office:spreadsheet><table:table table:name="S" table:style-name="{style}">{rows}</table:table></office:spreadsheet></office:body></office:document>
                """
            )
        );
}
