using BriPipeline.Core.Formats;

namespace BriPipeline.Core.Tests.Formats;

public sealed class CommodityCodesTests
{
    [Theory]
    [InlineData("HS", "27", "HS.27")]
    // A spreadsheet lost the nought.
    [InlineData("HS", "101", "HS.0101")]
    [InlineData("HS", "2709.00", "HS.270900")]
    [InlineData("HTS", "2709.00.1000", "HTS.2709001000")]
    [InlineData("HS", "1234.567", null)]
    [InlineData("HS", "12345678901", null)]
    [InlineData("HS", "9999AA", null)]
    [InlineData("SITC", "0", "SITC.0")]
    [InlineData("SITC", "333.1", "SITC.3331")]
    [InlineData("BEC", "111", "BEC.111")]
    public void Of_WhatTheNomenclatureAllows(string classification, string code, string? commodity) =>
        Assert.Equal(commodity, CommodityCodes.Of(classification, code)?.Code);

    [Theory]
    [InlineData("SITC", "11", 3, "SITC.011")]
    [InlineData("SITC", "11", 2, "SITC.11")]
    [InlineData("HS", "101", 4, "HS.0101")]
    [InlineData("HS", "101", 6, null)]
    [InlineData("SITC", "27862", 3, null)]
    public void Of_PutsLostNoughtsBack_WhereTheLevelIsSaid(
        string classification,
        string code,
        int level,
        string? commodity
    ) => Assert.Equal(commodity, CommodityCodes.Of(classification, code, level)?.Code);
}
