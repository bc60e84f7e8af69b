using BriPipeline.Core.Imports;

namespace BriPipeline.Storage.Tests;

/// <summary>Blob names hold nearly every character; whichever it is, the upload is read, reported and listed under its own name.</summary>
public sealed class UploadNamesTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    public static TheoryData<string> Names =>
        [
            "a b.txt",
            "a+b&c=d;e,f@g:h!i$j'k(l)m*n.txt",
            "100%.txt",
            "%2E%2E%2Fb.txt",
            "%252e.txt",
            "question?mark.txt",
            "hash#tag.txt",
            "pipe|tilde~caret^back`tick.txt",
            "[x]{y}.txt",
            "\"quoted\"<script>alert(1)</script>.txt",
            "=cmd|' /C calc'!A0.txt",
            "выпуск за 2023 год.txt",
            "2023年1月.txt",
            "e\u0301 \u00a0\u200b.txt",
            "😀.txt",
            "a/b/c/d/e.txt",
            "a//b.txt",
            ".hidden.txt",
            "a/.b/...c.txt",
            new string('x', 340) + ".txt",
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Ring_ReadsTheUpload_WhateverItIsCalled(string name)
    {
        var office = await Office.OpenAsync(azurite.Account);

        var record = await office.ImportAsync(name, "CHN X 2023-01 12.5\nremark hello");

        Assert.Equal((UploadState.Done, 1, name), (record.State, record.Added, record.Path));
        Assert.Equal(["CHN X 2023-01 12.5"], await office.TradeAsync());
        var report = await office.Ports.Import.Reports.FindAsync($"{record.Report}/findings.json", default);
        Assert.NotNull(report);
        // A sweep knows by these that the upload is in the ledger.
        var listed = await office
            .Ports.Uploads.ListAsync(default)
            .Where(one => one.Source == office.Source)
            .SingleAsync();
        Assert.Equal((record.Path, record.ETag), (listed.Path, listed.ETag));
    }

    [Theory]
    [InlineData("back\\slash.txt")]
    [InlineData("../other.txt")]
    [InlineData("a/../other.txt")]
    [InlineData("./other.txt")]
    [InlineData("exports\u202etxt.exe")]
    [InlineData("\u2067a.txt")]
    [InlineData("a\u0085b.txt")]
    public async Task Ring_RefusesTheUpload_WhereItsNameMayMeanAnother(string name)
    {
        var office = await Office.OpenAsync(azurite.Account);

        var record = await office.ImportAsync(name, "CHN X 2023-01 12.5");

        Assert.Equal((UploadState.Rejected, 0), (record.State, record.Added));
        Assert.Contains("rename the file", record.Cause, StringComparison.Ordinal);
    }
}
