using BriPipeline.Core.Imports;
using BriPipeline.Core.Vintages;

namespace BriPipeline.Core.Tests.Imports;

/// <summary>Why an import changed figures, by the states before and after it.</summary>
public sealed class PublicationNoteTests
{
    private static readonly DateTimeOffset At = new(2023, 8, 30, 9, 0, 0, TimeSpan.Zero);

    private static readonly AppliedVersion Applied = new("2023.xlsx", "aa", "p1", "e1", At, "m", 12);

    [Theory]
    [InlineData(null, null, null, ImportCause.First)]
    [InlineData("bb", "p1", "e1", ImportCause.NewVersion)]
    [InlineData("bb", "p2", "e2", ImportCause.NewVersion)]
    [InlineData("aa", "p2", "e1", ImportCause.Profile)]
    [InlineData("aa", "p1", "e2", ImportCause.Program)]
    [InlineData("aa", "p1", "e1", ImportCause.Again)]
    public void Cause_FollowsFromWhatDiffers(string? sha256, string? profile, string? engine, ImportCause cause)
    {
        var before = sha256 is null
            ? SourceState.Empty
            : new SourceState([Applied with { Sha256 = sha256, ProfileSha256 = profile!, Engine = engine! }]);

        var note = PublicationNote.Of(Import(new(1, 1, 0, 0, 0)), before, new([Applied]));

        Assert.Equal(cause, note.Cause);
        Assert.Equal(Applied, note.Version);
        Assert.Equal("2023.xlsx", note.Path);
    }

    [Fact]
    public void Cause_IsThatFiguresWereTakenBack_WhereNothingCameInstead()
    {
        var before = new SourceState([Applied with { Sha256 = "bb" }]);

        Assert.Equal(
            ImportCause.TakenBack,
            PublicationNote.Of(Import(new(0, 0, 3, 0, 9)), before, new([Applied])).Cause
        );
        Assert.Equal(
            ImportCause.NewVersion,
            PublicationNote.Of(Import(new(1, 0, 3, 0, 9)), before, new([Applied])).Cause
        );
    }

    [Fact]
    public void Note_OfAnImportThatWasSetAside_NamesNoVersion()
    {
        var state = new SourceState([Applied]);

        var note = PublicationNote.Of(Import(new(0, 0, 0, 0, 0)) with { Discarded = "no" }, state, state);

        Assert.Equal(ImportCause.Discarded, note.Cause);
        Assert.Null(note.Version);
    }

    private static FeedRow Import(ImportCounts counts) =>
        new(7, "kz-bns", 3, At, counts, "kz-bns/2023.xlsx", "plan", "state");
}
