using BriPipeline.Core.Imports;
using BriPipeline.Local.CommandLine;

namespace BriPipeline.Local.Tests.CommandLine;

public sealed class ImportLineTests
{
    [Theory]
    [InlineData(UploadState.Done, 0)]
    [InlineData(UploadState.Superseded, 0)]
    [InlineData(UploadState.Held, 4)]
    [InlineData(UploadState.Rejected, 4)]
    [InlineData(UploadState.Failed, 1)]
    public void ExitCodeOf_TellsHowTheImportEnded(UploadState state, int expected) =>
        Assert.Equal(expected, ImportLine.ExitCodeOf(Record(state)));

    [Fact]
    public void Of_CountsWhatChanged_WhenItWasStored() =>
        Assert.Equal(
            "kz-bns/a.xls: done: 12 figures: 3 added, 2 revised, 1 retracted, 0 restored, 7 unchanged; 5 findings",
            ImportLine.Of(
                Record(UploadState.Done) with
                {
                    Observations = 12,
                    Added = 3,
                    Revised = 2,
                    Retracted = 1,
                    Unchanged = 7,
                    Findings = 5,
                }
            )
        );

    [Fact]
    public void Of_GivesTheCause_WhenItWasNot() =>
        Assert.Equal(
            "kz-bns/a.xls: held: The units differ.",
            ImportLine.Of(Record(UploadState.Held) with { Cause = "The units differ." })
        );

    [Fact]
    public void Of_CountsRows_WhereARegisterWasImported() =>
        Assert.Equal(
            "registers/a.csv: done: 10 rows of registers; 2 findings",
            ImportLine.Of(
                Record(UploadState.Done) with
                {
                    Source = "registers",
                    Path = "a.csv",
                    Observations = 10,
                    Findings = 2,
                }
            )
        );

    private static UploadRecord Record(UploadState state) =>
        new()
        {
            Source = "kz-bns",
            Path = "a.xls",
            LastModified = DateTimeOffset.UnixEpoch,
            ETag = "",
            State = state,
        };
}
